import type { KnownRules } from './applyWaivers';
import { builtInRules } from './builtIn';
import { rules } from './registry';

/** All rules by what counts where they are waived. */
export const knownRules: KnownRules = {
  levels: new Map([...rules, ...builtInRules].map(({ id, level }) => [id, level])),
  historical: new Set(rules.flatMap(({ id, family }) => (family === 'versions' ? [id] : []))),
};
