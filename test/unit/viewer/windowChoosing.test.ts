import { describe, expect, it } from 'vitest';
import { createWindowChoosing } from '../../../client/src/viewer/webview/windowChoosing';
import { pictureInfo } from './pictures';

const info = pictureInfo({ unit: 'HU', windows: [] });
const frame = { values: Int16Array.from([0, 100]), slope: 1, intercept: 0 };
const lung = { name: 'Lung', center: -600, width: 1500 };
const bone = { name: 'Bone', center: 400, width: 1800 };

describe('the choice of a window', () => {
  it('begins with the first, and stays by its name when the protocol changes', () => {
    const windows = createWindowChoosing();
    windows.begin(undefined);
    expect([windows.current(), windows.shown()]).toEqual([undefined, undefined]);
    windows.list(info, [lung, bone], frame);
    expect([windows.current(), windows.shown()]).toEqual([lung, { names: ['Lung', 'Bone', 'Automatic'], chosen: 0 }]);
    windows.choose(1);
    windows.listAnew();
    windows.list(info, [bone], frame);
    expect(windows.shown()).toEqual({ names: ['Bone', 'Automatic'], chosen: 0 });
    windows.listAnew();
    windows.list(info, [lung], frame);
    expect([windows.kept(), windows.current()]).toEqual(['Lung', lung]);
  });

  it('is there again by what was kept, a name or the reader’s own', () => {
    const windows = createWindowChoosing();
    windows.begin('Bone');
    expect(windows.kept()).toBe('Bone');
    windows.list(info, [lung, bone], frame);
    expect(windows.current()).toBe(bone);
    windows.drag(0, 0);
    expect([windows.kept(), windows.shown()?.chosen]).toEqual([{ center: 400, width: 1800 }, undefined]);
    const own = { center: 1, width: 2 };
    windows.begin(own);
    windows.list(info, [lung], frame);
    expect(windows.current()).toBe(own);
    windows.begin(undefined);
    windows.list(info, [lung], frame);
    expect(windows.current()).toBe(lung);
  });

  it('is none for colours', () => {
    const windows = createWindowChoosing();
    windows.begin(undefined);
    windows.list(pictureInfo({ channels: 3 }), [lung], frame);
    windows.drag(10, 10);
    expect([windows.current(), windows.shown()]).toEqual([undefined, undefined]);
  });
});
