import { encode as encodeJpeg } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../server/src/annotations/images/byteSource';
import { openImage } from '../../server/src/annotations/images/openImage';
import { colour, dicom, type Elements, fragments, grey, packedAs } from '../unit/annotations/images/dicomFile';
import { numbers } from '../unit/annotations/images/files';
import { type Codec, encode, encodeLosslessJpeg, type Raw } from './encoders';
import { nodeServices } from './services';

const [width, height] = [45, 33];

/** A slope with noise on it, from the lowest value to the highest. */
function raw(bits: number, signed: boolean, components: 1 | 3 = 1): Raw {
  const count = width * height * components;
  const lowest = signed ? -(2 ** (bits - 1)) : 0;
  let random = 7;
  const values = Array.from({ length: count }, (_, i) => {
    random = (random * 1103515245 + 12345) % 2 ** 31;
    const value = Math.round((i / (count - 1)) * (2 ** bits - 1) * 0.9) + (random % Math.ceil(2 ** bits / 12));
    return lowest + Math.min(value, 2 ** bits - 1);
  });
  values[0] = lowest;
  values[count - 1] = lowest + 2 ** bits - 1;
  return { width, height, components, bits, signed, values };
}

function bitsOf({ bits, signed }: Raw): Elements {
  return {
    '00280100': ['US', [bits > 8 ? 16 : 8]],
    '00280101': ['US', [bits]],
    '00280102': ['US', [bits - 1]],
    '00280103': ['US', [signed ? 1 : 0]],
  };
}

async function read(packed: readonly Uint8Array[], syntax: string, more: Elements, frame = 0): Promise<number[]> {
  const frames: Elements = { '00280008': ['IS', String(packed.length)] };
  const file = dicom(grey(width, height, fragments(packed), { ...more, ...frames }), packedAs(syntax));
  const picture = await openImage(memorySource(file), nodeServices);
  return [...(await picture.read(frame)).values];
}

/** What the encoders make of a sign is not sure: it is put into the header afterwards, which says what 0 stands for. */
async function packedOf(codec: Codec, image: Raw): Promise<Uint8Array> {
  if (!image.signed) return encode(codec, image);
  const half = 2 ** (image.bits - 1);
  const packed = await encode(codec, { ...image, signed: false, values: image.values.map((value) => value + half) });
  packed[42]! |= 0x80;
  return packed;
}

const lossless = [
  ['JPEG-LS', '1.2.840.10008.1.2.4.80'],
  ['JPEG 2000', '1.2.840.10008.1.2.4.90'],
  ['HTJ2K', '1.2.840.10008.1.2.4.201'],
] as const;

describe('what was packed without loss comes out as it was', () => {
  for (const [codec, syntax] of lossless) {
    for (const bits of [8, 12, 16]) {
      // JPEG-LS knows no sign: it packs the bits.
      for (const signed of codec === 'JPEG-LS' ? [false] : [false, true]) {
        it(`${codec}, ${bits} bits${signed ? ', signed' : ''}`, async () => {
          const image = raw(bits, signed);
          expect(await read([await packedOf(codec, image)], syntax, bitsOf(image))).toEqual(image.values);
        });
      }
    }
    it(`${codec}, a sign that only the header knows`, async () => {
      const image = raw(16, false);
      const signed = image.values.map((value) => (value << 16) >> 16);
      const read16 = await read([await encode(codec, image)], syntax, bitsOf({ ...image, signed: true }));
      expect(read16).toEqual(signed);
    });
    it(`${codec}, colours`, async () => {
      const image = raw(8, false, 3);
      const photometric = codec === 'JPEG-LS' ? 'RGB' : 'YBR_RCT';
      expect(await read([await encode(codec, image)], syntax, colour(photometric))).toEqual(image.values);
    });
    it(`${codec}, the second of two frames, and the first after one that is broken`, async () => {
      const [a, b] = [raw(12, false), raw(8, false)];
      const second = { ...b, bits: 12 };
      const packed = [await encode(codec, a), await encode(codec, second)];
      expect(await read(packed, syntax, bitsOf(a), 1)).toEqual(b.values);
      const broken = packed[0]!.map((byte, i) => (i > 90 && i % 3 === 0 ? 0xff : byte));
      const file = dicom(
        grey(width, height, fragments([broken, packed[1]!]), { ...bitsOf(a), '00280008': ['IS', '2'] }),
        packedAs(syntax),
      );
      const picture = await openImage(memorySource(file), nodeServices);
      await picture
        .read(0)
        .catch((error: Error) => expect(error.message).toBe('This DICOM file is damaged or cut off.'));
      expect([...(await picture.read(1)).values]).toEqual(b.values);
    });
  }

  for (let predictor = 1; predictor <= 7; predictor++) {
    for (const bits of [8, 12, 16]) {
      it(`lossless JPEG, predictor ${predictor}, ${bits} bits`, async () => {
        const image = raw(bits, false);
        const packed = encodeLosslessJpeg(image, predictor);
        expect(await read([packed], '1.2.840.10008.1.2.4.57', bitsOf(image))).toEqual(image.values);
      });
    }
  }
  it('lossless JPEG, colours', async () => {
    const image = raw(8, false, 3);
    expect(await read([encodeLosslessJpeg(image, 1)], '1.2.840.10008.1.2.4.70', colour('RGB'))).toEqual(image.values);
  });
});

describe('baseline JPEG', () => {
  const rgb = [200, 60, 20];
  const data = new Uint8Array(width * height * 4).map((_, i) => rgb[i % 4] ?? 255);
  const jpeg = new Uint8Array(encodeJpeg({ width, height, data }, 95).data);

  it('keeps colours within a bound, whatever the header calls them', async () => {
    for (const photometric of ['YBR_FULL_422', 'RGB']) {
      const values = await read([jpeg], '1.2.840.10008.1.2.4.50', colour(photometric));
      values.forEach((value, i) => expect(Math.abs(value - rgb[i % 3]!)).toBeLessThanOrEqual(4));
    }
  });
});

it('refuses what lies about its size, before it is unpacked', async () => {
  const image = raw(8, false);
  for (const [codec, syntax] of lossless) {
    const packed = await encode(codec, image);
    const at = codec === 'JPEG-LS' ? packed.findIndex((byte, i) => byte === 0xff && packed[i + 1] === 0xf7) + 5 : 8;
    packed.set(codec === 'JPEG-LS' ? numbers([65_535, 65_535], 2, true) : numbers([2 ** 31, 2 ** 31], 4, true), at);
    await expect(read([packed], syntax, bitsOf(image))).rejects.toThrow(
      'This DICOM file states an image of 45×33, grey; ',
    );
  }
});

it('says a sentence for what is cut off anywhere', async () => {
  const image = raw(8, false);
  const packed: readonly (readonly [Uint8Array, string])[] = [
    ...(await Promise.all(lossless.map(async ([codec, syntax]) => [await encode(codec, image), syntax] as const))),
    [encodeLosslessJpeg(image, 1), '1.2.840.10008.1.2.4.70'],
  ];
  for (const [bytes, syntax] of packed) {
    for (let end = 0; end < bytes.length - 200; end += 97) {
      const message = await read([bytes.subarray(0, end)], syntax, bitsOf(image)).then(
        () => 'read',
        (error: Error) => error.message,
      );
      expect([syntax, end, message]).toEqual([syntax, end, 'This DICOM file is damaged or cut off.']);
    }
  }
});
