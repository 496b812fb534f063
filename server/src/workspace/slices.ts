/** How long work gives way to what else there is to do. */
export interface Slices {
  /** A clock, in milliseconds. */
  now(): number;
  /** Lets messages that have arrived be handled first. */
  pause(): Promise<void>;
  /** Told of work that takes long; what it gives is called when that is over. */
  readonly onLongWork?: () => () => void;
}

/** For programs that have nothing else to do. */
export const atOnce: Slices = { now: () => 0, pause: async () => undefined };

/** The longest time in milliseconds that work goes on without a pause: half a frame. */
const slice = 8;
/** Work that goes on for so many milliseconds takes long: no edit does, but the opening of a large file. */
const long = 100;

/**
 * Does work step by step, with a pause after each slice of 8 ms. After a pause, `isOvertaken` tells whether the result is
 * still wanted; when it is not, the work is left off, and there is none. `isLong`: it is known from the start that it takes
 * long.
 */
export async function runInSlices<T>(
  work: Generator<undefined, T>,
  { now, pause, onLongWork }: Slices,
  isOvertaken: () => boolean = () => false,
  isLong = false,
): Promise<T | undefined> {
  const began = now();
  let start = began;
  let onEnd = isLong ? onLongWork?.() : undefined;
  try {
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return step.value;
      if (now() - start < slice) continue;
      await pause();
      if (isOvertaken()) return undefined;
      start = now();
      if (!onEnd && start - began > long) onEnd = onLongWork?.();
    }
  } finally {
    onEnd?.();
  }
}
