import type { Fix, ReportingDescriptor, Result, Run } from 'sarif';
import { builtInRules } from '../checks/builtIn';
import type { Problem, Severity } from '../checks/problem';
import { rules } from '../checks/registry';
import { hash } from '../grade/fingerprint';
import { pathKeys } from '../yaml/document';
import type { ProblemReport } from './problemReport';
import { ruleHelp } from './ruleHelp';
import { locationOf, regionOf, sarifLog, sarifRun } from './sarif';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};
/** As code scanning calls them. */
const severityWord: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
  hint: 'recommendation',
};
/** The rules as SARIF describes them. */
const descriptors: readonly ReportingDescriptor[] = [
  ...rules.map(({ id, family, level, docs }) => descriptor(id, level, docs, family)),
  ...builtInRules.map(({ id, level, ...docs }) => descriptor(id, level, docs, 'form')),
];
const indexes = new Map(descriptors.map(({ id }, index) => [id, index]));

/** Problems as SARIF 2.1.0, for code scanning: one run for each repository; paths are relative to it. */
export function reportProblemsSarif(report: ProblemReport): string {
  const roots = [...new Set([...report.files, ...report.problems.map(({ uri }) => uri)].map(report.rootOf))];
  return sarifLog(roots.map((root) => run(report, root)));
}

function run(report: ProblemReport, root: string): Run {
  const isHere = (uri: string) => report.rootOf(uri) === root;
  const seen = new Map<string, number>();
  const problems = report.problems.filter(({ uri }) => isHere(uri));
  const files = [...new Set([...report.files.filter(isHere), ...problems.map(({ uri }) => uri)])].sort();
  const results = problems.map((problem) => resultOf(report, root, problem, seen));
  return sarifRun({ root, version: report.version, rules: descriptors, files, results });
}

/** Code scanning shows the help beside an alert: it needs no page elsewhere. */
function descriptor(
  id: string,
  level: Severity,
  docs: Parameters<typeof ruleHelp>[1],
  family: string,
): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: docs.what },
    fullDescription: { text: docs.why },
    help: { text: `${docs.what}\n\n${docs.why}`, markdown: ruleHelp(id, docs) },
    defaultConfiguration: { level: levels[level] },
    properties: { tags: [family], precision: 'very-high', 'problem.severity': severityWord[level] },
  };
}

function resultOf(report: ProblemReport, root: string, problem: Problem, seen: Map<string, number>): Result {
  const { uri, range, rule, severity, message } = problem;
  const artifactLocation = locationOf(root, uri);
  const document = report.documentOf(uri);
  const fixes = document
    ? problem.fixes.map(({ title, edits }): Fix => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits(document).map((edit) => ({
              deletedRegion: regionOf(edit.range),
              insertedContent: { text: edit.text },
            })),
          },
        ],
      }))
    : [];
  const usable = fixes.filter(({ artifactChanges: [change] }) => (change?.replacements.length ?? 0) > 0);
  const path = document ? pathKeys(document.pathAt(range.start)) : [];
  const fingerprint = hash(JSON.stringify([rule, artifactLocation.uri, ...path]));
  const count = (seen.get(fingerprint) ?? 0) + 1;
  seen.set(fingerprint, count);
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(range) } }],
    // The place by its keys: it stays when lines move, and so does what was decided about the alert.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${count}` },
    ...(usable.length > 0 ? { fixes: usable } : {}),
  };
}
