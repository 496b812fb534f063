import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../../server/src/annotations/images/byteSource';
import { recogniseImage } from '../../../../server/src/annotations/images/openImage';
import { decodePng } from '../../../../server/src/annotations/images/png';
import { turn } from '../../../../server/src/annotations/images/turn';
import { imageSize } from '../../../../server/src/annotations/imageSize';
import { concat, numbers, open, servicesWith } from './files';

/** A chunk of a PNG with its checksum. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concat(new TextEncoder().encode(type), data);
  let crc = 0xffffffff;
  for (const byte of body) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return concat(numbers([data.length], 4, true), body, numbers([~crc >>> 0], 4, true));
}

function png(
  width: number,
  height: number,
  depth: number,
  colour: number,
  lines: Uint8Array,
  extra?: Uint8Array,
): Uint8Array {
  const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const header = concat(numbers([width, height], 4, true), new Uint8Array([depth, colour, 0, 0, 0]));
  const data = new Uint8Array(deflateSync(lines));
  return concat(
    signature,
    chunk('IHDR', header),
    extra ?? new Uint8Array(0),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array(0)),
  );
}

describe('PNG', () => {
  it('keeps all 16 bits of grey', async () => {
    const data = new Uint16Array([0, 1, 258, 65_535]);
    const picture = await open(encodePng({ width: 2, height: 2, channels: 1, depth: 16, data }));
    expect(picture).toMatchObject({ format: 'PNG, 16 bit', width: 2, height: 2, channels: 1, windows: [] });
    expect([...(await picture.read(0)).values]).toEqual([...data]);
  });

  it('reads grey of 1, 2, 4 and 8 bits, each line from a new byte', async () => {
    const one = await open(png(10, 2, 1, 0, new Uint8Array([0, 0b10110000, 0b01000000, 0, 0, 0b11000000])));
    expect([...(await one.read(0)).values]).toEqual([1, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(one.windows).toEqual([{ center: 0.5, width: 1 }]);
    const two = await open(png(3, 1, 2, 0, new Uint8Array([0, 0b11011000])));
    expect([...(await two.read(0)).values]).toEqual([3, 1, 2]);
    const four = await open(png(3, 1, 4, 0, new Uint8Array([0, 0xa5, 0xf0])));
    expect([...(await four.read(0)).values]).toEqual([10, 5, 15]);
    const eight = await open(png(2, 1, 8, 0, new Uint8Array([0, 7, 200])));
    expect([...(await eight.read(0)).values]).toEqual([7, 200]);
  });

  it('paints indices for looking, and keeps them for masks', async () => {
    const palette = chunk('PLTE', new Uint8Array([0, 0, 0, 255, 128, 1]));
    const file = png(3, 1, 8, 3, new Uint8Array([0, 1, 0, 1]), palette);
    const picture = await open(file);
    expect(picture.channels).toBe(3);
    expect([...(await picture.read(0)).values]).toEqual([255, 128, 1, 0, 0, 0, 255, 128, 1]);
    const stored = await decodePng(file, 1_000);
    expect([...stored.values]).toEqual([1, 0, 1]);
    expect(stored.palette).toEqual([
      [0, 0, 0],
      [255, 128, 1],
    ]);
  });

  it('reads colours of 8 and of 16 bits, the opacity of grey left out', async () => {
    const rgb = await open(encodePng({ width: 1, height: 1, channels: 3, data: new Uint8Array([1, 2, 3]) }));
    expect([...(await rgb.read(0)).values]).toEqual([1, 2, 3]);
    const wide = await open(
      encodePng({ width: 1, height: 1, channels: 3, depth: 16, data: new Uint16Array([256, 513, 65_535]) }),
    );
    expect([...(await wide.read(0)).values]).toEqual([1, 2, 255]);
    const grey = await open(encodePng({ width: 2, height: 1, channels: 2, data: new Uint8Array([9, 255, 8, 0]) }));
    expect([...(await grey.read(0)).values]).toEqual([9, 8]);
  });

  const lines = new Uint8Array(4 * 5).fill(1);
  const refused: readonly [string, Uint8Array, string][] = [
    ['a file that ends early', png(4, 4, 8, 0, lines).subarray(0, 50), 'This PNG file is damaged or cut off.'],
    ['fewer lines than stated', png(4, 8, 8, 0, lines), 'This PNG file is damaged or cut off.'],
    [
      '65535×65535',
      png(65_535, 65_535, 8, 2, lines),
      'This PNG file unpacks to more than 1.1 GB, which is too much for a preview.',
    ],
    [
      'more lines than stated, millions of them',
      png(4, 4, 8, 0, new Uint8Array(5_000_000)),
      'This PNG file unpacks to more than 84 bytes, which is too much for a preview.',
    ],
    [
      'a pixel outside the palette',
      png(1, 1, 8, 3, new Uint8Array([0, 5]), chunk('PLTE', new Uint8Array(3))),
      'This PNG file has pixels of colours that are not in its palette.',
    ],
    [
      'a byte that was changed',
      png(4, 4, 8, 0, lines).map((byte, i) => (i === 45 ? byte ^ 1 : byte)),
      'This PNG file is damaged or cut off.',
    ],
  ];
  for (const [name, bytes, sentence] of refused) {
    it(`refuses ${name}`, async () => {
      await expect(open(bytes)).rejects.toThrow(sentence);
    });
  }

  it('does not unpack what no pixel needs', async () => {
    const profile = concat(
      new TextEncoder().encode('bomb\0\0'),
      new Uint8Array(deflateSync(new Uint8Array(50_000_000))),
    );
    const picture = await open(png(1, 1, 8, 0, new Uint8Array([0, 3]), chunk('iCCP', profile)), servicesWith(1_000));
    expect([...(await picture.read(0)).values]).toEqual([3]);
  });
});

describe('JPEG', () => {
  const pixels = new Uint8Array(16 * 8 * 4).map((_, i) => (i % 4 === 3 ? 255 : i % 4 === 0 ? 200 : 40));
  const jpeg = new Uint8Array(encodeJpeg({ width: 16, height: 8, data: pixels }, 95).data);

  it('reads colours', async () => {
    const picture = await open(jpeg);
    expect(picture).toMatchObject({ format: 'JPEG', width: 16, height: 8, channels: 3 });
    const { values } = await picture.read(0);
    expect(values).toHaveLength(16 * 8 * 3);
    for (let i = 0; i < values.length; i++) expect(Math.abs(values[i]! - (i % 3 === 0 ? 200 : 40))).toBeLessThan(6);
  });

  it('turns as Exif asks', async () => {
    const tiff = concat(
      new TextEncoder().encode('II'),
      numbers([42], 2),
      numbers([8], 4),
      numbers([1, 0x112, 3], 2),
      numbers([1], 4),
      numbers([6, 0], 2),
      numbers([0], 4),
    );
    const body = concat(new TextEncoder().encode('Exif\0\0'), tiff);
    const segment = concat(new Uint8Array([0xff, 0xe1]), numbers([body.length + 2], 2, true), body);
    const picture = await open(concat(jpeg.subarray(0, 2), segment, jpeg.subarray(2)));
    expect(picture).toMatchObject({ width: 8, height: 16 });
  });

  it('is turned the eight ways', () => {
    const turned = (way: number) => [...turn(new Uint8Array([1, 2, 3, 4, 5, 6]), 3, 2, 1, way).values].join('');
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(turned)).toEqual([
      '123456',
      '321654',
      '654321',
      '456123',
      '142536',
      '415263',
      '635241',
      '362514',
    ]);
  });

  it('refuses what is cut off, too large, or not of 8 bits', async () => {
    await expect(open(jpeg.subarray(0, 60))).rejects.toThrow('This JPEG file is damaged or cut off.');
    const frame = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xc0);
    const patched = (at: number, bytes: readonly number[]) => {
      const copy = jpeg.slice();
      copy.set(bytes, frame + at);
      return copy;
    };
    await expect(open(patched(5, [0xff, 0xff, 0xff, 0xff]))).rejects.toThrow(
      'This JPEG file unpacks to more than 1.1 GB',
    );
    await expect(open(patched(4, [12]))).rejects.toThrow('JPEG of 12 bits is not supported; 8 bits are.');
    await expect(open(patched(1, [0xc3]))).rejects.toThrow('This is lossless JPEG, which is not supported here.');
    await expect(open(patched(1, [0xc9]))).rejects.toThrow(
      'This is JPEG with arithmetic coding, which is not supported here.',
    );
  });
});

describe('a picture whose colours are all grey', () => {
  const grey = { channels: 1, windows: [{ center: 127.5, width: 255 }] };

  it('has grey tones and a window', async () => {
    const png = await open(
      encodePng({ width: 2, height: 1, channels: 3, data: new Uint8Array([9, 9, 9, 200, 200, 200]) }),
    );
    expect(png).toMatchObject(grey);
    expect([...(await png.read(0)).values]).toEqual([9, 200]);
    const data = new Uint8Array(8 * 8 * 4).map((_, i) => (i % 4 === 3 ? 255 : 80));
    const jpeg = await open(new Uint8Array(encodeJpeg({ width: 8, height: 8, data }, 95).data));
    expect(jpeg).toMatchObject(grey);
    expect((await jpeg.read(0)).values).toHaveLength(64);
  });

  it('is in colour where one pixel has one, or can be seen through', async () => {
    for (const data of [
      [9, 9, 9, 255, 9, 9, 8, 255],
      [9, 9, 9, 255, 9, 9, 9, 254],
    ]) {
      const picture = await open(encodePng({ width: 2, height: 1, channels: 4, data: new Uint8Array(data) }));
      expect(picture).toMatchObject({ channels: 4, windows: [] });
    }
  });
});

describe('what a browser decodes', () => {
  const bmp = new Uint8Array(60);
  bmp.set([0x42, 0x4d]);
  bmp.set(numbers([40, 3, 0xfffffffe], 4), 14);
  const decoded = { width: 3, height: 2, values: new Uint8Array(24).fill(9) };

  it('is left to it, after a look at the size', async () => {
    const asked: string[] = [];
    const services = {
      ...servicesWith(),
      decodeNatively: async (_: Uint8Array, type: string) => {
        asked.push(type);
        return decoded;
      },
    };
    expect(await open(bmp, services)).toMatchObject({ format: 'BMP', width: 3, height: 2, channels: 4 });
    expect(asked).toEqual(['image/bmp']);
    const large = bmp.slice();
    large.set(numbers([60_000, 60_000], 4), 18);
    await expect(open(large, services)).rejects.toThrow('This BMP file unpacks to more than 1.1 GB');
    await expect(open(bmp.subarray(0, 20), services)).rejects.toThrow('This BMP file is damaged or cut off.');
    expect(asked).toHaveLength(1);
  });

  it('is refused where there is none, and where the browser cannot', async () => {
    await expect(open(bmp)).rejects.toThrow('BMP can be shown in a preview only, where a browser decodes it.');
    const services = {
      ...servicesWith(),
      decodeNatively: () => Promise.reject(new Error('The source image could not be decoded.')),
    };
    await expect(open(bmp, services)).rejects.toThrow('This BMP file is damaged or cut off.');
  });

  it('has a size in its header', () => {
    const webp = (kind: string, at: number, bytes: readonly number[]) => {
      const file = new Uint8Array(40);
      file.set(new TextEncoder().encode(`RIFF????WEBP${kind}`));
      file.set(bytes, at);
      return imageSize(file);
    };
    expect(webp('VP8 ', 26, [0x40, 0x01, 0xf0, 0x00])).toEqual({ width: 320, height: 240 });
    expect(webp('VP8L', 21, [0x3f, 0xc1, 0x3b, 0x00])).toEqual({ width: 320, height: 240 });
    expect(webp('VP8X', 24, [0x3f, 0x01, 0x00, 0xef, 0x00, 0x00])).toEqual({ width: 320, height: 240 });
    expect(imageSize(bmp)).toEqual({ width: 3, height: 2 });
  });
});

it('knows a format by its content, and says so when it does not', async () => {
  expect(await recogniseImage(memorySource(new TextEncoder().encode('hello')))).toBeUndefined();
  await expect(open(new TextEncoder().encode('hello'))).rejects.toThrow(
    'This file is of no image format that is known here.',
  );
  await expect(open(new TextEncoder().encode('GIF89a'))).rejects.toThrow('Images of the format GIF are not supported.');
  await expect(open(new Uint8Array(0))).rejects.toThrow('This file is empty.');
});
