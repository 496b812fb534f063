import { describe, expect, it } from 'vitest';
import { placeChips } from '../../../client/src/viewer/webview/chips';

const area = { width: 100, height: 60 };
const chip = (x: number, y: number) => ({ x, y, width: 40, height: 20 });

describe('placeChips', () => {
  it('leaves names where they are wanted', () => {
    expect(placeChips([chip(0, 0), chip(50, 0)], area)).toEqual([chip(0, 0), chip(50, 0)]);
  });

  it('moves a name below the one it would cover', () => {
    expect(placeChips([chip(0, 0), chip(10, 5)], area)).toEqual([chip(0, 0), chip(10, 21)]);
  });

  it('keeps names inside the area', () => {
    expect(placeChips([chip(90, -10)], area)).toEqual([chip(60, 0)]);
  });

  it('leaves out names for which there is no room', () => {
    const placed = placeChips([chip(0, 0), chip(0, 0), chip(0, 0)], area);
    expect(placed).toEqual([chip(0, 0), chip(0, 21), undefined]);
  });
});
