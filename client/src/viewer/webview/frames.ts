import type { Frame } from '../../../../server/src/annotations/images/picture';
import type { OpenPicture } from './decoder';
import type { PlaneView } from './planes';

/** The planes of one picture, read when they are wanted; those shown last are kept. */
export interface Frames {
  /** A plane that has been read. */
  get(plane: PlaneView, index: number, time: number): Frame | undefined;
  /**
   * Wants a plane for one place on the page; what that place wanted before, and is not read yet, is given up. `then` is
   * called when it was read. Its neighbours in the direction of the last step are read behind it.
   */
  want(place: number, plane: PlaneView, index: number, time: number, then: () => void): void;
}

/** So many bytes of planes are kept: the decoder has those of volumes, too. */
const mostKept = 32 * 2 ** 20;

/** So many planes of each place are kept in any case: the one that is shown, its neighbours, and where one came from. */
const leastKept = 6;

interface Wish {
  readonly plane: PlaneView;
  readonly index: number;
  readonly time: number;
  readonly then: () => void;
}

/** `failed` is called with a sentence when a plane cannot be read. */
export function createFrames(picture: OpenPicture, failed: (message: string) => void, room = mostKept): Frames {
  const kept = new Map<string, Frame>();
  const places = new Set<number>();
  const wishes = new Map<number, Wish>();
  const reading = new Set<number>();
  const lastIndex = new Map<number, number>();
  /** What could not be read is not asked for again. */
  const broken = new Set<string>();
  let bytes = 0;

  const keyOf = ({ through }: PlaneView, index: number, time: number) => `${through} ${index} ${time}`;

  function keep(key: string, frame: Frame): void {
    if (!kept.has(key)) bytes += frame.values.byteLength;
    kept.set(key, frame);
    for (const [oldest, { values }] of kept) {
      if (bytes <= room || kept.size <= leastKept * places.size || oldest === key) break;
      kept.delete(oldest);
      bytes -= values.byteLength;
    }
  }

  async function read(plane: PlaneView, index: number, time: number): Promise<void> {
    const key = keyOf(plane, index, time);
    if (kept.has(key) || broken.has(key)) return;
    try {
      keep(key, await picture.plane(plane, index, time));
    } catch (error) {
      broken.add(key);
      failed(error instanceof Error ? error.message : String(error));
    }
  }

  /** One at a time for each place: the last wish, then what may be wanted next. */
  async function work(place: number): Promise<void> {
    if (reading.has(place)) return;
    reading.add(place);
    try {
      for (let wish = wishes.get(place); wish; wish = wishes.get(place)) {
        wishes.delete(place);
        const { plane, index, time, then } = wish;
        await read(plane, index, time);
        if (!kept.has(keyOf(plane, index, time))) continue;
        then();
        const step = Math.sign(index - (lastIndex.get(place) ?? index)) || 1;
        lastIndex.set(place, index);
        for (const next of [index + step, index + 2 * step, index + 3 * step, index - step]) {
          if (wishes.has(place) || next < 0 || next >= plane.depth) continue;
          await read(plane, next, time);
        }
      }
    } finally {
      reading.delete(place);
    }
  }

  return {
    get(plane, index, time) {
      const key = keyOf(plane, index, time);
      const frame = kept.get(key);
      if (!frame) return undefined;
      kept.delete(key);
      kept.set(key, frame);
      return frame;
    },
    want(place, plane, index, time, then) {
      if (broken.has(keyOf(plane, index, time))) return;
      places.add(place);
      wishes.set(place, { plane, index, time, then });
      void work(place);
    },
  };
}
