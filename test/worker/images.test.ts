import { build } from 'esbuild';
import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encode, type Raw } from '../images/encoders';
import { nodeServices } from '../images/services';
import {
  bytes8,
  deflated,
  dicom,
  explicitLittle,
  fragments,
  grey,
  packedAs,
} from '../unit/annotations/images/dicomFile';
import { concat, gzip, nifti, numbers } from '../unit/annotations/images/files';
import { openStrictPage, type StrictPage } from './strictPage';

let folder: string;
let strict: StrictPage;

const values = Array.from({ length: 32 * 32 }, (_, i) => (i * 7) % 256);
const raw: Raw = { width: 32, height: 32, components: 1, bits: 8, signed: false, values };
const pixels = grey(32, 32, numbers(values, 1), bytes8);

/** Two rows of a red and a blue pixel, the lower row first, as BMP has them. */
function bmp(): Uint8Array {
  const row = new Uint8Array([0, 0, 255, 255, 0, 0, 0, 0]);
  const header = concat(new TextEncoder().encode('BM'), numbers([70, 0, 54, 40, 2, 2], 4), numbers([1, 24], 2));
  return concat(header, new Uint8Array(24), row, row);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labelwright-images-'));
  await build({
    entryPoints: [join(import.meta.dirname, 'imagesWorker.ts')],
    outfile: join(folder, 'worker.js'),
    bundle: true,
    format: 'iife',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    // Scripts of the decoders ask for these in Node only.
    external: ['fs', 'path'],
    logLevel: 'warning',
  });
  for (const codec of ['openjpeg', 'charls', 'openjph'] as const) {
    await writeFile(join(folder, `${codec}.wasm`), await nodeServices.loadWasm(codec));
  }
  const packed = async (codec: Parameters<typeof encode>[0], uid: string) =>
    dicom({ ...pixels, '7fe00010': ['OB', fragments([await encode(codec, raw)])] }, packedAs(uid));
  const colours = {
    width: 64,
    height: 64,
    channels: 4,
    data: Uint8Array.from({ length: 16_384 }, (_, i) => (i * i) % 253),
  };
  const cut = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 40);
  const files = {
    'ls.dcm': await packed('JPEG-LS', '1.2.840.10008.1.2.4.80'),
    'j2k.dcm': await packed('JPEG 2000', '1.2.840.10008.1.2.4.90'),
    'ht.dcm': await packed('HTJ2K', '1.2.840.10008.1.2.4.201'),
    'plain.dcm': dicom(pixels, explicitLittle),
    'deflated.dcm': concat(dicom(pixels, deflated), new Uint8Array(1)),
    'volume.nii.gz': gzip(nifti({ dims: [32, 32, 1], type: 2, data: numbers(values, 1) })),
    'grey.png': encodePng({ width: 32, height: 32, channels: 1, data: new Uint8Array(values) }),
    'rgb.png': encodePng({ width: 2, height: 1, channels: 3, data: new Uint8Array([1, 2, 3, 250, 5, 6]) }),
    'grey.jpg': encodeJpeg({ width: 8, height: 8, data: new Uint8Array(256).fill(255) }, 90).data,
    'two.bmp': bmp(),
    'broken.bmp': bmp().fill(99, 28, 34),
    'cut.bmp': cut(bmp()),
    'cut.png': cut(encodePng(colours)),
    'cut.jpg': cut(encodeJpeg(colours, 90).data),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  strict = await openStrictPage(folder, "'self' 'wasm-unsafe-eval'");
});

afterAll(async () => {
  await strict.stop();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly format: string;
  readonly width: number;
  readonly channels: number;
  readonly values: readonly number[];
}

/** What a new worker reads of a file. */
function read(name: string): Promise<Answer> {
  return strict.page.evaluate(
    (file) =>
      new Promise<Answer>((resolve, reject) => {
        const worker = new Worker('/worker.js');
        worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(file);
      }),
    name,
  );
}

for (const name of ['plain.dcm', 'deflated.dcm', 'ls.dcm', 'j2k.dcm', 'ht.dcm', 'volume.nii.gz', 'grey.png']) {
  it(`reads ${name} in a worker under the policy`, async () => {
    expect(await read(name)).toMatchObject({ width: 32, channels: 1, values });
  });
}

it('leaves colours, BMP and WebP to the browser', async () => {
  expect(await read('rgb.png')).toMatchObject({ channels: 4, values: [1, 2, 3, 255, 250, 5, 6, 255] });
  const bytes = [255, 0, 0, 255, 0, 0, 255, 255];
  expect(await read('two.bmp')).toMatchObject({ format: 'BMP', width: 2, values: [...bytes, ...bytes] });
  expect(await read('broken.bmp')).toEqual({ error: 'This BMP file is damaged or cut off.' });
  const webp = await read('webp');
  expect(webp).toMatchObject({ format: 'WebP', width: 16, channels: 4 });
  expect(webp.values[0]).toBeGreaterThan(240);
  expect(webp.values[15 * 4]).toBeLessThan(15);
  expect((await read('grey.jpg')).values[0]).toBeGreaterThan(250);
});

it('refuses what the browser would show in part', async () => {
  for (const [name, format] of [
    ['cut.bmp', 'BMP'],
    ['cut.png', 'PNG'],
    ['cut.jpg', 'JPEG'],
    ['cut webp', 'WebP'],
  ] as const) {
    expect([name, await read(name)]).toEqual([name, { error: `This ${format} file is damaged or cut off.` }]);
  }
});

it('breaks no policy', async () => {
  expect(await strict.violations()).toEqual([]);
});
