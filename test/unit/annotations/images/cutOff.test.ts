import { encode as encodeJpeg } from 'jpeg-js';
import { expect, it } from 'vitest';
import { pngFile } from '../maskFile';
import { deflated, dicom, fragments, grey, packedAs, rle } from './dicomFile';
import { UnreadableImage } from '../../../../server/src/annotations/images/unreadable';
import { concat, deflateRaw, gzip, nifti, numbers, open } from './files';

const words = Uint8Array.from({ length: 512 }, (_, i) => (i * 37) % 251);
const nrrd = (encoding: string) =>
  new TextEncoder().encode(
    `NRRD0004\ntype: uint8\ndimension: 3\nsizes: 16 16 2\nencoding: ${encoding}\nspace: left-posterior-superior\n\n`,
  );
const volume = nifti({ dims: [16, 8, 2], type: 4, data: words });
const packed = concat(numbers([2, 64, 66], 4), new Uint8Array(52), new Uint8Array([253, 1]), new Uint8Array([253, 9]));

const files: Readonly<Record<string, Uint8Array>> = {
  'DICOM': dicom(grey(16, 16, words)),
  'DICOM, deflated': dicom(grey(16, 16, words), deflated),
  'DICOM, RLE': dicom(grey(2, 2, fragments([packed])), rle),
  'DICOM, deflated frames': dicom(grey(16, 16, fragments([deflateRaw(words)])), packedAs('1.2.840.10008.1.2.8.1')),
  'NIfTI': volume,
  'NIfTI, gzip': gzip(volume),
  'NRRD': concat(nrrd('raw'), words),
  'NRRD, gzip': concat(nrrd('gzip'), gzip(words)),
  'PNG': pngFile({ width: 32, height: 16, pixels: [...words] }),
  'JPEG': new Uint8Array(encodeJpeg({ width: 16, height: 8, data: words }, 90).data),
}; // prettier-ignore

async function slices(file: Uint8Array): Promise<number[][]> {
  const picture = await open(file);
  const all = Array.from({ length: picture.depth }, async (_, slice) => [...(await picture.read(slice)).values]);
  return Promise.all(all);
}

it.each(Object.entries(files))('%s that is cut off anywhere is refused, or shown as it was', async (_name, file) => {
  const whole = await slices(file);
  for (let end = 0; end < file.length; end++) {
    try {
      const shown = await slices(file.subarray(0, end));
      // What stands behind the pixels may be missing.
      expect([end, shown]).toEqual([end, whole]);
    } catch (error) {
      if (!(error instanceof UnreadableImage)) throw error;
      expect(error.message).toMatch(/^[A-Z].*[.]$/);
    }
  }
});
