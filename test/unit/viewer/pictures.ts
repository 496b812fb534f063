import type { Affine } from '../../../server/src/annotations/images/geometry';
import type { PictureInfo } from '../../../client/src/viewer/webview/planes';

/** A picture of a volume; `given` changes what is wanted. */
export function pictureInfo(given: Partial<PictureInfo> = {}): PictureInfo {
  return {
    format: 'NIfTI',
    width: 4,
    height: 3,
    depth: 2,
    times: 1,
    channels: 1,
    inverted: false,
    windows: [],
    notes: [],
    ...given,
  };
}

/** Voxels along left, posterior, superior, of 1 × 2 × 5 mm. */
export const leftPosteriorSuperior: Affine = {
  columns: [1, 0, 0],
  rows: [0, 2, 0],
  slices: [0, 0, 5],
  origin: [0, 0, 0],
};

/** The same voxels, numbered from the other end along right, anterior. */
export const rightAnteriorSuperior: Affine = {
  columns: [-1, 0, 0],
  rows: [0, -2, 0],
  slices: [0, 0, 5],
  origin: [3, 4, 0],
};
