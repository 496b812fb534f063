import { expect, it } from 'vitest';
import { fuzzRules, ruleExamples } from '../../fuzz/rules';

// `npm run fuzz` checks ten thousand.
it('random edits of the examples: no rule throws, no range lies outside, no fix corrupts', async () => {
  await expect(fuzzRules({ texts: 300, seed: 1, examples: ruleExamples })).resolves.toBeUndefined();
}, 60_000);
