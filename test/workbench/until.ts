/**
 * Asks again and again until there is an answer.
 * @param what is waited for, for the message when it does not come
 * @throws after half a minute
 */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const limit = Date.now() + 30_000;
  while (Date.now() < limit) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`In half a minute there was not: ${what}.`);
}
