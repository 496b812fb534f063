import type { ByteSource } from '../byteSource';
import type { ImageServices, Picture } from '../picture';
import { UnreadableImage } from '../unreadable';
import { wasmDecoders } from './decode';
import { type DicomImage, openFile } from './file';
import { pictureOf, pictureOfFile } from './open';
import { stackOf } from './stack';

/** A file of a folder. */
export interface NamedSource {
  readonly name: string;
  readonly source: ByteSource;
}

/** Files of one series that make one picture. */
export interface Series {
  /** As the files describe it; empty where they do not. */
  readonly name: string;
  readonly picture: Picture;
  /** The names of the files, in the order of the slices, time after time. */
  readonly files: readonly string[];
}

export interface SeriesFolder {
  readonly series: readonly Series[];
  /** Files that could not be read, each with the reason. */
  readonly unreadable: readonly { readonly name: string; readonly reason: string }[];
}

interface Member {
  readonly name: string;
  readonly image: DicomImage;
}

/**
 * Opens the DICOM files of a folder: those of one series, size and direction become one picture, sorted by position. A file
 * with several frames is a picture of its own. Only headers are read.
 */
export async function openSeries(files: readonly NamedSource[], services: ImageServices): Promise<SeriesFolder> {
  const wasm = wasmDecoders(services);
  const groups = new Map<string, Member[]>();
  const unreadable: { name: string; reason: string }[] = [];
  for (let i = 0; i < files.length; i += together) {
    const opening = files.slice(i, i + together).map(async ({ name, source }) => {
      const image = await openFile(source, services, wasm).catch(reasonOf);
      return { name, image };
    });
    for (const { name, image } of await Promise.all(opening)) {
      if (typeof image === 'string') {
        unreadable.push({ name, reason: image });
        continue;
      }
      const key = keyOf(image, name);
      const group = groups.get(key);
      if (group) group.push({ name, image });
      else groups.set(key, [{ name, image }]);
    }
  }
  return { series: [...groups.values()].map((members) => seriesOf(members, services)), unreadable };
}

/** So many files are read at once. */
const together = 16;

function reasonOf(error: unknown): string {
  if (error instanceof UnreadableImage) return error.message;
  throw error;
}

/** The same for files that belong into one stack. */
function keyOf({ series, shape, metas, tiling }: DicomImage, name: string): string {
  if (series === undefined || metas.length > 1 || tiling) return JSON.stringify([name]);
  const { width, height, photometric, signed } = shape;
  const plane = metas[0]!.plane;
  const direction = plane && [...plane.columns, ...plane.rows].map((part) => Math.round(part * 100));
  return JSON.stringify([series, width, height, photometric, signed, direction]);
}

function seriesOf(members: readonly Member[], services: ImageServices): Series {
  const sorted = [...members].sort((a, b) => a.image.instance - b.image.instance || (a.name < b.name ? -1 : 1));
  const images = sorted.map(({ image }) => image);
  const [first] = images as [DicomImage];
  const name = first.seriesName ?? '';
  if (images.length === 1) return { name, picture: pictureOfFile(first, services), files: [sorted[0]!.name] };
  const metas = images.map(({ metas }) => metas[0]!);
  const stack = stackOf(
    metas.map(({ plane }) => plane),
    metas[0]!.step,
  );
  const picture = pictureOf(first, stack, images.length, (i) => images[i]!.read(0));
  const order = stack?.order.flat() ?? images.map((_, i) => i);
  return { name, picture, files: order.map((i) => sorted[i]!.name) };
}
