import { readText } from '../model/read';
import { nameOf, relativePath } from '../workspace/uris';
import type { ResolvedConfig } from '../workspace/workspace';
import { pathKeys } from '../yaml/document';
import type { YamlNode } from '../yaml/node';
import { keyText, pointerSteps, valueAt } from '../yaml/node';
import type { YamlDocument } from '../yaml/document';
import type { Position } from '../yaml/position';
import { replaceFix } from './fixes';
import { nearest } from './nearest';
import type { Finding, Severity } from './problem';
import { quoted } from './words';

/** A problem that somebody has looked at and accepted. */
export interface Waiver {
  readonly rule: string;
  /** A file, a file and a JSON Pointer (`file#/labels/x`), a pointer alone, or an id that stands on the way to the place. */
  readonly at: string;
  readonly reason: string;
  /** The last day it holds, `2026-12-31`. */
  readonly until?: string;
  readonly by?: string;
  readonly node: YamlNode;
}

/** How problems count: what `labelwright.yaml` says. */
export interface CheckConfig {
  readonly base: 'recommended' | 'strict' | 'draft';
  readonly levels: ReadonlyMap<string, Severity | 'off'>;
  readonly waivers: readonly Waiver[];
  /** URI of `labelwright.yaml`, which the waivers' paths are relative to. */
  readonly uri?: string;
}

/** What counts where there is no `labelwright.yaml`. */
export const defaultConfig: CheckConfig = { base: 'recommended', levels: new Map(), waivers: [] };

const severities: readonly string[] = ['off', 'hint', 'info', 'warning', 'error'];

/** Reads a configuration as far as it can be read; what is wrong with it the check of its file says. */
export function readCheckConfig({ file }: ResolvedConfig): CheckConfig {
  const { root } = file.document;
  const base = readText(valueAt(root, 'extends'));
  const rules = valueAt(root, 'rules');
  const levels = new Map<string, Severity | 'off'>();
  for (const entry of rules?.kind === 'map' ? rules.entries : []) {
    const level = readText(entry.value);
    if (level !== undefined && severities.includes(level)) levels.set(keyText(entry), level as Severity | 'off');
  }
  return {
    base: base === 'strict' || base === 'draft' ? base : 'recommended',
    levels,
    waivers: readWaivers(file.document),
    uri: file.uri,
  };
}

function readWaivers(document: YamlDocument): Waiver[] {
  const list = valueAt(document.root, 'waivers');
  const items = list?.kind === 'list' ? list.items : [];
  return items.flatMap((node) => {
    const text = (key: string) => readText(valueAt(node, key));
    const [rule, at, reason] = [text('rule'), text('at'), text('reason')];
    return rule && at && reason ? [{ rule, at, reason, until: text('until'), by: text('by'), node }] : [];
  });
}

const stricter: Record<Severity, Severity> = { error: 'error', warning: 'error', info: 'warning', hint: 'info' };

/** The level that a rule has under a configuration; `off` when it is not to be run. */
export function levelOf(config: CheckConfig, rule: string, level: Severity): Severity | 'off' {
  const own = config.levels.get(rule);
  if (own) return own;
  if (config.base === 'strict') return stricter[level];
  return config.base === 'draft' && level !== 'error' ? 'off' : level;
}

/** Whether a waiver that still holds on `today` (`2026-01-31`) accepts a problem at this place. */
export function isWaived(config: CheckConfig, rule: string, place: ProblemPlace, today: string): boolean {
  return config.waivers.some(
    (waiver) => waiver.rule === rule && !isPast(waiver, today) && isAt(config, waiver.at, place),
  );
}

interface ProblemPlace {
  readonly uri: string;
  readonly document: YamlDocument;
  readonly position: Position;
}

function isPast({ until }: Waiver, today: string): boolean {
  return until !== undefined && until < today;
}

function isAt(config: CheckConfig, at: string, { uri, document, position }: ProblemPlace): boolean {
  const hash = at.indexOf('#');
  const bare = hash < 0 && !at.startsWith('/');
  const steps = () => pathKeys(document.pathAt(position));
  if (bare && !/[/.*]/.test(at)) return steps().includes(at);
  const pattern = at.startsWith('/') ? '' : hash < 0 ? at : at.slice(0, hash);
  const pointer = at.startsWith('/') ? at : hash < 0 ? '' : at.slice(hash + 1);
  if (pattern !== '' && !matchesFile(config, pattern, uri)) return false;
  const here = pointer === '' ? [] : steps();
  return pointerSteps(pointer).every((step, i) => step === here[i]);
}

function matchesFile(config: CheckConfig, pattern: string, uri: string): boolean {
  const path = config.uri ? relativePath(config.uri, uri) : nameOf(uri);
  return matchesPattern(path, pattern) || (!pattern.includes('/') && matchesPattern(nameOf(uri), pattern));
}

/** `*` stands for any characters. Without a regular expression, so that no pattern takes long. */
function matchesPattern(path: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return path === pattern;
  if (!path.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}

/** What is wrong with a configuration beyond its form: rules that do not exist, and waivers that are past their date. */
export function configFindings(
  resolved: ResolvedConfig,
  rules: readonly string[],
  today: string,
): { rule: 'rule-must-exist' | 'waiver-has-expired'; finding: Finding }[] {
  const found: ReturnType<typeof configFindings> = [];
  const { root } = resolved.file.document;
  const unknown = (node: YamlNode) => {
    if (node.kind !== 'scalar' || node.source === '' || rules.includes(node.source)) return;
    const meant = nearest(node.source, rules);
    found.push({
      rule: 'rule-must-exist',
      finding: {
        at: node,
        message: `There is no rule ${quoted(node.source)}.${meant ? ` Did you mean “${meant}”?` : ''}`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, node, meant, true)] : [],
      },
    });
  };
  const levels = valueAt(root, 'rules');
  if (levels?.kind === 'map') for (const { key } of levels.entries) unknown(key);
  const waivers = valueAt(root, 'waivers');
  for (const item of waivers?.kind === 'list' ? waivers.items : []) {
    const rule = valueAt(item, 'rule');
    if (rule) unknown(rule);
  }
  for (const waiver of readCheckConfig(resolved).waivers) {
    if (!isPast(waiver, today)) continue;
    found.push({
      rule: 'waiver-has-expired',
      finding: {
        at: valueAt(waiver.node, 'until') ?? waiver.node,
        message: `This waiver of “${waiver.rule}” held until ${waiver.until}. Mend the problem, or give the waiver a new date.`,
      },
    });
  }
  return found;
}
