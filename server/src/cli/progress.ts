/** Shows how far a long work is, on a terminal. */
export interface Progress {
  /** Another one is done. */
  step(): void;
  /** Takes the bar away. */
  end(): void;
}

export interface ProgressOptions {
  readonly total: number;
  /** What is counted, as `files`. */
  readonly what: string;
  /** A clock, in ms. */
  readonly now: () => number;
  readonly print: (text: string) => void;
}

/** Work that is done sooner shows no bar; ms. */
const patience = 2000;
/** Between two drawings of the bar; ms. */
const pause = 100;
const width = 30;

/** A bar that appears when work takes long; prints nothing before. */
export function createProgress({ total, what, now, print }: ProgressOptions): Progress {
  const started = now();
  let drawn: number | undefined;
  let done = 0;
  return {
    step() {
      done++;
      const at = now();
      if (at - started < patience || (drawn !== undefined && at - drawn < pause)) return;
      drawn = at;
      const filled = Math.round((Math.min(done, total) / total) * width);
      print(`\r[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${done} of ${total} ${what}\u001b[K`);
    },
    end() {
      if (drawn !== undefined) print('\r\u001b[K');
    },
  };
}

/** For outputs that are no terminal. */
export const noProgress: Progress = { step: () => undefined, end: () => undefined };
