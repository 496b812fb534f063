import type { Label } from '../model/taxonomy';
import type { Resolved, ResolvedConfig } from '../workspace/workspace';
import type { YamlDocument } from '../yaml/document';
import type { Span } from '../yaml/node';
import { comparePositions } from '../yaml/position';
import { builtInRules } from './builtIn';
import type { CheckConfig } from './config';
import { configFindings, isWaived, levelOf } from './config';
import { brokenPlaces } from './brokenPlaces';
import type { Finding, Problem, Severity } from './problem';
import type { LabelRule, Rule, Surroundings } from './rule';
import { schemaFindings } from './schema/schemaFindings';
import { yamlFindings } from './yaml/yamlFindings';

export interface CheckerOptions {
  /** The day to compare dates with, `2026-01-31`. */
  readonly today: () => string;
  /** Told of rules that failed. */
  readonly log: (message: string, error: unknown) => void;
}

/** Runs rules. Keeps what it found of labels for as long as these do not change. */
export interface Checker {
  /** All that the texts of a guideline (or `labelwright.yaml`) and of what it refers to tell; sorted by place, then rule. */
  check(resolved: Resolved, config: CheckConfig): Problem[];
  /** What takes a look at other files or at the history. Sorted the same way. */
  checkSurroundings(resolved: Resolved, config: CheckConfig, around: Surroundings): Promise<Problem[]>;
}

interface Found {
  readonly rule: string;
  readonly level: Severity;
  readonly finding: Finding;
}

export function createChecker(rules: readonly Rule[], { today, log }: CheckerOptions): Checker {
  const labelRules = rules.filter((rule) => rule.scope === 'label');
  const guidelineRules = rules.filter((rule) => rule.scope === 'guideline');
  const taxonomyRules = rules.filter((rule) => rule.scope === 'taxonomy');
  const protocolRules = rules.filter((rule) => rule.scope === 'protocol');
  const surroundingsRules = rules.filter((rule) => rule.scope === 'surroundings');
  const ids = [...rules, ...builtInRules].map(({ id }) => id);
  const ofLabels = new WeakMap<Label, Map<LabelRule, readonly Finding[]>>();

  function check(resolved: Resolved, config: CheckConfig): Problem[] {
    const { document } = resolved.file;
    const found: Found[] = yamlFindings(document).map((finding) => builtIn('yaml', finding));
    const broken = brokenPlaces(document);
    const keep = (rule: string, level: Severity, findings: Iterable<Finding>) => {
      for (const finding of findings) if (!broken(finding.at)) found.push({ rule, level, finding });
    };
    const run = (rule: { id: string; level: Severity }, findings: () => Iterable<Finding>) => {
      if (levelOf(config, rule.id, rule.level) === 'off') return;
      try {
        keep(rule.id, rule.level, [...findings()]);
      } catch (error) {
        found.push(failure(document, rule.id, error));
      }
    };

    run({ id: 'schema', level: 'error' }, () => schemaFindings(resolved.kind, document));
    if (resolved.kind === 'config') found.push(...ofConfig(resolved));
    else for (const rule of guidelineRules) run(rule, () => rule.check(resolved));
    if (resolved.kind === 'taxonomy') {
      for (const label of resolved.taxonomy.labels.values()) {
        for (const rule of labelRules) run(rule, () => ofLabel(rule, label));
      }
      for (const rule of taxonomyRules) run(rule, () => rule.check(resolved));
    }
    if (resolved.kind === 'protocol') for (const rule of protocolRules) run(rule, () => rule.check(resolved));
    return problems(resolved, config, found);
  }

  function ofLabel(rule: LabelRule, label: Label): readonly Finding[] {
    let kept = ofLabels.get(label);
    if (!kept) ofLabels.set(label, (kept = new Map()));
    let findings = kept.get(rule);
    if (!findings) kept.set(rule, (findings = [...rule.check(label)]));
    return findings;
  }

  function ofConfig(resolved: ResolvedConfig): Found[] {
    return configFindings(resolved, ids, today()).map(({ rule, finding }) => builtIn(rule, finding));
  }

  async function checkSurroundings(resolved: Resolved, config: CheckConfig, around: Surroundings): Promise<Problem[]> {
    if (resolved.kind === 'config') return [];
    const { document } = resolved.file;
    const broken = brokenPlaces(document);
    const found: Found[] = [];
    for (const rule of surroundingsRules) {
      if (levelOf(config, rule.id, rule.level) === 'off') continue;
      try {
        for await (const finding of rule.check(resolved, around)) {
          if (!broken(finding.at)) found.push({ rule: rule.id, level: rule.level, finding });
        }
      } catch (error) {
        found.push(failure(document, rule.id, error));
      }
    }
    return problems(resolved, config, found);
  }

  function failure(document: YamlDocument, rule: string, error: unknown): Found {
    log(`The rule ${rule} failed.`, error);
    const at: Span = { frame: document.root.frame, start: document.root.start, end: document.root.start };
    return builtIn('internal', {
      at,
      message: `The rule “${rule}” failed here, so that it says nothing of this file.`,
    });
  }

  function problems(resolved: Resolved, config: CheckConfig, found: readonly Found[]): Problem[] {
    const { uri, document } = resolved.file;
    const result: Problem[] = [];
    const failed = new Set<string>();
    for (const { rule, level, finding } of found) {
      const severity = levelOf(config, rule, level);
      if (severity === 'off') continue;
      const range = document.range(finding.at);
      if (config.waivers.length > 0 && isWaived(config, rule, { uri, document, position: range.start }, today()))
        continue;
      if (rule === 'internal') {
        if (failed.has(finding.message)) continue;
        failed.add(finding.message);
      }
      const { message, fixes = [] } = finding;
      result.push({ uri, range, severity, rule, message, docs: docsPage(rule), fixes });
    }
    return result.sort(byPlace);
  }

  return { check, checkSurroundings };
}

function builtIn(rule: string, finding: Finding): Found {
  return { rule, level: 'error', finding };
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
