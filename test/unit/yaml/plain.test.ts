import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlace } from '../../../server/src/yaml/block';
import { withoutLoneCarriageReturns } from '../../../server/src/yaml/line';
import { parse } from '../../../server/src/yaml/parse';
import { parseYaml } from '../../../server/src/yaml/parseDocument';
import { readPlain } from '../../../server/src/yaml/plain';
import { toValue } from '../../../server/src/yaml/node';
import { repeatedKeys } from '../../../server/src/yaml/repeated';
import { edit, text } from './support/arbitrary';
import { dumpNode } from './support/dump';
import { applyEdit } from './support/laws';
import { taxonomyText } from './support/taxonomy';

/** Reads a block both ways; whether it is plain. */
function expectSameBothWays(source: string): boolean {
  const block = withoutLoneCarriageReturns(source);
  const place = createPlace();
  const plain = readPlain(place, block, 0);
  if (!plain) return false;
  const { root, faults } = parse(place, block, 0, /^\s/.test(block) ? 'inner' : 'root');
  expect(faults).toEqual([]);
  expect(dumpNode(plain)).toEqual(root && dumpNode(root));
  expect(toValue(plain)).toEqual(root && toValue(root));
  expect(repeatedKeys(plain, false)).toEqual([]);
  return true;
}

describe('the short way for plain blocks', { timeout: 60_000 }, () => {
  it('takes all labels as they are usually written', () => {
    const blocks: string[] = [];
    parseYaml(taxonomyText(5), { onRead: (block) => blocks.push(block) });
    expect(blocks.slice(1).map(expectSameBothWays)).toEqual(blocks.slice(1).map(() => true));
  });

  it('reads as the YAML parser reads, whatever it takes', () => {
    let plain = 0;
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 2 }), (content, edits) => {
        const blocks: string[] = [];
        edits.reduce(applyEdit, parseYaml(content, { onRead: (block) => blocks.push(block) }));
        for (const block of blocks) if (expectSameBothWays(block)) plain++;
      }),
      { numRuns: 400 },
    );
    expect(plain).toBeGreaterThan(400);
  });

  it('reads plain values as the YAML parser reads them', () => {
    const value = fc.oneof(
      fc.stringMatching(/^[-+.0-9eExXoOabf_]{1,8}$/),
      fc.constantFrom(
        'true',
        'True',
        'TRUE',
        'tRUE',
        'no',
        'null',
        'Null',
        'NULL',
        '~',
        '.inf',
        '-.Inf',
        '+.INF',
        '.nan',
        '.NaN',
      ),
      fc.constantFrom(
        '0x1F',
        '0o17',
        '0o8',
        '1e3',
        '1.',
        '.5',
        '+1',
        '-0',
        '12e03',
        '9'.repeat(30),
        '1_000',
        '010',
        '2026-01-01',
      ),
    );
    fc.assert(
      fc.property(value, (written) => {
        expectSameBothWays(`a: ${written}\nb: [${written}, 1]\nc: {d: ${written}, e: 1}\n`);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a: b: c\n'],
    ['a: "b\\n"\n'],
    ['a: &b c\n'],
    ['a:\tb\n'],
    ['a: b\n  c\n'],
    ['a: [b,\n  c]\n'],
    ['a: 1\na: 2\n'],
    ['<<: 1\n'],
    ['? a\n: b\n'],
    ['a: |2\n   b\n'],
    ['a:\n  b: 1\n   c: 2\n'],
  ])('leaves %j to the parser', (block) => {
    expect(readPlain(createPlace(), block, 0)).toBeUndefined();
  });
});
