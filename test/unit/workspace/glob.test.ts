import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../../server/src/workspace/glob';

describe('a pattern of paths', () => {
  it.each([
    ['a.yaml', 'a.yaml'],
    ['x/y/a.yaml', 'a.yaml'],
    ['x/y/a.yaml', '*.yaml'],
    ['x/y/a.yaml', 'x/*/a.yaml'],
    ['x/y/a.yaml', 'x/**/a.yaml'],
    ['x/a.yaml', 'x/**/a.yaml'],
    ['a.yaml', '**/a.yaml'],
    ['x/y/a.yaml', 'x/**'],
    ['x/y/a.yaml', 'x/'],
    ['x/y/a.yaml', 'y/'],
    ['x/y/z/a.yaml', '**/y/**/*.yaml'],
    ['x/y/a.yaml', 'x/y/'],
    ['ab-cd.yaml', '?b*d.*'],
    ['aaab', '*a*b'],
  ])('%s fits %s', (path, pattern) => {
    expect(matchesGlob(path, pattern)).toBe(true);
  });

  it.each([
    ['a.yaml', 'b.yaml'],
    ['x/y/a.yaml', 'x/*.yaml'],
    ['x/y/a.yaml', 'y/a.yaml'],
    ['x.yaml', 'x/'],
    ['x/y/a.yaml', 'x/y'],
    ['xy/a.yaml', 'x/'],
    ['x/y/a.yaml', 'a/'],
    ['a.yaml', '?.yml'],
    ['', '?'],
  ])('%s does not fit %s', (path, pattern) => {
    expect(matchesGlob(path, pattern)).toBe(false);
  });

  it('takes no time that grows with the number of its stars', () => {
    expect(matchesGlob('a'.repeat(20_000), `${'*a'.repeat(100)}*b`)).toBe(false);
    expect(matchesGlob('a/'.repeat(2000), `${'**/a/'.repeat(100)}b`)).toBe(false);
  });
});
