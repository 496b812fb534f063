import { describe, expect, it } from 'vitest';
import { cutPlane } from '../../../client/src/viewer/webview/cutPlane';
import { planesOf } from '../../../client/src/viewer/webview/planes';
import { leftPosteriorSuperior, pictureInfo, rightAnteriorSuperior } from './pictures';

/** The value of a voxel tells its place: column + 10 × row + 100 × slice. */
const slices = [0, 1].map((z) => Uint8Array.from({ length: 12 }, (_, i) => (i % 4) + 10 * Math.floor(i / 4) + 100 * z));
const grid = { width: 4, height: 3, depth: 2, channels: 1 };
const sliceAt = (z: number) => slices[z]!;

describe('a plane cut out of voxels', () => {
  const [axial, coronal, sagittal] = planesOf(pictureInfo({ toPatient: leftPosteriorSuperior }));

  it('is the slice itself where it is stored so', () => {
    expect(cutPlane(grid, sliceAt, axial, 1)).toBe(slices[1]);
  });

  it('runs across the slices, the upper one first', () => {
    expect([...cutPlane(grid, sliceAt, coronal!, 2)]).toEqual([120, 121, 122, 123, 20, 21, 22, 23]);
    expect([...cutPlane(grid, sliceAt, sagittal!, 3)]).toEqual([103, 113, 123, 3, 13, 23]);
  });

  it('is turned with the voxels', () => {
    const [turned, front, side] = planesOf(pictureInfo({ toPatient: rightAnteriorSuperior }));
    expect([...cutPlane(grid, sliceAt, turned, 0)]).toEqual([23, 22, 21, 20, 13, 12, 11, 10, 3, 2, 1, 0]);
    expect([...cutPlane(grid, sliceAt, front!, 0)]).toEqual([103, 102, 101, 100, 3, 2, 1, 0]);
    expect([...cutPlane(grid, sliceAt, side!, 0)]).toEqual([120, 110, 100, 20, 10, 0]);
  });

  it('may have slices that run to the right', () => {
    const cut = { across: 2, down: 1, through: 0, acrossReversed: false, downReversed: false } as const;
    expect([...cutPlane(grid, sliceAt, cut, 2)]).toEqual([2, 102, 12, 112, 22, 122]);
  });

  it('asks for no other slice, and keeps the parts of colours together', () => {
    const colours = Uint8Array.from({ length: 2 * 2 * 3 }, (_, i) => i);
    const asked: number[] = [];
    const cut = { across: 0, down: 1, through: 2, acrossReversed: true, downReversed: false } as const;
    const size = { width: 2, height: 2, depth: 9, channels: 3 };
    const out = cutPlane(size, (z) => (asked.push(z), colours), cut, 4);
    expect(asked).toEqual([4]);
    expect([...out]).toEqual([3, 4, 5, 0, 1, 2, 9, 10, 11, 6, 7, 8]);
  });
});
