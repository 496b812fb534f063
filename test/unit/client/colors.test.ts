import { describe, expect, it } from 'vitest';
import { channels, colorOf, textOn } from '../../../client/src/preview/webview/colors';

describe('colorOf', () => {
  it('takes the colour of the guideline', () => {
    expect(colorOf('#E4572E', 0)).toBe('#e4572e');
    expect(colorOf('#fA0', 0)).toBe('#ffaa00');
  });

  it('has one for labels without, or with one that is none', () => {
    expect(colorOf(undefined, 0)).toMatch(/^#[0-9a-f]{6}$/);
    expect(colorOf('red; background: url(x)', 8)).toBe(colorOf(undefined, 1));
  });
});

describe('textOn', () => {
  it('can be read on the colour', () => {
    expect(textOn('#ffff00')).toBe('#000000');
    expect(textOn('#1a237e')).toBe('#ffffff');
  });
});

describe('channels', () => {
  it('are those of the colour', () => {
    expect(channels('#0180ff')).toEqual([1, 128, 255]);
  });
});
