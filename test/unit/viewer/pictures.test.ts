import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../server/src/annotations/images/picture';
import { planesOf } from '../../../client/src/viewer/webview/planes';
import { keepSlices } from '../../../client/src/viewer/webview/worker/pictures';
import { leftPosteriorSuperior, pictureInfo } from './pictures';

/** A volume whose slices are read one by one; which ones is recorded. */
function volume(slopes: readonly number[] = [1, 1]): { picture: Picture; read: number[] } {
  const read: number[] = [];
  const info = pictureInfo({ toPatient: leftPosteriorSuperior });
  return {
    read,
    picture: {
      ...info,
      async read(slice) {
        read.push(slice);
        return { values: new Uint8Array(12).fill(slice + 1), slope: slopes[slice]!, intercept: 0 };
      },
    },
  };
}

const [axial, coronal] = planesOf(pictureInfo({ toPatient: leftPosteriorSuperior }));

describe('an open picture', () => {
  it('reads a slice once, and gives it in memory of its own', async () => {
    const { picture, read } = volume();
    const kept = keepSlices(picture);
    const first = await kept.plane(axial, 1, 0);
    const second = await kept.plane(axial, 1, 0);
    expect(read).toEqual([1]);
    expect(first.values).toEqual(second.values);
    expect(first.values.buffer).not.toBe(second.values.buffer);
  });

  it('reads all slices for a plane across them', async () => {
    const { picture, read } = volume();
    const { values } = await keepSlices(picture).plane(coronal!, 0, 0);
    expect(read).toEqual([0, 1]);
    expect([...values]).toEqual([2, 2, 2, 2, 1, 1, 1, 1]);
  });

  it('puts slices that are stored on different scales side by side in their unit', async () => {
    const { picture } = volume([10, 0.5]);
    const frame = await keepSlices(picture).plane(coronal!, 0, 0);
    expect(frame).toMatchObject({ slope: 1, intercept: 0 });
    expect([...frame.values]).toEqual([1, 1, 1, 1, 10, 10, 10, 10]);
  });

  it('forgets slices for which there is no room, and does not cut volumes that are too large', async () => {
    const { picture, read } = volume();
    const kept = keepSlices(picture, 12);
    await kept.plane(axial, 0, 0);
    await kept.plane(axial, 1, 0);
    await kept.plane(axial, 0, 0);
    expect(read).toEqual([0, 1, 0]);
    await expect(kept.plane(coronal!, 0, 0)).rejects.toThrow(
      'This volume is too large to be cut in other planes than its slices: 24 bytes, of which up to 12 bytes are read at once.',
    );
  });
});
