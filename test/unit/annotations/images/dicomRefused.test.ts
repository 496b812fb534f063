import { describe, expect, it } from 'vitest';
import { bytes8, deflated, dicom, fragments, grey, packedAs, placed, rle } from './dicomFile';
import { concat, numbers, open, servicesWith } from './files';

describe('what is refused', () => {
  const data = numbers([1, 2, 3, 4], 2);
  const cases: readonly [string, Uint8Array, string][] = [
    [
      'a million frames',
      dicom(grey(2, 2, data, { '00280008': ['IS', '1000000'] })),
      'This DICOM file is cut off: its header asks for 8 MB of pixels, the file has 8 bytes.',
    ],
    [
      '65535×65535 of 16 bits',
      dicom(grey(65_535, 65_535, data)),
      'This DICOM file unpacks to more than 1.1 GB, which is too much for a preview.',
    ],
    ['no size', dicom(grey(0, 2, data)), 'This DICOM file does not state the size of its image.'],
    [
      'no frames',
      dicom(grey(2, 2, data, { '00280008': ['IS', '0'] })),
      'This DICOM file states no valid number of frames.',
    ],
    [
      'other colours',
      dicom(grey(2, 2, data, { '00280004': ['CS', 'CMYK'] })),
      'DICOM with the colours CMYK is not supported.',
    ],
    [
      'colours with one value',
      dicom(grey(2, 2, data, { '00280004': ['CS', 'RGB'] })),
      'This DICOM file states 1 values a pixel, which does not fit RGB.',
    ],
    [
      '12 bits a value',
      dicom(grey(2, 2, data, { '00280100': ['US', [12]] })),
      'DICOM with 12 bits a value is not supported.',
    ],
    [
      'bits that cannot be',
      dicom(grey(2, 2, data, { '00280101': ['US', [17]] })),
      'This DICOM file states 17 bits up to bit 15 of 16, which cannot be.',
    ],
    ['video', dicom(grey(2, 2, data), packedAs('1.2.840.10008.1.2.4.102')), 'DICOM with video is not supported.'],
    ['JPEG XL', dicom(grey(2, 2, data), packedAs('1.2.840.10008.1.2.4.110')), 'DICOM with JPEG XL is not supported.'],
    [
      'a private syntax',
      dicom(grey(2, 2, data), packedAs('1.2.3')),
      'DICOM with the transfer syntax 1.2.3 is not supported.',
    ],
    ['no image', dicom({ '00080060': ['CS', 'SR'] }), 'This DICOM file holds no image.'],
    [
      'a palette in segments',
      dicom(grey(2, 2, data, { ...bytes8, '00280004': ['CS', 'PALETTE COLOR'], '00281221': ['OW', data] })),
      'DICOM with a palette in segments is not supported.',
    ],
    [
      'no palette',
      dicom(grey(2, 2, data, { ...bytes8, '00280004': ['CS', 'PALETTE COLOR'] })),
      'This DICOM file has no palette for its colours.',
    ],
    [
      'fragments that end early',
      dicom(grey(2, 2, fragments([data])), rle).subarray(0, -20),
      'This DICOM file is damaged or cut off.',
    ],
    [
      'a deflated file that ends early',
      dicom(
        grey(
          20,
          20,
          new Uint8Array(800).map((_, i) => (i * i) >> 3),
        ),
        deflated,
      ).subarray(0, 400),
      'This DICOM file is damaged or cut off.',
    ],
  ];
  for (const [name, bytes, sentence] of cases) {
    it(name, async () => {
      await expect(open(bytes)).rejects.toThrow(sentence);
    });
  }

  it('a bomb in a deflated file', async () => {
    const file = dicom(grey(2, 2, new Uint8Array(20_000_000)), deflated);
    expect(file.length).toBeLessThan(30_000);
    await expect(open(file, servicesWith(1_000_000))).rejects.toThrow(
      'This DICOM file unpacks to more than 1 MB, which is too much for a preview.',
    );
  });

  it('a file cut off anywhere, with a sentence', async () => {
    const file = dicom(grey(2, 2, data, placed(3)));
    for (let end = 1; end < file.length; end++) {
      const message = await open(file.subarray(0, end)).then(
        () => 'opened',
        (error: Error) => error.message,
      );
      expect(message).toMatch(/^This (DICOM file|file is of no image format)/);
    }
  });

  it('12-bit JPEG, and an image of another size than the header states', async () => {
    const jpeg = (precision: number, width: number) =>
      new Uint8Array([0xff, 0xd8, 0xff, 0xc1, 0, 11, precision, 0, 2, 0, width, 1, 1, 0x11, 0, 0xff, 0xd9]);
    const extended = packedAs('1.2.840.10008.1.2.4.51');
    const picture = await open(dicom(grey(2, 2, fragments([jpeg(12, 2)])), extended));
    await expect(picture.read(0)).rejects.toThrow('JPEG of 12 bits is not supported; 8 bits are.');
    const other = await open(dicom(grey(2, 2, fragments([jpeg(8, 3)])), extended));
    await expect(other.read(0)).rejects.toThrow(
      'This DICOM file states an image of 2×2, grey; the one inside it is 3×2, grey.',
    );
  });

  it('a decoder that cannot be loaded', async () => {
    const codestream = concat(
      new Uint8Array([0xff, 0x4f, 0xff, 0x51]),
      numbers([41, 0], 2, true),
      numbers([2, 2, 0, 0, 2, 2, 0, 0], 4, true),
      numbers([1], 2, true),
      new Uint8Array([15, 1, 1, 0xff, 0x52, 0, 12, 0, 0, 0, 1, 0, 0, 4, 4, 0, 1]),
      // One tile, of nothing but its header.
      new Uint8Array([0xff, 0x90, 0, 10, 0, 0, 0, 0, 0, 14, 0, 1, 0xff, 0x93, 0xff, 0xd9]),
    );
    const picture = await open(dicom(grey(2, 2, fragments([codestream])), packedAs('1.2.840.10008.1.2.4.90')));
    await expect(picture.read(0)).rejects.toThrow('The decoder for this DICOM file could not be loaded.');
  });
});
