import { readAnnotations, tooLargeText } from '../../../../../server/src/annotations/read';
import type { ByteSource } from '../../../../../server/src/annotations/images/byteSource';
import { readAll } from '../../../../../server/src/annotations/images/byteSource';
import { decodeInBrowser } from '../../../../../server/src/annotations/images/native';
import type { ImageServices } from '../../../../../server/src/annotations/images/picture';
import { defaultLimits } from '../../../../../server/src/annotations/images/picture';
import { UnreadableImage } from '../../../../../server/src/annotations/images/unreadable';
import { fitAnnotations } from './fitAnnotations';
import type { Line, Port } from './line';
import { openLine } from './line';
import type { Asks, FileInfo, Needs } from './messages';
import type { KeptPicture } from './pictures';
import { openPicture } from './pictures';

/** The decoder: a worker that opens images and annotations. It has no files and no network: its page reads for it. */

const pictures = new Map<number, Promise<KeptPicture>>();

const line: Line<Needs> = openLine<Needs, Asks>(
  // In a worker, which the types of a page do not know.
  self as unknown as Port,
  {
    async open({ picture, files }) {
      const opening = openPicture(files.map(named), services);
      pictures.set(picture, opening);
      return { value: (await opening).info };
    },
    async plane({ picture, cut, index, time }) {
      const kept = await pictures.get(picture);
      if (!kept) throw new UnreadableImage('This picture is no longer open.');
      const frame = await kept.plane(cut, index, time);
      return { value: frame, transfer: [frame.values.buffer] };
    },
    async annotations({ file, picture }) {
      const { id, name } = file;
      const beside = (path: string) => line.ask('beside', { file: id, path });
      const source = sourceOf(file);
      const around = { name, isNamed: true, imageSize: picture, beside, services };
      const read =
        tooLargeText(await source.read(0, 4096), source.size) ?? (await readAnnotations(await readAll(source), around));
      if (!read) return { value: undefined };
      const fitted = fitAnnotations(read, picture);
      return { value: fitted.annotations, transfer: fitted.buffers };
    },
    async close({ picture }) {
      pictures.delete(picture);
      return { value: undefined };
    },
  },
  (error) =>
    error instanceof UnreadableImage
      ? error.message
      : 'This file could not be read: it is not as files of its kind are, or too large for this preview.',
);

const services: ImageServices = {
  limits: defaultLimits,
  loadWasm: (codec) => line.ask('wasm', { codec }),
  decodeNatively: decodeInBrowser,
};

function named(file: FileInfo) {
  return { name: file.name, source: sourceOf(file) };
}

function sourceOf({ id, size }: FileInfo): ByteSource {
  return { size, read: (from, to) => line.ask('bytes', { file: id, from, to: Math.min(to, size) }) };
}
