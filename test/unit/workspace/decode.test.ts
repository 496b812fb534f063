import { describe, expect, it } from 'vitest';
import { decodeText, encodeText } from '../../../server/src/workspace/decode';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => new Uint8Array(values);

describe('a text goes back into its file', () => {
  it.each([
    ['UTF-8', utf8('é: 1'), 'ö😀', utf8('ö😀')],
    ['UTF-8 with a mark', utf8('\ufeffa'), 'b', utf8('\ufeffb')],
    ['UTF-16, low byte first', bytes(0xff, 0xfe, 0x61, 0), 'bé', bytes(0xff, 0xfe, 0x62, 0, 0xe9, 0)],
    ['UTF-16, high byte first', bytes(0xfe, 0xff, 0, 0x61), 'bé', bytes(0xfe, 0xff, 0, 0x62, 0, 0xe9)],
    ['an empty file', bytes(), 'a', utf8('a')],
  ])('in %s', (_encoding, before, text, after) => {
    expect(encodeText(text, before)).toEqual(after);
    expect(encodeText(decodeText(before), before)).toEqual(before);
  });

  it.each([
    ['is of another encoding', bytes(0x61, 0xe9)],
    ['is cut off', bytes(0xff, 0xfe, 0x61)],
    ['holds half a character', bytes(0xff, 0xfe, 0x00, 0xd8)],
  ])('but not where the file %s', (_what, before) => {
    expect(encodeText('a', before)).toBeUndefined();
  });
});
