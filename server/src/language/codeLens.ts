import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { CodeLens } from 'vscode-languageserver-types';
import type { GuidelineDiff } from '../grade/graded';
import { levels } from '../grade/graded';
import { versionFit } from '../report/versionFit';
import type { ApprovedVersion } from '../requests';
import { HistoryError } from '../workspace/history';
import type { DiffParts } from './diff';
import { compareInSlices, hasChanged } from './diff';
import type { Guideline } from './guideline';
import { resolveGuideline } from './guideline';

export interface CodeLensParts extends DiffParts {
  /** The last approved version of a file. */
  readonly approved: (uri: string) => Promise<ApprovedVersion | undefined>;
  /** The client's command that compares a file with a revision; without it the lens cannot be clicked. */
  readonly compareCommand?: string;
}

/**
 * Above a guideline that differs from its last approved version: what that means for the annotations already made. Nothing
 * when it is cancelled or the text changes meanwhile; it is asked for anew then.
 */
export async function provideCodeLenses(
  parts: CodeLensParts,
  uri: string,
  token: CancellationToken,
): Promise<CodeLens[] | undefined> {
  const { workspace, past, slices, approved, compareCommand = '' } = parts;
  const isCancelled = () => token.isCancellationRequested;
  // The problems of an edit come first.
  await slices.pause();
  const after = await resolveGuideline(workspace, uri);
  if (!after || isCancelled()) return [];
  const since = await approved(uri);
  const before = since && (await past.at(uri, since.revision).catch(noGuideline));
  if (!before || isCancelled()) return [];
  const diff = await compareInSlices(parts, before, after, () => isCancelled() || hasChanged(workspace, after));
  if (!diff) return undefined;
  if (diff.changes.length === 0) return [];
  const title = lensTitle(diff, since.version, before, after);
  const command = { title, command: compareCommand, ...(compareCommand && { arguments: [uri, since.revision] }) };
  return [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, command }];
}

/** `Breaking since approved 2.3.0: 1 breaking, 2 review. The version is still 2.3.0; these changes ask for a new major one.` */
function lensTitle(
  { changes, counts, bump }: GuidelineDiff,
  since: string,
  before: Guideline,
  after: Guideline,
): string {
  const gravest = changes[0]?.level ?? 'editorial';
  const parts = levels.filter((level) => counts[level] > 0).map((level) => `${counts[level]} ${level}`);
  const level = gravest.charAt(0).toUpperCase() + gravest.slice(1);
  return `${level} since approved ${since}: ${parts.join(', ')}. ${versionFit(bump, before, after)}`;
}

function noGuideline(error: unknown): undefined {
  if (!(error instanceof HistoryError)) throw error;
  return undefined;
}
