import type { ByteSource } from '../../../../../server/src/annotations/images/byteSource';
import { decodeInBrowser } from '../../../../../server/src/annotations/images/native';
import type { ImageServices } from '../../../../../server/src/annotations/images/picture';
import { defaultLimits } from '../../../../../server/src/annotations/images/picture';
import { UnreadableImage } from '../../../../../server/src/annotations/images/unreadable';
import type { Answers, Line, Port } from './line';
import { openLine } from './line';
import type { FileInfo, Needs } from './messages';

/** The page of this worker, which reads for it: the worker has no files and no network. */
export interface PageOfWorker {
  readonly line: Line<Needs>;
  /** What readers of images need, as the page gives it. */
  readonly services: ImageServices;
  sourceOf(file: FileInfo): ByteSource;
}

/** Called once a worker, with what it answers. */
export function connectPage<Asks>(answers: Answers<Asks>): PageOfWorker {
  // In a worker, which the types of a page do not know.
  const line = openLine<Needs, Asks>(self as unknown as Port, answers, (error) =>
    error instanceof UnreadableImage
      ? error.message
      : 'This file could not be read: it is not as files of its kind are, or too large for this preview.',
  );
  return {
    line,
    services: {
      limits: defaultLimits,
      loadWasm: (codec) => line.ask('wasm', { codec }),
      decodeNatively: decodeInBrowser,
    },
    sourceOf: ({ id, size }) => ({
      size,
      read: (from, to) => line.ask('bytes', { file: id, from, to: Math.min(to, size) }),
    }),
  };
}
