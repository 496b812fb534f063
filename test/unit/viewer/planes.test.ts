import { describe, expect, it } from 'vitest';
import { imageToPlane, planesOf, planeToImage, toPlane, toVoxel } from '../../../client/src/viewer/webview/planes';
import { leftPosteriorSuperior, pictureInfo, rightAnteriorSuperior } from './pictures';

describe('the planes of a picture', () => {
  it('is one, as it is stored, where its place in the patient is not known', () => {
    const [plane, ...others] = planesOf(pictureInfo({ spacing: { x: 0.5, y: 1 } }));
    expect(others).toEqual([]);
    expect(plane).toMatchObject({
      name: 'Frames',
      width: 4,
      height: 3,
      depth: 2,
      pixel: { x: 0.5, y: 1 },
      measured: true,
    });
    expect(plane.letters).toBeUndefined();
    expect(planesOf(pictureInfo({ depth: 1 }))[0]).toMatchObject({
      name: 'Picture',
      measured: false,
      pixel: { x: 1, y: 1 },
    });
  });

  it('are three with the right sizes, first that of the slices', () => {
    const planes = planesOf(pictureInfo({ toPatient: leftPosteriorSuperior }));
    expect(planes.map(({ name, width, height, depth, pixel }) => [name, width, height, depth, pixel])).toEqual([
      ['Axial', 4, 3, 2, { x: 1, y: 2 }],
      ['Coronal', 4, 2, 3, { x: 1, y: 5 }],
      ['Sagittal', 3, 2, 4, { x: 2, y: 5 }],
    ]);
    expect(planes.map(({ letters }) => letters)).toEqual([
      { left: 'R', right: 'L', top: 'A', bottom: 'P' },
      { left: 'R', right: 'L', top: 'S', bottom: 'I' },
      { left: 'A', right: 'P', top: 'S', bottom: 'I' },
    ]);
  });

  it('lie the same way however the voxels are numbered', () => {
    const [axial] = planesOf(pictureInfo({ toPatient: rightAnteriorSuperior }));
    expect(axial).toMatchObject({ acrossReversed: true, downReversed: true });
    expect(axial.letters).toEqual({ left: 'R', right: 'L', top: 'A', bottom: 'P' });
  });

  it('begin with the plane that is stored, also where it is another', () => {
    const sagittal = { columns: [0, 1, 0], rows: [0, 0, -1], slices: [1, 0, 0], origin: [0, 0, 0] } as const;
    const planes = planesOf(pictureInfo({ toPatient: sagittal }));
    expect(planes.map(({ name, through }) => [name, through])).toEqual([
      ['Sagittal', 2],
      ['Axial', 1],
      ['Coronal', 0],
    ]);
    expect(planes[0]).toMatchObject({ across: 0, down: 1, acrossReversed: false, downReversed: false });
  });

  it('have points that go to voxels and back', () => {
    for (const plane of planesOf(pictureInfo({ toPatient: rightAnteriorSuperior }))) {
      const voxel = toVoxel(plane, [1, 0], 1);
      expect(toPlane(plane, voxel)).toEqual([1, 0]);
      expect(voxel[plane.through]).toBe(1);
    }
    const [axial] = planesOf(pictureInfo({ toPatient: rightAnteriorSuperior }));
    expect(toVoxel(axial, [0, 0], 1)).toEqual([3, 2, 1]);
  });

  it('have places for what is drawn on the stored image', () => {
    const [axial] = planesOf(pictureInfo({ toPatient: rightAnteriorSuperior }));
    const [a, b, c, d, e, f] = imageToPlane(axial);
    const moved = [a * 1 + c * 0.5 + e, b * 1 + d * 0.5 + f] as const;
    expect(moved).toEqual([3, 2.5]);
    expect(planeToImage(axial, moved)).toEqual([1, 0.5]);
    const turned = { columns: [0, 1, 0], rows: [1, 0, 0], slices: [0, 0, 1], origin: [0, 0, 0] } as const;
    const [other] = planesOf(pictureInfo({ toPatient: turned }));
    expect(imageToPlane(other)).toEqual([0, 1, 1, 0, 0, 0]);
    expect(planeToImage(other, [2, 1])).toEqual([1, 2]);
  });
});
