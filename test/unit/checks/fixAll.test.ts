import { describe, expect, it } from 'vitest';
import { fixAllAtOnce } from '../../../server/src/checks/fixAll';
import type { Problem } from '../../../server/src/checks/problem';
import { rules } from '../../../server/src/checks/registry';
import { parseYaml } from '../../../server/src/yaml/parseDocument';
import type { TextEdit } from '../../../server/src/yaml/position';
import { applyEdits, createText } from '../../../server/src/yaml/text';
import { check, documentOf, fixed } from './checking';

const edit = (from: number, to: number, text: string): TextEdit => ({
  range: { start: { line: 0, character: from }, end: { line: 0, character: to } },
  text,
});

function problem(edits: readonly TextEdit[], preferred = true, rule = 'schema'): Problem {
  const { range = edit(0, 0, '').range } = edits[0] ?? {};
  const fixes = [{ title: 'Mend', preferred, edits: () => edits }];
  return { uri: '', range, severity: 'error', rule, message: '', docs: '', fixes };
}

function apply(...problems: Problem[]) {
  const document = parseYaml('abcdef: 1');
  const { edits, fixed: count } = fixAllAtOnce(document, problems);
  return `${count} ${applyEdits(document.text, edits)}`;
}

describe('fixes that are applied together', () => {
  it('are all that do not touch, in any order', () => {
    expect(apply(problem([edit(4, 5, 'E')]), problem([edit(0, 1, 'A'), edit(2, 3, 'C')]))).toBe('2 AbCdEf: 1');
  });

  it.each([
    ['overlap', edit(1, 3, 'x')],
    ['touch', edit(2, 3, 'x')],
    ['write at the same place', edit(1, 1, 'x')],
  ])('are the first of those that %s', (_what, other) => {
    expect(apply(problem([edit(1, 2, 'B')]), problem([other]))).toBe('1 aBcdef: 1');
  });

  it('are whole, or not there', () => {
    expect(apply(problem([edit(0, 1, 'A')]), problem([edit(1, 2, 'B'), edit(4, 5, 'E')]))).toBe('1 Abcdef: 1');
  });

  it('count once more where they are the same', () => {
    expect(apply(problem([edit(0, 1, 'A')]), problem([edit(0, 1, 'A')]))).toBe('2 Abcdef: 1');
  });

  it('are those alone that may be applied without asking', () => {
    expect(apply(problem([edit(0, 1, 'A')], false))).toBe('0 abcdef: 1');
    expect(apply(problem([edit(0, 1, 'A')], true, 'changed-without-version-bump'))).toBe('0 abcdef: 1');
    expect(apply(problem([]))).toBe('0 abcdef: 1');
  });
});

/** What tells a problem from another, wherever it stands. */
const nameOf = ({ rule, message }: Problem) => `${rule}: ${message}`;

describe('every fix of every example', () => {
  it.each(rules.flatMap(({ id, docs }) => [[id, docs] as const]))('of %s makes no new problem', async (_id, docs) => {
    for (const files of [docs.invalid, docs.valid]) {
      const before = await check(files);
      for (const one of before) {
        for (const index of one.fixes.keys()) {
          const after = await check(fixed(files, one, index));
          const known = new Set(before.map(nameOf));
          expect(after.map(nameOf).filter((name) => !known.has(name))).toEqual([]);
          expect(after.length).toBeLessThan(before.length);
        }
      }
    }
  });

  it.each(rules.map(({ id, docs }) => [id, docs] as const))(
    'of %s, with all others at once, comes to an end',
    async (_id, { invalid }) => {
      let files = invalid;
      for (let pass = 0; pass < 10; pass++) {
        const problems = await check(files);
        const [first] = problems;
        if (!first) break;
        const { edits } = fixAllAtOnce(documentOf(first), problems);
        if (edits.length === 0) break;
        const [[path = '', text = ''] = []] = Object.entries(files);
        const mended = applyEdits(createText(text), edits);
        expect(mended).not.toBe(text);
        files = { ...files, [path]: mended };
      }
      const left = await check(files);
      for (const one of left) expect(fixAllAtOnce(documentOf(one), left).fixed).toBe(0);
    },
  );
});
