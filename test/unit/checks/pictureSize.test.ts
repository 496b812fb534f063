import { expect, it } from 'vitest';
import type { AnnotatedImage, Annotation } from '../../../server/src/annotations/annotation';
import { pictureSize, sizesApart } from '../../../server/src/checks/rules/pictureSize';
import { bytes8, dicom, grey } from '../annotations/images/dicomFile';
import { gzip, nifti } from '../annotations/images/files';
import { pngFile } from '../annotations/maskFile';

const volume = (depth: number, more = {}): AnnotatedImage => {
  const values = new Uint8Array(4 * 3 * depth);
  const shape = { type: 'volume', volume: { width: 4, height: 3, depth, values, ...more }, value: 1 } as const;
  const annotation: Annotation = { id: '1', label: { name: '1', number: 1 }, shape, attributes: new Map() };
  return { fileName: '', width: 4, height: 3, annotations: [annotation] };
};
const flat = (width: number, height: number): AnnotatedImage => ({ fileName: '', width, height, annotations: [] });

it('reads the size of pictures from their headers', async () => {
  const stack = nifti({ dims: [4, 3, 2], type: 2, data: new Uint8Array(24) });
  expect(await pictureSize(stack)).toEqual({ width: 4, height: 3, depth: 2, isPlaced: true });
  expect(await pictureSize(gzip(stack))).toEqual({ width: 4, height: 3, depth: 2, isPlaced: true });
  const single = dicom(grey(4, 3, new Uint8Array(12), bytes8));
  expect(await pictureSize(single)).toEqual({ width: 4, height: 3, depth: 1, isPlaced: false });
  const png = pngFile({ width: 2, height: 1, pixels: [0, 1] });
  expect(await pictureSize(png)).toEqual({ width: 2, height: 1, depth: 1, isPlaced: false });
  expect(await pictureSize(single.slice(0, 200))).toBeUndefined();
  expect(await pictureSize(new Uint8Array([0x1f, 0x8b, 1]))).toBeUndefined();
  expect(await pictureSize(new Uint8Array(3))).toBeUndefined();
});

it('tells sizes that do not go together', () => {
  const picture = { width: 4, height: 3, depth: 1, isPlaced: false };
  expect(sizesApart(volume(1), picture)).toBeUndefined();
  expect(sizesApart(volume(2), picture)).toEqual({ own: '4 × 3 × 2 voxels', its: '4 × 3 × 1' });
  expect(sizesApart(volume(2, { planes: [] }), picture)).toBeDefined();
  expect(sizesApart(volume(2, { planes: [] }), { ...picture, isPlaced: true })).toBeUndefined();
  expect(sizesApart(flat(3, 4), picture)).toBeUndefined();
  expect(sizesApart(flat(5, 4), picture)).toEqual({ own: '5 × 4 pixels', its: '4 × 3' });
});
