import { builtInRules } from '../checks/builtIn';
import { docsPage } from '../checks/engine';
import { rules } from '../checks/registry';
import type { Level, Tier } from '../checks/tiers';
import { tierLevel, tiers } from '../checks/tiers';
import type { Environment, ExitCode, Format } from './environment';

/** A rule as `labelwright rules --format json` lists it. */
interface ListedRule {
  readonly id: string;
  readonly family: string;
  readonly levels: Readonly<Record<Tier, Level>>;
  readonly what: string;
  /** Path of its page in the package. */
  readonly docs: string;
}

/** `labelwright rules`: lists the rules, with the level that each tier gives them. */
export function runRules({ format }: { readonly format: Format }, environment: Environment): ExitCode {
  const listed: ListedRule[] = [
    ...builtInRules.map((rule) => ({ ...rule, family: 'form' })),
    ...rules.map(({ id, family, level, docs }) => ({ id, family, level, what: docs.what })),
  ].map(({ id, family, level, what }) => {
    const levelIn = (tier: Tier) => tierLevel(tier, id, level);
    const levels = { recommended: levelIn('recommended'), strict: levelIn('strict'), draft: levelIn('draft') };
    return { id, family, levels, what, docs: docsPage(id) };
  });
  if (format === 'json') environment.print(`${JSON.stringify({ schemaVersion: 1, rules: listed }, null, 2)}\n`);
  else environment.print(asTable(listed));
  return 0;
}

function asTable(listed: readonly ListedRule[]): string {
  const names = Object.keys(tiers) as Tier[];
  const width = Math.max(...listed.map(({ id }) => id.length));
  const column = (text: string) => text.padEnd(13);
  const lines = [`${'rule'.padEnd(width)}  ${names.map(column).join('')}`.trimEnd()];
  let family = '';
  for (const rule of listed) {
    if (rule.family !== family) lines.push('', `${rule.family}:`);
    family = rule.family;
    lines.push(`${rule.id.padEnd(width)}  ${names.map((name) => column(rule.levels[name])).join('')}`.trimEnd());
  }
  lines.push('', 'labelwright explain RULE says what one of them is about.');
  return `${lines.join('\n')}\n`;
}
