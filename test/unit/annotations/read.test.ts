import { expect, it } from 'vitest';
import { largestText, mayHoldAnnotations, readAnnotations } from '../../../server/src/annotations/read';
import { gzip } from './images/files';

const coco = (...annotations: object[]) =>
  JSON.stringify({
    images: [{ id: 1, file_name: '<img src=x onerror=alert(1)>.png', width: 9, height: 9 }],
    categories: [{ id: 1, name: '<script>alert(1)</script>' }],
    annotations: annotations.map((one, i) => ({ id: i + 1, image_id: 1, category_id: 1, ...one })),
  });

it('keeps HTML in names as the text that it is', async () => {
  const file = await readAnnotations(coco({}));
  expect(file?.images[0]?.fileName).toBe('<img src=x onerror=alert(1)>.png');
  expect(file?.images[0]?.annotations[0]?.label.name).toBe('<script>alert(1)</script>');
});

it('tells of places that no image has', async () => {
  const file = await readAnnotations(
    coco({ bbox: [1e300, 0, 1, 1] }, { bbox: [1, 1, 1e9, 1] }, { bbox: [1, 1, 2, 2] }),
  );
  expect(file?.images[0]?.annotations.map(({ shape }) => shape.type)).toEqual([
    'classification',
    'classification',
    'box',
  ]);
  expect(file?.problems).toEqual([
    'Annotation 1 has a place beyond any image, more than 10000000 pixels away (so do 1 others).',
  ]);
});

it('refuses a text that is too large before it is parsed', async () => {
  const bytes = new Uint8Array(500_000_000);
  bytes.set(new TextEncoder().encode('{"images": ['));
  expect(await readAnnotations(bytes)).toEqual({
    format: 'text',
    images: [],
    problems: [
      `This file is too large to be read at once (500 MB; up to ${largestText / 1_000_000} MB are read). Split it.`,
    ],
  });
  expect(await readAnnotations(new Uint8Array(largestText + 1))).toBeUndefined();
});

it('reads UTF-16 and a byte order mark', async () => {
  const text = coco({});
  const utf16 = new Uint8Array(2 + text.length * 2);
  utf16.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) utf16.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 + 2 * i);
  for (const content of [utf16, new TextEncoder().encode(`\uFEFF${text}`), `\uFEFF${text}`]) {
    expect((await readAnnotations(content))?.images).toHaveLength(1);
  }
});

it.each([
  ['nothing', new Uint8Array(0)],
  ['one byte', new Uint8Array([0x5c])],
  ['zeros', new Uint8Array(1000)],
  ['a gzip of something else', gzip(new TextEncoder().encode(coco({})))],
  ['a damaged gzip', new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3])],
  ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
  ['broken UTF-8', new Uint8Array([0xc3, 0x28, 0xff])],
])('%s is no file of annotations', async (_what, bytes) => {
  expect(await readAnnotations(bytes)).toBeUndefined();
});

it('survives any bytes', async () => {
  const starts = [
    '{"images":',
    '[{"data":',
    '<annotations>',
    '<annotation><',
    '0 0.5 0.5 0.1',
    '\x89PNG\r\n\x1a\n',
    '\x1f\x8b\x08',
  ];
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647);
  for (let i = 0; i < 400; i++) {
    const start = starts[i % starts.length] ?? '';
    const rest = Array.from({ length: random() % 200 }, () => String.fromCharCode(random() % 256)).join('');
    const file = await readAnnotations(
      Uint8Array.from(start + rest, (letter) => letter.charCodeAt(0)),
      { isNamed: true },
    );
    expect(file?.format).not.toBe('unknown');
  }
});

it('knows by name only what need not be opened', () => {
  const names = ['a.json', 'a.geojson', 'a.XML', 'a.txt', 'a.png', 'a.nii', 'a.nii.gz', 'a.dcm'];
  expect(names.every(mayHoldAnnotations)).toBe(true);
  expect(['a.jpg', 'a.yaml', 'a.md', 'png'].some(mayHoldAnnotations)).toBe(false);
});
