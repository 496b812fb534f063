/**
 * Runs `ask` one at a time: while an answer is awaited, any number of wishes make one more question. `ask` must not reject.
 */
export function createRefresher(ask: () => Promise<void>): () => void {
  let asking = false;
  let again = false;
  return function refresh() {
    again = asking;
    if (asking) return;
    asking = true;
    void ask().then(() => {
      asking = false;
      if (again) refresh();
    });
  };
}
