import { compareGuidelines } from '../compare/compareGuidelines';
import { gradeChanges } from '../grade/gradeChanges';
import { reportDiffJson } from '../report/diffJson';
import { reportDiffText } from '../report/diffText';
import { readingProblems } from '../report/readingProblems';
import type { Environment, ExitCode, Format } from './environment';
import { UnusableCall } from './environment';
import { readVersion } from './version';

export interface DiffOptions {
  readonly format: Format;
}

/** `labelwright diff OLD NEW`: what changed between two versions of a guideline, and what it means. */
export async function runDiff(
  oldName: string,
  newName: string,
  { format }: DiffOptions,
  environment: Environment,
): Promise<ExitCode> {
  const before = await readVersion(oldName, environment);
  const after = await readVersion(newName, environment);
  if (before.guideline.kind !== after.guideline.kind) {
    throw new UnusableCall(
      `“${oldName}” is a ${before.guideline.kind} and “${newName}” is a ${after.guideline.kind}. Compare two of one kind.`,
    );
  }
  const diff = gradeChanges(compareGuidelines(before.guideline, after.guideline), before.guideline, after.guideline);
  for (const problem of readingProblems(before.guideline, after.guideline))
    environment.printError(`labelwright: ${problem}\n`);
  const report = format === 'json' ? reportDiffJson : reportDiffText;
  environment.print(
    report(diff, {
      from: oldName,
      to: newName,
      before: before.guideline,
      after: after.guideline,
      displayPath: environment.displayPath,
    }),
  );
  return 0;
}
