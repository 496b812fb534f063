import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../client/src/files/base64';
import { languageByFirstLines } from '../../../client/src/language/firstLines';
import { toPageSample } from '../../../client/src/preview/samples';

describe('toBase64', () => {
  it('gives back every byte', () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index * 7);
    expect(Uint8Array.from(atob(toBase64(bytes)), (character) => character.charCodeAt(0))).toEqual(bytes);
    expect(toBase64(new Uint8Array())).toBe('');
  });
});

describe('languageByFirstLines', () => {
  it('is told by the first key, behind comments and a byte order mark', () => {
    expect(languageByFirstLines(['taxonomy: a'])).toBe('label-taxonomy');
    expect(languageByFirstLines(['\ufeff# About', '', '---', 'protocol:'])).toBe('annotation-protocol');
  });

  it('is told by a modeline', () => {
    const line = '# yaml-language-server: $schema=https://example.org/taxonomy.schema.json';
    expect(languageByFirstLines([line, 'title: x'])).toBe('label-taxonomy');
  });

  it('is not told by a key that comes later, or begins alike', () => {
    expect(languageByFirstLines(['title: x', 'taxonomy: a'])).toBeUndefined();
    expect(languageByFirstLines(['taxonomy-of-birds: a'])).toBeUndefined();
    expect(languageByFirstLines([])).toBeUndefined();
  });
});

describe('toPageSample', () => {
  it('has addresses and names of files, and a key that is unique over protocols', () => {
    const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const sample = {
      id: 'fold',
      shows: [],
      about: ['pneumothorax'],
      image: 'file:///w/100%25%20fold.png',
      uri: 'file:///w/p.yaml',
      range: place,
      entryRange: place,
      problems: [],
      files: [],
      windows: [],
    };
    expect(toPageSample(sample, (uri) => `page:${uri}`)).toMatchObject({
      key: 'file:///w/p.yaml#fold',
      image: 'page:file:///w/100%25%20fold.png',
      imageName: '100% fold.png',
      annotations: undefined,
    });
  });
});
