import { expect, it } from 'vitest';
import type { Annotation, MaskVolume } from '../../../server/src/annotations/annotation';
import type { LookSample } from '../../../client/src/diff/protocol';
import { createRegionLoader } from '../../../client/src/diff/webview/lookSample';
import type { Decoder } from '../../../client/src/viewer/webview/decoder';

/** Three slices of 2 × 2 voxels: 3 on one voxel of the first, on two of the last. */
const volume: MaskVolume = {
  ...{ width: 2, height: 2, depth: 3 },
  values: Uint8Array.from([3, 0, 0, 0, 0, 0, 0, 9, 3, 3, 0, 0]),
};
const marked = (value: number): Annotation => ({
  id: String(value),
  label: { name: String(value), number: value },
  shape: { type: 'volume', volume, value },
  attributes: new Map(),
});

const sample: LookSample = {
  ...{ id: 'organs', imageName: 'ct.nii', windows: [], image: 'a', annotations: 'b', annotationsName: 'mask.nii' },
};

/** A decoder of one file of annotations. */
const decoder = {
  open: async () => ({ info: { depth: 3 }, close: () => undefined }),
  annotations: async () => ({
    file: { format: '', problems: [], images: [{ fileName: '', annotations: [marked(3), marked(9)] }] },
    busiest: 2,
  }),
} as unknown as Decoder;

it('takes of masks what lies on the slice where most is marked', async () => {
  const { slice, now, former } = await createRegionLoader(decoder)(sample);
  expect(slice).toBe(2);
  expect(now.map(({ annotation, bounds }) => [annotation.label.name, bounds])).toEqual([
    ['3', { x: 0, y: 0, width: 2, height: 1 }],
  ]);
  expect(former).toEqual(now);
});
