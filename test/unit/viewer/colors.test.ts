import { describe, expect, it } from 'vitest';
import { channels, textOn } from '../../../client/src/viewer/webview/colors';
import { labelColors } from '../../../client/src/preview/webview/labelColors';

describe('labelColors', () => {
  const ids = (...all: string[]) => all.map((id) => ({ id }));

  it('are those of the guideline', () => {
    const colors = labelColors([
      { id: 'a', color: '#E4572E' },
      { id: 'b', color: '#fA0' },
    ]);
    expect([...colors]).toEqual([
      ['a', '#e4572e'],
      ['b', '#ffaa00'],
    ]);
  });

  it('are there for labels without, or with one that is none, and do not depend on their order', () => {
    const color = labelColors(ids('nodule')).get('nodule');
    expect(color).toMatch(/^#[0-9a-f]{6}$/);
    expect(labelColors([{ id: 'nodule', color: 'red; background: url(x)' }]).get('nodule')).toBe(color);
    const order = ['a', 'b', 'c', 'nodule', 'd'];
    expect(new Map([...labelColors(ids(...order))].sort())).toEqual(
      new Map([...labelColors(ids(...order.reverse()))].sort()),
    );
  });

  it('keep away from a colour in use, and from each other', () => {
    const color = labelColors(ids('nodule')).get('nodule')!;
    const other = labelColors([...ids('nodule'), { id: 'x', color }]).get('nodule');
    expect(other).not.toBe(color);
    const many = labelColors(ids(...Array.from({ length: 14 }, (_, i) => `label-${i}`)));
    expect(new Set(many.values()).size).toBe(14);
  });

  it('are there for more labels than there are spare colours', () => {
    const colors = labelColors(ids(...Array.from({ length: 40 }, (_, i) => `label-${i}`)));
    expect(colors.size).toBe(40);
    expect(new Set(colors.values()).size).toBe(14);
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
