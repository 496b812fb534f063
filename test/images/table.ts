import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { openImage, recogniseImage } from '../../server/src/annotations/images/openImage';
import type { Frame, Picture, Values } from '../../server/src/annotations/images/picture';
import { UnreadableImage } from '../../server/src/annotations/images/unreadable';
import { imageFormat } from '../../server/src/annotations/imageSize';
import { fileSource, nodeServices } from './services';

/** What became of one file. */
export interface Row {
  readonly name: string;
  /** Format and variant in words; nothing when it is no image. */
  readonly format: string | undefined;
  readonly size: string;
  readonly result: string;
}

/** Reads every image in a folder, all slices of it, and compares those that are another file's content packed otherwise. */
export async function* readImages(folder: string): AsyncGenerator<Row> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) {
    const name = relative(folder, path).replaceAll('\\', '/');
    const twin = paths.find((other) => other !== path && dirname(other) === dirname(path) && path.startsWith(other));
    const source = await fileSource(path);
    try {
      const recognised = await recogniseImage(source);
      if (recognised === undefined) continue;
      const picture = await openImage(source, nodeServices);
      const values = await valuesOf(picture);
      const size = [picture.width, picture.height, picture.depth, picture.times].join('×').replace(/(×1)+$/, '');
      const result = twin === undefined ? 'read' : await compared(values, twin);
      yield { name, format: variant(picture), size, result };
    } catch (error) {
      if (!(error instanceof UnreadableImage)) throw error;
      const format = imageFormat(await source.read(0, 512));
      yield { name, format, size: '', result: `refused: ${error.message}` };
    } finally {
      await source.close();
    }
  }
}

/** The values of all slices, in the unit of the picture. */
async function valuesOf(picture: Picture): Promise<Values[]> {
  const slices: Values[] = [];
  const real = ({ values, slope, intercept }: Frame): Values =>
    slope === 1 && intercept === 0 ? values : Float64Array.from(values, (value) => value * slope + intercept);
  for (let time = 0; time < picture.times; time++) {
    for (let slice = 0; slice < picture.depth; slice++) slices.push(real(await picture.read(slice, time)));
  }
  return slices;
}

function variant({ format, channels, inverted }: Picture): string {
  return `${format}, ${channels === 1 ? 'grey' : 'colour'}${inverted ? ', inverted' : ''}`;
}

async function compared(values: readonly Values[], twinPath: string): Promise<string> {
  const source = await fileSource(twinPath);
  try {
    const twin = await valuesOf(await openImage(source, nodeServices));
    let most = 0;
    let sum = 0;
    let count = 0;
    for (const [i, slice] of values.entries()) {
      const other = twin[i];
      if (other?.length !== slice.length) return 'WRONG: of another size than its twin';
      for (let k = 0; k < slice.length; k++) {
        const difference = Math.abs(slice[k]! - other[k]!);
        most = Math.max(most, difference);
        sum += difference;
        count++;
      }
    }
    return most === 0 ? 'equal to its twin' : `differs from its twin by ${(sum / count).toFixed(2)}, at most ${most}`;
  } finally {
    await source.close();
  }
}
