import { builtInRules } from '../checks/builtIn';
import { rules } from '../checks/registry';
import { code, paragraphs, points } from './markdown';
import type { DocumentPath } from './schemaAt';

/** What is told of a rule where it is named. */
interface NamedRule {
  readonly id: string;
  readonly level: string;
  readonly what: string;
  readonly why: string;
}

/** All rules that a configuration may name, those of the guideline first. */
export const namedRules: readonly NamedRule[] = [
  ...rules.map(({ id, level, docs: { what, why } }) => ({ id, level, what, why })),
  ...builtInRules,
];

/** What a rule checks, why, and how it counts by itself, as Markdown. Nothing for a rule that does not exist. */
export function describeRule(id: string): string | undefined {
  const rule = namedRules.find((one) => one.id === id);
  if (!rule) return undefined;
  return paragraphs(`**Rule** ${code(id)}`, rule.what, rule.why, points([`Level: ${code(rule.level)}`]));
}

/** Whether a path of a configuration leads to the name of a rule: a key of `rules`, or the rule of a waiver. */
export function isRuleAt(path: DocumentPath): boolean {
  const keys = path.filter((step) => typeof step === 'string');
  if (keys[0] === 'waivers') return keys.length === 2 && keys[1] === 'rule';
  return (
    (keys[0] === 'rules' && keys.length === 2) || (keys[0] === 'overrides' && keys[2] === 'rules' && keys.length === 4)
  );
}
