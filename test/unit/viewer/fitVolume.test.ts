import { describe, expect, it } from 'vitest';
import type { MaskVolume } from '../../../server/src/annotations/annotation';
import { planeAt } from '../../../server/src/annotations/images/geometry';
import { fitVolume } from '../../../client/src/viewer/webview/fitVolume';
import { busiestSlice } from '../../../client/src/viewer/webview/worker/fitAnnotations';
import { leftPosteriorSuperior, pictureInfo, rightAnteriorSuperior } from './pictures';

const values = Uint8Array.from({ length: 24 }, (_, i) => i);
const volume: MaskVolume = { width: 4, height: 3, depth: 2, values };
const picture = pictureInfo({ toPatient: leftPosteriorSuperior });

function fitted(mask: MaskVolume, info = picture): number[] {
  const result = fitVolume(mask, info);
  if (typeof result === 'string') throw new Error(result);
  expect([result.width, result.height, result.depth]).toEqual([info.width, info.height, info.depth]);
  return [...result.values];
}

describe('a mask on a picture', () => {
  it('stays as it is where it lies so', () => {
    expect(fitVolume({ ...volume, toPatient: leftPosteriorSuperior }, picture)).toMatchObject({ values });
    expect(fitVolume(volume, pictureInfo())).toBe(volume);
  });

  it('is turned as its place in the patient says', () => {
    const turned = fitted({ ...volume, toPatient: rightAnteriorSuperior });
    expect(turned.slice(0, 12)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });

  it('has its slices by their place, not by their order, and none where it has none', () => {
    const planes = [planeAt(leftPosteriorSuperior, 1)];
    const one = { ...volume, depth: 1, values: values.slice(1, 13), planes };
    expect(fitted(one)).toEqual([...new Array<number>(12).fill(0), ...values.slice(1, 13)]);
    const apart = [planeAt(leftPosteriorSuperior, 1), planeAt(leftPosteriorSuperior, 0)];
    expect(fitted({ ...volume, planes: apart })).toEqual([...values.slice(12), ...values.slice(0, 12)]);
  });

  it('of other voxels takes those in which the middles of the picture’s lie', () => {
    const coarse = { columns: [2, 0, 0], rows: [0, 6, 0], slices: [0, 0, 5], origin: [0.5, 2, 0] } as const;
    const mask = { width: 2, height: 1, depth: 2, values: Uint8Array.from([1, 2, 3, 4]), toPatient: coarse };
    expect(fitted(mask)).toEqual([...[1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2], ...[3, 3, 4, 4, 3, 3, 4, 4, 3, 3, 4, 4]]);
  });

  it('says why it does not fit', () => {
    expect(fitVolume({ ...volume, width: 3, depth: 2 }, pictureInfo())).toBe(
      'The mask has 3 × 3 × 2 voxels, the image 4 × 3 × 2: they do not belong together.',
    );
    const elsewhere = { ...leftPosteriorSuperior, origin: [0, 0, 900] } as const;
    const planes = [planeAt(elsewhere, 0), planeAt(elsewhere, 1)];
    expect(fitVolume({ ...volume, planes }, picture)).toBe('The mask lies elsewhere in the patient than the image.');
  });

  it('is busiest where most is marked', () => {
    expect(busiestSlice([{ ...volume, values: Uint8Array.from({ length: 24 }, (_, i) => (i > 10 ? 1 : 0)) }])).toBe(1);
    expect(busiestSlice([{ ...volume, values: new Uint8Array(24) }])).toBeUndefined();
  });
});
