import { readText } from '../model/read';
import { matchesGlob } from '../workspace/glob';
import { relativePath } from '../workspace/uris';
import type { ResolvedConfig } from '../workspace/workspace';
import type { YamlNode } from '../yaml/node';
import { keyText, valueAt } from '../yaml/node';
import type { Fictitious } from './fictitious';
import { readFictitious } from './fictitious';
import { removeFix, removeItemFix, replaceFix } from './fixes';
import { nearest } from './nearest';
import type { Finding, Fix, Severity } from './problem';
import type { Level, Tier } from './tiers';
import { tierLevel, tiers } from './tiers';
import type { Waiver } from './waiver';
import { isPast, readWaivers } from './waiver';
import { quoted } from './words';

/** How problems count in a file: what `labelwright.yaml` says of it. */
export interface CheckConfig {
  readonly base: Tier;
  readonly levels: ReadonlyMap<string, Level>;
  readonly waivers: readonly Waiver[];
  /** What looks like patient data in samples, and is made up. */
  readonly fictitious?: Fictitious;
  /** URI of `labelwright.yaml`, which the waivers' paths are relative to. */
  readonly uri?: string;
}

/** A text that is the same for configurations under which the same is found. */
export function levelsKey({ base, levels, fictitious }: CheckConfig): string {
  return levels.size === 0 && !fictitious?.size ? base : JSON.stringify([base, ...levels, ...(fictitious ?? [])]);
}

/** What counts where there is no `labelwright.yaml`. */
export const defaultConfig: CheckConfig = { base: 'recommended', levels: new Map(), waivers: [] };

const levelNames: readonly string[] = ['off', 'hint', 'info', 'warning', 'error'] satisfies Level[];

export function isLevel(text: string | undefined): text is Level {
  return text !== undefined && levelNames.includes(text);
}

/** Reads a configuration as far as it can be read, for one file; what is wrong with it the check of its file says. */
export function readCheckConfig({ file }: ResolvedConfig, uri: string): CheckConfig {
  const { root } = file.document;
  let base = readTier(root) ?? 'recommended';
  const levels = readLevels(root);
  const overrides = valueAt(root, 'overrides');
  for (const entry of overrides?.kind === 'map' ? overrides.entries : []) {
    if (!matchesGlob(relativePath(file.uri, uri), keyText(entry))) continue;
    base = readTier(entry.value) ?? base;
    for (const [rule, level] of readLevels(entry.value)) levels.set(rule, level);
  }
  return { base, levels, waivers: readWaivers(file.document), fictitious: readFictitious(root), uri: file.uri };
}

function readTier(node: YamlNode): Tier | undefined {
  const tier = readText(valueAt(node, 'extends')) ?? '';
  return Object.hasOwn(tiers, tier) ? (tier as Tier) : undefined;
}

function readLevels(node: YamlNode): Map<string, Level> {
  const rules = valueAt(node, 'rules');
  const levels = new Map<string, Level>();
  for (const entry of rules?.kind === 'map' ? rules.entries : []) {
    const level = readText(entry.value);
    if (isLevel(level)) levels.set(keyText(entry), level);
  }
  return levels;
}

/** The level that a rule has under a configuration; `off` when it is not to be run. */
export function levelOf(config: CheckConfig, rule: string, level: Severity): Level {
  return config.levels.get(rule) ?? tierLevel(config.base, rule, level);
}

/** The ids that a configuration may name; those of changes are not looked at when they are not given. */
export interface KnownIds {
  readonly rules: readonly string[];
  readonly changes?: readonly string[] | undefined;
}

/** What is wrong with a configuration beyond its form: rules and changes that do not exist, and waivers that are past their date. */
export function configFindings(
  { file }: ResolvedConfig,
  known: KnownIds,
  today: string,
): { rule: 'rule-must-exist' | 'waiver-has-expired'; finding: Finding }[] {
  const { root } = file.document;
  const expired = readWaivers(file.document).filter((waiver) => isPast(waiver, today));
  return [
    ...[
      ...namedRules(root).map((node) => unknownId(node, known.rules, 'rule')),
      ...namedChanges(root).map((node) => unknownId(node, known.changes, 'change')),
    ].flatMap((finding) => (finding ? [{ rule: 'rule-must-exist' as const, finding }] : [])),
    ...expired.map(({ node, rule, until }) => ({
      rule: 'waiver-has-expired' as const,
      finding: {
        at: valueAt(node, 'until') ?? node,
        message: `This waiver of “${rule}” held until ${until}. Mend the problem, or give the waiver a new date.`,
        fixes: [removeWaiverFix(root, node)],
      },
    })),
  ];
}

/** The rules that a configuration names: with a level, or to waive them. */
function namedRules(root: YamlNode): YamlNode[] {
  const entries = (node: YamlNode | undefined) => (node?.kind === 'map' ? node.entries : []);
  const waivers = valueAt(root, 'waivers');
  return [
    ...[root, ...entries(valueAt(root, 'overrides')).map(({ value }) => value)].flatMap((node) =>
      entries(valueAt(node, 'rules')).map(({ key }) => key),
    ),
    ...(waivers?.kind === 'list' ? waivers.items : []).flatMap((item) => valueAt(item, 'rule') ?? []),
  ];
}

/** The changes that a configuration judges otherwise. */
function namedChanges(root: YamlNode): YamlNode[] {
  const changes = valueAt(root, 'changes');
  return changes?.kind === 'map' ? changes.entries.map(({ key }) => key) : [];
}

function unknownId(node: YamlNode, known: readonly string[] | undefined, what: 'rule' | 'change'): Finding | undefined {
  if (!known || node.kind !== 'scalar' || node.source === '' || known.includes(node.source)) return undefined;
  const meant = nearest(node.source, known);
  return {
    at: node,
    message: noSuchRule(node.source, meant, what),
    fixes: meant ? [replaceFix(`Change to “${meant}”`, node, meant, true)] : [],
  };
}

/** Says that a rule (or a change) does not exist, and which may be meant. */
export function noSuchRule(id: string, meant: string | undefined, what: 'rule' | 'change' = 'rule'): string {
  return `There is no ${what} ${quoted(id)}.${meant ? ` Did you mean “${meant}”?` : ''}`;
}

/** Takes a waiver out of a configuration; the last one with the list. */
export function removeWaiverFix(root: YamlNode, waiver: YamlNode, preferred = false): Fix {
  const title = 'Remove the waiver';
  const entry = root.kind === 'map' ? root.entries.find((one) => keyText(one) === 'waivers') : undefined;
  const list = entry?.value;
  if (root.kind !== 'map' || !entry || list?.kind !== 'list') return { title, edits: () => [] };
  const fix =
    list.items.length > 1
      ? removeItemFix(title, list.items, waiver, list.style === 'flow')
      : removeFix(title, root, entry);
  return { ...fix, preferred };
}
