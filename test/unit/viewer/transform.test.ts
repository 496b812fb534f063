import { describe, expect, it } from 'vitest';
import { fit, keepInSight, pan, toImage, toScreen, zoomAt } from '../../../client/src/viewer/webview/transform';

const image = { width: 200, height: 100 };
const canvas = { width: 420, height: 420 };

describe('fit', () => {
  it('shows the whole image in the middle', () => {
    expect(fit(image, canvas, 10)).toEqual({ scale: 2, x: 10, y: 110 });
  });

  it('gives a view that can be used on a canvas without room', () => {
    expect(fit(image, { width: 0, height: 0 }).scale).toBeGreaterThan(0);
  });
});

describe('zoomAt', () => {
  it('leaves the point under the cursor where it is', () => {
    const view = fit(image, canvas, 10);
    const under = toImage(view, [300, 200]);

    const [x, y] = toScreen(zoomAt(view, [300, 200], 1.7), under);

    expect(x).toBeCloseTo(300);
    expect(y).toBeCloseTo(200);
  });

  it('leaves it there at the ends of the scale too', () => {
    const view = fit(image, canvas, 10);
    const under = toImage(view, [300, 200]);
    const far = zoomAt(view, [300, 200], 1e9);

    expect(far.scale).toBe(40);
    expect(toScreen(far, under)[0]).toBeCloseTo(300);
    expect(zoomAt(view, [0, 0], 0).scale).toBe(0.02);
  });
});

describe('pan', () => {
  it('moves by pixels of the screen', () => {
    expect(pan({ scale: 3, x: 1, y: 2 }, 10, -5)).toEqual({ scale: 3, x: 11, y: -3 });
  });
});

describe('keepInSight', () => {
  it('leaves a view alone that shows the image', () => {
    const view = fit(image, canvas);
    expect(keepInSight(view, image, canvas)).toEqual(view);
  });

  it('stops at the edges of the canvas', () => {
    expect(keepInSight({ scale: 1, x: 900, y: -900 }, image, canvas, 50)).toEqual({ scale: 1, x: 370, y: -50 });
  });
});
