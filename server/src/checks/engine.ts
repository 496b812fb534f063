import type { Resolved, ResolvedConfig, ResolvedTaxonomy } from '../workspace/workspace';
import type { YamlDocument } from '../yaml/document';
import { comparePositions } from '../yaml/position';
import { runAtOnce } from '../yaml/steps';
import { valueAt } from '../yaml/node';
import type { LabelChecks } from './across/labelChecks';
import { createLabelChecks } from './across/labelChecks';
import { brokenPlaces } from './brokenPlaces';
import { builtInRules } from './builtIn';
import type { CheckConfig } from './config';
import { configFindings, levelOf } from './config';
import type { Found } from './found';
import type { Finding, Problem } from './problem';
import type { Rule, RunRules, Surroundings } from './rule';
import { Overtaken } from './rule';
import { headFindings, schemaFindings } from './schema/schemaFindings';
import { misplacedKeys } from './schema/misplaced';
import { hasUnreadLabels } from './unread';
import { yamlFindings } from './yaml/yamlFindings';

export interface CheckerOptions {
  /** The day to compare dates with, `2026-01-31`. */
  readonly today: () => string;
  /** Told of rules that failed. */
  readonly log: (message: string, error: unknown) => void;
  /** The changes that a configuration may judge otherwise; they are not looked at when this is not given. */
  readonly changeIds?: readonly string[] | undefined;
  /** Told of each label that is checked: to count them. */
  readonly onLabel?: (id: string) => void;
}

/** Runs rules. Keeps what it found in the labels of a file, and checks those again that an edit affects. */
export interface Checker {
  /** All that the texts of a guideline (or `labelwright.yaml`) and of what it refers to tell; sorted by place, then rule. */
  check(resolved: Resolved, config: CheckConfig): Problem[];
  /**
   * The same in steps, which may be left off: what is done already is kept. `most` problems at least are returned, where
   * there are as many: the first ones.
   */
  steps(resolved: Resolved, config: CheckConfig, most?: number): Generator<undefined, Problem[]>;
  /** What other files and the history tell, before it is placed. Rejects as `around.pause` does. */
  lookAround(resolved: Resolved, config: CheckConfig, around: Surroundings): Promise<readonly Found[]>;
  /** The problems that were found of this version or of an earlier one: those whose places are still there. Sorted the same way. */
  place(resolved: Resolved, config: CheckConfig, found: readonly Found[]): Problem[];
  /** Drops what is kept of a file. */
  forget(uri: string): void;
}

export function createChecker(rules: readonly Rule[], { today, log, changeIds, onLabel }: CheckerOptions): Checker {
  const labelRules = rules.filter((rule) => rule.scope === 'label');
  const acrossRules = rules.filter((rule) => rule.scope === 'label-in-space');
  const guidelineRules = rules.filter((rule) => rule.scope === 'guideline');
  const taxonomyRules = rules.filter((rule) => rule.scope === 'taxonomy');
  const protocolRules = rules.filter((rule) => rule.scope === 'protocol');
  const surroundingsRules = rules.filter((rule) => rule.scope === 'surroundings');
  const needAllLabels = new Set(acrossRules.flatMap(({ id, needsAllLabels }) => (needsAllLabels ? [id] : [])));
  const ids = [...rules, ...builtInRules].map(({ id }) => id);
  const labelChecks = new Map<string, LabelChecks>();

  const run: RunRules = (some, found, a, b) => {
    for (let at = 0; at < some.length; at++) {
      try {
        for (; at < some.length; at++) {
          const { id, level, check } = some[at] as (typeof some)[number];
          const findings = check(a, b);
          // Most find nothing.
          if (findings.length > 0) for (const finding of findings) found.push({ rule: id, level, finding });
        }
      } catch (error) {
        const { id, level } = some[at] as (typeof some)[number];
        log(`The rule ${id} failed.`, error);
        found.push({ rule: id, level });
      }
    }
  };

  function labelChecksOf(uri: string): LabelChecks {
    let checks = labelChecks.get(uri);
    if (!checks) labelChecks.set(uri, (checks = createLabelChecks({ labelRules, acrossRules, run, onLabel })));
    return checks;
  }

  function* steps(resolved: Resolved, config: CheckConfig, most = Infinity): Generator<undefined, Problem[]> {
    const { document } = resolved.file;
    const found: Found[] = yamlFindings(document).map((finding) => ({ rule: 'yaml', level: 'error', finding }));
    const doubtful: Found[] = [];
    const runIfOn = (rule: Pick<Rule, 'id' | 'level'>, findings: () => readonly Finding[]) => {
      const { id, level } = rule;
      if (levelOf(config, id, level) !== 'off') run([{ id, level, check: findings }], doubtful, undefined, undefined);
    };
    if (resolved.kind === 'config') found.push(...ofConfig(resolved));
    else {
      for (const rule of guidelineRules) runIfOn(rule, () => rule.check(resolved));
      const outside = acrossRules.filter(({ needsAllLabels }) => !needsAllLabels || !hasUnreadLabels(resolved));
      for (const rule of outside) runIfOn(rule, () => rule.outside?.(resolved) ?? []);
    }
    if (resolved.kind === 'protocol') for (const rule of protocolRules) runIfOn(rule, () => rule.check(resolved));
    if (resolved.kind === 'taxonomy') {
      const { attributes } = resolved.taxonomy;
      for (const rule of taxonomyRules) runIfOn(rule, () => rule.check(resolved));
      for (const rule of labelRules) {
        for (const attribute of attributes.values()) runIfOn(rule, () => rule.shared?.(attribute, document) ?? []);
      }
      yield* labelChecksOf(resolved.file.uri).steps(resolved);
    }
    const schema = { id: 'schema', level: 'error' } as const;
    const labels = valueAt(document.root, 'labels');
    if (resolved.kind !== 'taxonomy' || labels?.kind !== 'map') {
      runIfOn(schema, () => schemaFindings(resolved.kind, document));
    } else {
      const checks = labelChecksOf(resolved.file.uri);
      runIfOn(schema, () => headFindings('taxonomy', document, checks.odd()));
      // A label without a value has a mistake of form.
      const misplaced = misplacedKeys(labels, checks.flawed());
      runIfOn(schema, () => misplaced.map(({ finding }) => finding));
      const skipped = new Set(misplaced.flatMap(({ entries }) => entries));
      doubtful.push(...ofLabels(resolved, config, checks, most, skipped));
    }
    const broken = brokenPlaces(document);
    for (const one of doubtful) if (!one.finding || !broken(one.finding.at)) found.push(one);
    return problems(resolved, config, found).slice(0, most);
  }

  /** What was found in the labels, in order; only the first ones, when `most` are enough. */
  function ofLabels(
    taxonomy: ResolvedTaxonomy,
    config: CheckConfig,
    checks: LabelChecks,
    most: number,
    skipped: ReadonlySet<unknown>,
  ): Found[] {
    const hasUnread = hasUnreadLabels(taxonomy);
    const result: Found[] = [];
    for (const entry of checks.flawed()) {
      for (const one of checks.found(entry)) {
        if (one.rule === 'schema' && skipped.has(entry)) continue;
        if (hasUnread && needAllLabels.has(one.rule)) continue;
        if (levelOf(config, one.rule, one.level) !== 'off') result.push(one);
      }
      if (result.length >= most) break;
    }
    return result;
  }

  function ofConfig(resolved: ResolvedConfig): Found[] {
    return configFindings(resolved, { rules: ids, changes: changeIds }, today()).map(({ rule, finding }) => ({
      rule,
      level: 'error',
      finding,
    }));
  }

  async function lookAround(resolved: Resolved, config: CheckConfig, around: Surroundings): Promise<readonly Found[]> {
    if (resolved.kind === 'config') return [];
    const { document } = resolved.file;
    const broken = brokenPlaces(document);
    const found: Found[] = [];
    for (const { id, level, check } of surroundingsRules) {
      if (levelOf(config, id, level) === 'off') continue;
      try {
        if (around.isOvertaken?.()) throw new Overtaken();
        for await (const finding of check(resolved, around)) {
          if (!broken(finding.at)) found.push({ rule: id, level, finding });
        }
      } catch (error) {
        if (error instanceof Overtaken) throw error;
        log(`The rule ${id} failed.`, error);
        found.push({ rule: id, level });
      }
    }
    return found;
  }

  function place(resolved: Resolved, config: CheckConfig, found: readonly Found[]): Problem[] {
    const { document } = resolved.file;
    const isThere = ({ finding }: Found) =>
      !finding || finding.at.frame === document.root.frame || document.holds(finding.at);
    return problems(resolved, config, found.filter(isThere));
  }

  function problems(resolved: Resolved, config: CheckConfig, found: readonly Found[]): Problem[] {
    const { uri, document } = resolved.file;
    const result: Problem[] = [];
    const failed = new Set<string>();
    for (const one of found) {
      if (!one.finding && failed.has(one.rule)) continue;
      if (!one.finding) failed.add(one.rule);
      const { rule, level, finding } = one.finding ? one : failure(document, one.rule);
      const severity = levelOf(config, rule, level);
      if (severity === 'off' || !finding) continue;
      const range = document.range(finding.at);
      const { message, fixes = [] } = finding;
      result.push({ uri, range, severity, rule, message, docs: docsPage(rule), fixes });
    }
    return result.sort(byPlace);
  }

  return {
    check(resolved, config) {
      return runAtOnce(steps(resolved, config));
    },
    steps,
    lookAround,
    place,
    forget: (uri) => labelChecks.delete(uri),
  };
}

function failure({ root }: YamlDocument, rule: string): Found {
  const at = { frame: root.frame, start: root.start, end: root.start };
  const message = `The rule “${rule}” failed here, so that it says nothing of this file.`;
  return { rule: 'internal', level: 'error', finding: { at, message } };
}

/** Path of a rule's page in the package. */
export function docsPage(rule: string): string {
  return `docs/rules/${rule}.md`;
}

/** The order in which problems of a file are shown: by place, then by rule. */
export function byPlace(a: Problem, b: Problem): number {
  return (
    comparePositions(a.range.start, b.range.start) ||
    comparePositions(a.range.end, b.range.end) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  );
}
