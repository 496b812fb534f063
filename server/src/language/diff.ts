import type { Change } from '../compare/change';
import { compareSteps } from '../compare/compareGuidelines';
import { gradeChanges } from '../grade/gradeChanges';
import type { GuidelineDiff } from '../grade/graded';
import { readOverrides } from '../grade/overrides';
import { toDiffResult } from '../report/diffResult';
import type { DiffParams, DiffResult, DiffSide } from '../requests';
import { HistoryError } from '../workspace/history';
import type { Slices } from '../workspace/slices';
import { runInSlices } from '../workspace/slices';
import { nameOf } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Guideline } from './guideline';
import { resolveGuideline } from './guideline';
import type { PastGuidelines } from './pastGuidelines';

export interface DiffParts {
  readonly workspace: Workspace;
  readonly past: PastGuidelines;
  readonly slices: Slices;
}

/**
 * What differs between two versions of a guideline, graded; a file that one of them does not have came or went. Rejects with
 * {@link HistoryError} when a version cannot be had; mistakes of form in a version are told in the result, and the rest is compared. Nothing when it is cancelled, or
 * the text changes meanwhile.
 */
export async function provideDiff(
  parts: DiffParts,
  { from, to }: DiffParams,
  isCancelled: () => boolean,
): Promise<DiffResult | undefined> {
  const [before, after] = [await sideAt(parts, from), await sideAt(parts, to)];
  // Of two files, none can have come or gone.
  if (!before && (!after || from.uri !== to.uri)) throw notThere(from);
  if (!after && from.uri !== to.uri) throw notThere(to);
  const edited = [from.revision === undefined && before, to.revision === undefined && after].filter(
    (side) => side !== undefined && side !== false,
  );
  const isOvertaken = () => isCancelled() || edited.some((side) => hasChanged(parts.workspace, side));
  const diff = await compareInSlices(parts, before, after, isOvertaken);
  return diff && toDiffResult(diff, before, after);
}

/** Whether the text of a guideline is another one by now. */
export function hasChanged(workspace: Workspace, { file }: Guideline): boolean {
  return workspace.revision(file.uri) !== file.revision;
}

/** The guideline of one side of a comparison. */
export async function guidelineAt(parts: DiffParts, side: DiffSide): Promise<Guideline> {
  const guideline = await sideAt(parts, side);
  if (guideline) return guideline;
  throw notThere(side);
}

/** Nothing where a version does not have the file, or it is no guideline there. */
function sideAt({ workspace, past }: DiffParts, { uri, revision }: DiffSide): Promise<Guideline | undefined> {
  return revision === undefined ? resolveGuideline(workspace, uri) : past.at(uri, revision);
}

function notThere({ uri, revision }: DiffSide): HistoryError {
  const when = revision === undefined ? '' : ` at the revision “${revision}”`;
  return new HistoryError(
    `“${nameOf(uri)}” is no taxonomy and no protocol${when}, or it is not there: it cannot be compared.`,
  );
}

/** The last comparison with each newer version: asked for by a panel and a code lens, it is made once. */
const known = new WeakMap<Guideline, { readonly before: Guideline; readonly changes: readonly Change[] }>();

/**
 * Compares and grades, as the team has it, giving way to other work; nothing when the result is not wanted any more. A version
 * that is not given was not there.
 */
export async function compareInSlices(
  { workspace, slices }: Pick<DiffParts, 'workspace' | 'slices'>,
  before: Guideline | undefined,
  after: Guideline | undefined,
  isOvertaken: () => boolean,
): Promise<GuidelineDiff | undefined> {
  const last = after && known.get(after);
  const kept = last && last.before === before ? last.changes : undefined;
  if (!kept && isOvertaken()) return undefined;
  const changes = kept ?? (await runInSlices(compareSteps(before, after), slices, isOvertaken));
  if (!changes) return undefined;
  if (before && after) known.set(after, { before, changes });
  const config = await workspace.configOf((after ?? before)?.file.uri ?? '');
  return gradeChanges(changes, before, after, readOverrides(config));
}
