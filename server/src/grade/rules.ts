import type { Ending, Rule, StemRule, Verdict } from './rule';
import { wording } from './judgement';
import { attributeRules, attributeStems } from './tables/attribute';
import { documentRules, documentStems } from './tables/document';
import { labelRules, labelStems } from './tables/label';
import { protocolRules, protocolStems } from './tables/protocol';

/** Rules by the whole id. */
export const ruleTable: ReadonlyMap<string, Rule> = new Map(
  Object.entries({ ...documentRules, ...labelRules, ...attributeRules, ...protocolRules }),
);

/** Rules by the stem of the id. */
export const stemTable: ReadonlyMap<string, StemRule> = new Map(
  Object.entries({ ...documentStems, ...labelStems, ...attributeStems, ...protocolStems }),
);

const endings = /^(.+)-(added|removed|changed|respelt|raised|lowered|renamed|withdrawn|restricted|unrestricted)$/;

/** Stem and ending of an id: `definition-added` is `definition` and `added`. */
export function partsOf(id: string): { readonly stem: string; readonly ending: Ending } | undefined {
  const [, stem, ending] = endings.exec(id) ?? [];
  return stem === undefined || ending === undefined ? undefined : { stem, ending: ending as Ending };
}

/** The rule of a change; nothing for an id that nobody tells. */
export function ruleOf(id: string): Rule | undefined {
  const exact = ruleTable.get(id);
  if (exact) return exact;
  const parts = partsOf(id);
  const stem = parts && stemTable.get(parts.stem);
  const verdict = stem && verdictOf(stem, parts.ending);
  return verdict && { verdict, noun: stem.noun, entry: stem.entry, record: stem.record };
}

function verdictOf({ verdicts }: StemRule, ending: Ending): Verdict | undefined {
  return verdicts[ending] ?? (ending === 'respelt' ? wording : verdicts.all);
}
