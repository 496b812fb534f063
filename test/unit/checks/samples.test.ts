import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../server/src/checks/config';
import { protocolExample } from '../../../server/src/checks/rules/examples';
import { imageFormat, imageSize } from '../../../server/src/annotations/imageSize';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import { check, folder } from './checking';

const ascii = (text: string) => [...text].map((one) => one.charCodeAt(0));
const u16 = (value: number) => [value >> 8, value & 255];
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = (width: number, height: number) =>
  new Uint8Array([...signature, 0, 0, 0, 13, ...ascii('IHDR'), 0, 0, ...u16(width), 0, 0, ...u16(height), 8]);
const exif = [0xff, 0xe1, ...u16(6), 1, 2, 3, 4];
const jpeg = (width: number, height: number) =>
  new Uint8Array([
    0xff,
    0xd8,
    ...exif,
    0xff,
    0xc4,
    ...u16(3),
    0,
    0xff,
    0xff,
    0xc2,
    ...u16(11),
    8,
    ...u16(height),
    ...u16(width),
    1,
  ]);

describe('the header of an image', () => {
  it('states its size', () => {
    expect(imageSize(png(640, 768))).toEqual({ width: 640, height: 768 });
    expect(imageSize(jpeg(640, 768))).toEqual({ width: 640, height: 768 });
  });

  it('is cut off', () => {
    for (const whole of [png(640, 768), jpeg(640, 768)]) {
      for (let length = 0; length < 24; length++) expect(imageSize(whole.slice(0, length))).toBeUndefined();
    }
  });

  it.each([
    ['GIF', ascii('GIF89a')],
    ['BMP', ascii('BM6')],
    ['WebP', ascii('RIFF1234WEBP')],
    ['TIFF', ascii('II*\0')],
    ['TIFF', ascii('MM\0*')],
    ['DICOM', [...Array<number>(128).fill(0), ...ascii('DICM')]],
    ['DICOM', [8, 0, 5, 0]],
    [undefined, ascii('<html>')],
    [undefined, []],
  ])('is of %s', (format, bytes) => {
    expect(imageFormat(new Uint8Array(bytes))).toBe(format);
  });
});

const coco = JSON.stringify({
  images: [{ id: 1, file_name: 'nodule.png', width: 320, height: 384 }],
  categories: [{ id: 1, name: 'nodule' }],
  annotations: [{ id: 1, image_id: 1, category_id: 1, bbox: [10, 10, 20, 20] }],
});

/** What the rules of samples say of an image at a path, with annotations of 320 × 384 pixels. */
async function found(path: string, content: Uint8Array | string) {
  const files = protocolExample(
    `labels: [nodule]\nsamples:\n  typical: {image: ${path}, annotations: nodule.json, shows: [nodule]}`,
  );
  const all = { ...files, 'nodule.json': coco, [path]: content };
  const fileSystem = createMemoryFileSystem(
    Object.fromEntries(Object.entries(all).map(([name, text]) => [`${folder}/${name}`, text])),
  );
  const problems = await check(files, defaultConfig, { fileSystem });
  return problems.filter(({ rule }) => rule.startsWith('sample-')).map(({ message }) => message);
}

describe('a sample', () => {
  it.each([
    ['nodule.png', png(320, 384)],
    ['nodule.jpg', jpeg(320, 384)],
    ['turned.jpg', jpeg(384, 320)],
    ['nodule.nrrd', 'NRRD0004'],
  ])('is good: %s', async (path, content) => {
    expect(await found(path, content)).toEqual([]);
  });

  it.each([
    ['nodule.png', '<html>', '“nodule.png” is no image, or is broken: it does not begin as an image does.'],
    ['nodule.dcm', 'text', '“nodule.dcm” is no image, or is broken: it does not begin as a DICOM file does.'],
    [
      'nodule.png',
      'version https://git-lfs.github.com/spec/v1\n',
      '“nodule.png” is a pointer of Git LFS, and the image itself is not here. Fetch it with “git lfs pull”.',
    ],
    [
      'nodule.png',
      png(640, 768),
      '“nodule.json” speaks of 320 × 384 pixels, the image has 640 × 768. The annotations may be of another picture.',
    ],
  ])('is not: %s', async (path, content, message) => {
    expect(await found(path, content)).toEqual([message]);
  });
});
