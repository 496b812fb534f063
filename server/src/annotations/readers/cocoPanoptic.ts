import type { RunLengthMask } from '../annotation';
import type { Around } from '../around';
import { fileNameOf } from '../fileName';
import { pixelsOf } from './labelMask';
import type { Problems } from '../problems';
import { tooMuch } from '../problems';
import { encodeValues } from '../rle';

/**
 * The masks of a panoptic picture by the ids of their segments: red + 256 green + 65536 blue. It lies beside the file, or in
 * a folder of the file's name. Gives what is wrong with it, in a sentence, where it cannot be read.
 */
export async function readPanoptic(
  fileName: string,
  { beside, name = '' }: Around,
  { affords }: Problems,
): Promise<ReadonlyMap<number, RunLengthMask> | string> {
  const base = fileNameOf(fileName);
  const folder = /([^/\\]+)\.json$/i.exec(name)?.[1];
  for (const path of [...(folder === undefined ? [] : [`${folder}/${base}`]), base]) {
    const bytes = base === '' ? undefined : await beside?.(path);
    if (!bytes) continue;
    const pixels = await pixelsOf(bytes);
    if (typeof pixels === 'string') return `The masks in “${base}” cannot be read: ${pixels}`;
    const { width, height, channels, values } = pixels;
    if (channels < 3) return `The masks in “${base}” cannot be read: the picture is not in colour.`;
    if (!affords(width * height)) return `The picture “${base}” ${tooMuch}.`;
    const ids = new Uint32Array(width * height);
    for (let i = 0, at = 0; i < ids.length; i++, at += channels) {
      ids[i] = (values[at] ?? 0) + 256 * (values[at + 1] ?? 0) + 65536 * (values[at + 2] ?? 0);
    }
    return new Map(encodeValues(width, height, ids).map(({ value, mask }) => [value, mask]));
  }
  return `The masks of a panoptic file lie in PNG files; “${base}” is not beside it, so that only boxes are read.`;
}
