import { describe, expect, it } from 'vitest';
import { maximumDepth, tooDeepAt } from '../../../server/src/yaml/depth';
import { valueAt } from '../../../server/src/yaml/node';
import { parseYaml } from '../../../server/src/yaml/parseDocument';

function codesOf(content: string): string[] {
  return parseYaml(content).errors.map(({ code }) => code);
}

/** Maps in maps, one a line, or on one line behind question marks. */
function nested(levels: number): string {
  return Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
}

describe('limits', () => {
  it('of depth are counted in blocks and in brackets', () => {
    expect(tooDeepAt(nested(maximumDepth))).toBe(-1);
    expect(tooDeepAt(nested(maximumDepth + 1))).toBe(nested(maximumDepth + 1).length - 2);
    expect(tooDeepAt('- '.repeat(maximumDepth + 1))).toBeGreaterThan(0);
    expect(tooDeepAt('? '.repeat(maximumDepth + 1))).toBeGreaterThan(0);
    expect(tooDeepAt('-\t'.repeat(maximumDepth + 1))).toBeGreaterThan(0);
    expect(tooDeepAt('['.repeat(maximumDepth))).toBe(-1);
    expect(tooDeepAt('['.repeat(maximumDepth + 1))).toBe(maximumDepth);
    expect(tooDeepAt('{a: '.repeat(maximumDepth + 1))).toBe(4 * maximumDepth);
    expect(tooDeepAt(`"${'['.repeat(1000)}"`)).toBe(-1);
    expect(tooDeepAt(`[${'[a], '.repeat(1000)}]`)).toBe(-1);
  });

  it.each([
    ['brackets', `a: ${'['.repeat(10_000)}`],
    ['braces', `a: ${'{a: '.repeat(10_000)}`],
    ['dashes', `a:\n  ${'- '.repeat(10_000)}`],
    ['question marks', `${'? '.repeat(10_000)}`],
    ['brackets at the root', '['.repeat(10_000)],
    ['lines', nested(1_000)],
  ])('hold for a thousand levels and more of %s', (_, content) => {
    expect(codesOf(`${content}\n`)).toContain('depth');
  });

  it('keep what stands beside something too deep', () => {
    const document = parseYaml(`a: ${'['.repeat(1000)}\nlabels:\n  b:\n    c: ${'['.repeat(1000)}\n  d: 1\n`);
    expect(document.errors.map(({ code }) => code)).toEqual(['depth', 'depth']);
    expect(valueAt(document.root, 'labels', 'd')).toMatchObject({ value: 1 });
  });

  it('hold for long texts that are no keys at the margin', () => {
    expect(codesOf('- x\n'.repeat(300_000))).toEqual(['too-long']);
    expect(codesOf(`[${'x,\n'.repeat(400_000)}]\n`)).toEqual(['too-long']);
    expect(codesOf(`a: 1\n${'# comment\n'.repeat(100_000)}b: 2\n`)).toEqual([]);
  });

  it('hold for every line', () => {
    for (const [before, behind] of [
      ['- ', ''],
      ['[', ']'],
      ['a: ', ''],
      ['a: "', '"'],
      ['a: 1 #', ''],
    ]) {
      expect(codesOf(`${before}${'x'.repeat(1_000_000)}${behind}\n`)).toEqual(['long-line']);
    }
    expect(codesOf(`a: ${'x'.repeat(999_000)}\nb: 1\n`)).toEqual([]);
  });

  it('say of what is no text that it is none', () => {
    expect(codesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR: x\n')).toEqual(['binary']);
    expect(codesOf('a: \x01 and some more words of text\n')).toEqual(['encoding']);
  });

  it('are not met by aliases of aliases', () => {
    const bomb = Array.from({ length: 20 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`).join('\n');
    expect(new Set(codesOf(bomb))).toEqual(new Set(['anchor', 'alias']));
  });

  it('let half of a surrogate pair be', () => {
    expect(codesOf('a: \ud834\nb\udd1e: 1\n')).toEqual([]);
  });
});
