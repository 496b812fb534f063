import { isLevel, noSuchRule } from '../checks/config';
import { knownRules } from '../checks/knownRules';
import { nearest } from '../checks/nearest';
import type { Level } from '../checks/tiers';
import { UnusableCall } from './environment';

/** The levels that `--rule id=level` options set. */
export function levelsFrom(options: readonly string[]): Map<string, Level> {
  const levels = new Map<string, Level>();
  for (const option of options) {
    const [rule = '', level, ...more] = option.split('=');
    if (more.length > 0 || !isLevel(level)) {
      throw new UnusableCall(
        `“--rule ${option}” sets no level. Write --rule ${rule || 'rule-id'}=off, or hint, info, warning or error.`,
      );
    }
    if (!knownRules.levels.has(rule)) {
      throw new UnusableCall(noSuchRule(rule, nearest(rule, knownRules.levels.keys())));
    }
    levels.set(rule, level);
  }
  return levels;
}

/** The whole number that an option takes; nothing when it is not given. */
export function countFrom(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UnusableCall(`${option} takes a whole number from 0 on, not “${value}”.`);
  return Number(value);
}
