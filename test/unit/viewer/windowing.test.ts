import { describe, expect, it } from 'vitest';
import type { Values } from '../../../server/src/annotations/images/picture';
import { draggedWindow, showFrame, windowText } from '../../../client/src/viewer/webview/windowing';
import { windowChoices } from '../../../client/src/viewer/webview/windows';
import { pictureInfo } from './pictures';

/** The red of each pixel. */
function shown(values: Values, window: { center: number; width: number }, inverted = false, slope = 1, intercept = 0) {
  const out = new Uint32Array(values.length);
  showFrame({ values, slope, intercept }, { channels: 1, inverted, window }, out);
  return [...out].map((pixel) => pixel & 255);
}

describe('windows', () => {
  it('show what lies below black, what lies above white, and what lies between grey', () => {
    const values = new Int16Array([-2000, -1350, -600, 150, 3000]);
    expect(shown(values, { center: -600, width: 1500 })).toEqual([0, 0, 128, 255, 255]);
    expect(shown(values, { center: -600, width: 1500 }, true)).toEqual([255, 255, 127, 0, 0]);
  });

  it('count in the unit of the picture', () => {
    expect(shown(new Uint16Array([0, 1024, 2048]), { center: 0, width: 2048 }, false, 1, -1024)).toEqual([0, 128, 255]);
  });

  it.each([Uint8Array, Int8Array, Uint16Array, Int16Array, Float32Array])(
    'are the same for large frames of %o',
    (Type) => {
      const small = new Type([0, 5, 100, 127]);
      const large = new Type(8192);
      large.set(small);
      const window = { center: 60, width: 120 };
      expect(shown(large, window).slice(0, 4)).toEqual(shown(small, window));
    },
  );

  it('show what is no number black', () => {
    expect(shown(new Float32Array([NaN, 1]), { center: 0.5, width: 1 })).toEqual([0, 255]);
  });

  it('leave colours as they are', () => {
    const out = new Uint32Array(2);
    const window = { center: 0, width: 1 };
    const frame = { values: new Uint8Array([1, 2, 3, 250, 251, 252]), slope: 1, intercept: 0 };
    showFrame(frame, { channels: 3, inverted: false, window }, out);
    expect([...new Uint8Array(out.buffer)]).toEqual([1, 2, 3, 255, 250, 251, 252, 255]);
    showFrame(
      { ...frame, values: new Uint8Array([1, 2, 3, 4]) },
      { channels: 4, inverted: false, window },
      out.subarray(1),
    );
    expect([...new Uint8Array(out.buffer)].slice(4)).toEqual([1, 2, 3, 4]);
  });

  it('change by a drag: to the right wider, down higher', () => {
    const window = { center: 40, width: 400 };
    expect(draggedWindow(window, 250, 0).width).toBeCloseTo(400 * Math.E);
    expect(draggedWindow(window, 0, 250)).toEqual({ center: 440, width: 400 });
    expect(windowText({ center: -600, width: 1500 })).toBe('C −600 W 1500');
    expect(windowText({ center: 0.5, width: 1 })).toBe('C 0.5 W 1.0');
  });
});

describe('the choice of windows', () => {
  const frame = { values: new Int16Array([0, 100]), slope: 1, intercept: 0 };
  const lung = { name: 'Lung', center: -600, width: 1500 };
  const windows = [{ center: 40, width: 400 }];

  it('begins with the protocol’s for Hounsfield units', () => {
    const choices = windowChoices(pictureInfo({ unit: 'HU', windows }), [lung], frame);
    expect(choices.map(({ name }) => name)).toEqual(['Lung', 'Of the file', 'Automatic']);
  });

  it('begins with the file’s, else what takes in most values, for others', () => {
    const names = (info: Parameters<typeof windowChoices>[0]) =>
      windowChoices(info, [lung, lung], frame).map(({ name }) => name);
    expect(names(pictureInfo({ windows }))).toEqual(['Of the file', 'Automatic', 'Lung', 'Lung (2)']);
    expect(names(pictureInfo())).toEqual(['Automatic', 'Lung', 'Lung (2)']);
    expect(names(pictureInfo({ channels: 3 }))).toEqual([]);
  });

  it('leaves out the protocol’s for another kind of image', () => {
    const ct = [{ ...lung, modality: ['CT'] }];
    const names = (modality?: string) => windowChoices(pictureInfo({ modality }), ct, frame).map(({ name }) => name);
    expect(names('MR')).toEqual(['Automatic']);
    expect(names('CT')).toEqual(['Automatic', 'Lung']);
    expect(names()).toEqual(['Automatic', 'Lung']);
  });

  it('leaves out the protocol’s for bytes that it does not fit', () => {
    const dark = { name: 'Dark', center: 50, width: 100 };
    const names = (slope: number) =>
      windowChoices(pictureInfo(), [lung, dark], { values: new Uint8Array([0, 200]), slope, intercept: 0 }).map(
        ({ name }) => name,
      );
    expect(names(1)).toEqual(['Automatic', 'Dark']);
    expect(names(8)).toEqual(['Automatic', 'Lung', 'Dark']);
  });
});
