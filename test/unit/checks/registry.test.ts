import { describe, expect, it } from 'vitest';
import { builtInRules } from '../../../server/src/checks/builtIn';
import { rules } from '../../../server/src/checks/registry';
import { check, fixed } from './checking';

describe('the registry of rules', () => {
  it('has each id once, in kebab-case', () => {
    const ids = [...rules, ...builtInRules].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it('says what it checks and why', () => {
      expect(rule.docs.what).toMatch(/^[A-Z“`].*\.$/s);
      expect(rule.docs.why).toMatch(/^[A-Z“`].*\.$/s);
    });

    it('finds exactly one problem in its invalid example, and nothing else does', async () => {
      const problems = await check(rule.docs.invalid);
      expect(problems.map((problem) => `${problem.rule}: ${problem.message}`)).toEqual([
        expect.stringMatching(`^${id}: `),
      ]);
      expect(problems[0]?.severity).toBe(rule.level);
      expect(problems[0]?.docs).toBe(`docs/rules/${id}.md`);
    });

    it('finds nothing in its valid example', async () => {
      expect(await check(rule.docs.valid)).toEqual([]);
    });

    it('has fixes that mend the problem and make no new one', async () => {
      const [problem] = await check(rule.docs.invalid);
      for (const [index] of (problem?.fixes ?? []).entries()) {
        expect(problem && (await check(fixed(rule.docs.invalid, problem, index)))).toEqual([]);
      }
    });
  });
});
