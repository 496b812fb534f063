import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { ByteSource } from '../../server/src/annotations/images/byteSource';
import { readHeader, syntaxName } from '../../server/src/annotations/images/dicom/header';
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
    const source = await fileSource(path);
    try {
      const recognised = await recogniseImage(source);
      if (recognised === undefined) continue;
      const picture = await openImage(source, nodeServices);
      const values = await valuesOf(picture);
      const size = [picture.width, picture.height, picture.depth, picture.times].join('×').replace(/(×1)+$/, '');
      const twin = twinOf(path, paths, picture);
      const result = twin === undefined ? 'read' : await compared(values, picture, twin);
      yield { name, format: variant(picture), size, result };
    } catch (error) {
      if (!(error instanceof UnreadableImage)) throw error;
      yield { name, format: await formatOf(source), size: '', result: `refused: ${error.message}` };
    } finally {
      await source.close();
    }
  }
}

/** Which transfer syntaxes of DICOM are packed, and which of them lose something. */
const packed = /^DICOM, (?!explicit|implicit)/;
const lossy =
  /^DICOM, (JPEG (baseline|extended|progressive|spectral selection)|JPEG-LS near-lossless|JPEG 2000|HTJ2K)$/;

/** The file of which this one is a copy: `NAME.dcm` of `NAME.dcm_….dcm`; and where it is packed, of `NAME_….dcm`. */
function twinOf(path: string, paths: readonly string[], { format }: Picture): string | undefined {
  const others = paths.filter((other) => other !== path && dirname(other) === dirname(path));
  const [twin] = others.filter((other) => path.startsWith(other));
  if (twin !== undefined || !packed.test(format)) return twin;
  return others.find((other) => other.endsWith('.dcm') && path.startsWith(`${other.slice(0, -'.dcm'.length)}_`));
}

/** The format of a file that is refused, as far as its header tells it. */
async function formatOf(source: ByteSource): Promise<string | undefined> {
  const format = imageFormat(await source.read(0, 512));
  if (format !== 'DICOM') return format;
  return readHeader(source, nodeServices.limits.unpacked).then(
    ({ transferSyntax }) => `${format}, ${syntaxName(transferSyntax)}`,
    () => format,
  );
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

/** What a lossy syntax may change at most, in parts of the range of the values: one value, and all on average. */
const bounds = { most: 0.02, mean: 0.005 };

async function compared(values: readonly Values[], picture: Picture, twinPath: string): Promise<string> {
  const source = await fileSource(twinPath);
  try {
    const twin = await valuesOf(await openImage(source, nodeServices));
    let [most, sum, count] = [0, 0, 0];
    let [low, high] = [Infinity, -Infinity];
    for (const [i, slice] of values.entries()) {
      const other = twin[i];
      if (other?.length !== slice.length) return 'WRONG: of another size than its twin';
      for (let k = 0; k < slice.length; k++) {
        const difference = Math.abs(slice[k]! - other[k]!);
        most = Math.max(most, difference);
        sum += difference;
        count++;
        low = Math.min(low, other[k]!);
        high = Math.max(high, other[k]!);
      }
    }
    if (most === 0) return 'equal to its twin';
    const range = high - low;
    const inWords = `${percent(most / range)} of the range of its twin at most, ${percent(sum / count / range)} on average`;
    if (!lossy.test(picture.format)) return `WRONG: lossless, but off by ${inWords}`;
    const within = most <= bounds.most * range && sum / count <= bounds.mean * range;
    const bound = `(bound: ${percent(bounds.most)}, ${percent(bounds.mean)})`;
    return `${within ? 'near its twin' : 'WRONG: too far from its twin'}: off by ${inWords} ${bound}`;
  } finally {
    await source.close();
  }
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2)} %`;
}
