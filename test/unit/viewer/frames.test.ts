import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../server/src/annotations/images/picture';
import { createFrames } from '../../../client/src/viewer/webview/frames';
import { planesOf } from '../../../client/src/viewer/webview/planes';
import { leftPosteriorSuperior, pictureInfo } from './pictures';

const info = pictureInfo({ toPatient: leftPosteriorSuperior, depth: 9 });
const [axial] = planesOf(info);

/** A picture whose planes are given one by one, by `next`. */
function slow(failing = false) {
  const asked: number[] = [];
  const waiting: (() => void)[] = [];
  const plane = (_: unknown, index: number) => {
    asked.push(index);
    return new Promise<Frame>((resolve, reject) => {
      const values = Uint8Array.from([index]);
      waiting.push(() => (failing ? reject(new Error('Broken.')) : resolve({ values, slope: 1, intercept: 0 })));
    });
  };
  const next = async () => {
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { asked, next, picture: { info, plane, close: () => undefined } };
}

describe('the frames of a picture', () => {
  it('are read for the last wish, then ahead in the direction of the last step', async () => {
    const { asked, next, picture } = slow();
    const shown: number[] = [];
    const frames = createFrames(picture, () => undefined);
    const want = (index: number) => frames.want(0, axial, index, 0, () => shown.push(index));
    want(2);
    want(3);
    want(5);
    await next();
    await next();
    expect(asked.slice(0, 2)).toEqual([2, 5]);
    expect(shown).toEqual([2, 5]);
    for (let i = 0; i < 8; i++) await next();
    expect(asked).toEqual([2, 5, 6, 7, 8, 4]);
    expect(frames.get(axial, 6, 0)?.values).toEqual(Uint8Array.from([6]));
    expect(frames.get(axial, 3, 0)).toBeUndefined();
  });

  it('keep the one that is shown when its neighbours fill the room', async () => {
    const { next, picture } = slow();
    const frames = createFrames(picture, () => undefined, 1);
    for (const index of [4, 5, 6, 7, 2]) {
      frames.want(0, axial, index, 0, () => undefined);
      for (let i = 0; i < 6; i++) await next();
      expect(frames.get(axial, index, 0)?.values).toEqual(Uint8Array.from([index]));
    }
    expect(frames.get(axial, 4, 0)).toBeUndefined();
  });

  it('tell when one cannot be read', async () => {
    const { next, picture } = slow(true);
    const told: string[] = [];
    createFrames(picture, (message) => told.push(message)).want(0, axial, 0, 0, () => undefined);
    await next();
    expect(told).toEqual(['Broken.']);
  });
});
