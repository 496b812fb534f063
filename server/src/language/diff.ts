import { compareGuidelines } from '../compare/compareGuidelines';
import type { DiffParams, DiffResult } from '../requests';
import { gradeChanges } from '../grade/gradeChanges';
import { toDiffResult } from '../report/diffResult';
import { createWorkspace } from '../workspace/createWorkspace';
import type { History } from '../workspace/history';
import { HistoryError } from '../workspace/history';
import type { Workspace } from '../workspace/workspace';
import type { Guideline } from './guideline';
import { resolveGuideline } from './guideline';

/**
 * What differs between two versions of a guideline, graded. Rejects with {@link HistoryError} when a version cannot be
 * had; mistakes of form in a version are told in the result, and the rest is compared.
 */
export async function provideDiff(
  workspace: Workspace,
  history: History,
  { uri, from, to }: DiffParams,
): Promise<DiffResult> {
  const before = await guidelineAt(workspace, history, uri, from);
  const after =
    to === undefined ? await resolveGuideline(workspace, uri) : await guidelineAt(workspace, history, uri, to);
  if (!after) throw new HistoryError('This file is no taxonomy and no protocol, so it cannot be compared.');
  return toDiffResult(gradeChanges(compareGuidelines(before, after), before, after), before, after);
}

async function guidelineAt(workspace: Workspace, history: History, uri: string, revision: string): Promise<Guideline> {
  const fileSystem = await history.at(uri, revision);
  const guideline = await resolveGuideline(createWorkspace({ fileSystem, folders: workspace.folders }), uri);
  if (!guideline) throw new HistoryError(`At revision “${revision}” this file was not there, or was no guideline yet.`);
  return guideline;
}
