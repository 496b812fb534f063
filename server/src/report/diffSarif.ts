import type { ReportingDescriptor, Result, Run } from 'sarif';
import type { Level } from '../grade/graded';
import { ruleOf } from '../grade/rules';
import { capitalised } from '../grade/words';
import type { DiffReport } from './diffReport';
import { anchorOf, uriOf } from './diffReport';
import { remedyWords } from './levelWords';
import { locationOf, regionOf, sarifLog, sarifRun } from './sarif';

const levels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  breaking: 'error',
  review: 'warning',
  quality: 'warning',
  additive: 'note',
  editorial: 'note',
};

/** Changes as SARIF 2.1.0: one run for each repository; what is gone is shown where it belonged to. */
export function reportDiffSarif(report: DiffReport): string {
  const roots = [...new Set(report.comparisons.map((comparison) => report.rootOf(uriOf(comparison))))];
  return sarifLog(roots.map((root) => run(report, root)));
}

function run(report: DiffReport, root: string): Run {
  const here = report.comparisons.filter((comparison) => report.rootOf(uriOf(comparison)) === root);
  const ids = [...new Set(here.flatMap(({ changes }) => changes.map(({ id }) => id)))].sort();
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const anchored = here.flatMap((comparison) =>
    comparison.changes.map((change) => ({ change, at: anchorOf(change, comparison) })),
  );
  const files = [...new Set([...here.map(uriOf), ...anchored.map(({ at }) => at.uri)])].sort();
  return sarifRun({
    root,
    version: report.version,
    rules: ids.map(descriptor),
    files,
    results: anchored.map(({ change, at }): Result => ({
      ruleId: change.id,
      ruleIndex: indexes.get(change.id) ?? -1,
      level: levels[change.level],
      message: { text: `${change.message} ${change.reason} ${remedyWords[change.remedy]}` },
      locations: [{ physicalLocation: { artifactLocation: locationOf(root, at.uri), region: regionOf(at.range) } }],
      partialFingerprints: { primaryLocationLineHash: `${change.fingerprint}:1` },
      properties: { changeLevel: change.level, remedy: change.remedy, subject: change.subject },
    })),
  });
}

/** What a change means, as `docs/changes.md` has it: each reason with its level and remedy. */
function descriptor(id: string): ReportingDescriptor {
  const rule = ruleOf(id);
  const short = capitalised(`${rule?.noun ?? 'value'}: ${id.replaceAll('-', ' ')}.`);
  const judgements = rule ? ('among' in rule.verdict ? rule.verdict.among : [rule.verdict]) : [];
  const full = judgements.map(({ level, remedy, reason }) => `${capitalised(level)}, ${remedy}: ${reason}`);
  const text = full.length > 0 ? full.join('\n') : short;
  const summary = [...new Set(judgements.map(({ reason }) => reason))].join(' ');
  return {
    id,
    shortDescription: { text: summary || short },
    fullDescription: { text },
    help: { text },
  };
}
