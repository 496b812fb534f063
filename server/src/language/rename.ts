import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { nameOf } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { comparePositions } from '../yaml/position';
import type { Guideline } from './guideline';
import { rangeOf, resolveGuideline, spaceOf } from './guideline';
import { occurrencesIn } from './occurrences';
import { symbolAt } from './symbolAt';
import type { Target } from './target';
import { guidelinesOf, targetOf } from './target';

/** The edits, or the sentence that says why there are none. */
export type RenameResult = { readonly edit: WorkspaceEdit } | { readonly refused: string };

const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const notText = /^(true|false|null|yes|no|on|off|y|n)$/;

/** The id at the position, if it is one that can be renamed. */
export async function prepareRename(
  workspace: Workspace,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<{ range: Range; placeholder: string } | undefined> {
  const guideline = await resolveGuideline(workspace, uri);
  if (token.isCancellationRequested || !guideline) return undefined;
  const place = symbolAt(guideline, position);
  if (!place || !targetOf(guideline, place.symbol)) return undefined;
  return { range: rangeOf(guideline.file, place.at), placeholder: place.symbol.id };
}

/** Gives what stands at the position another id, in every file that names it. */
export async function provideRename(
  workspace: Workspace,
  uri: string,
  position: Position,
  newName: string,
  token: CancellationToken,
): Promise<RenameResult | undefined> {
  const guideline = await resolveGuideline(workspace, uri);
  if (token.isCancellationRequested) return undefined;
  const place = guideline && symbolAt(guideline, position);
  if (!place) return { refused: 'There is no id here that could be renamed.' };
  const target = targetOf(guideline, place.symbol);
  if (!target) return { refused: `‘${place.symbol.id}’ is not defined anywhere, so that it cannot be renamed.` };
  const malformed = faultOfId(newName);
  if (malformed) return { refused: malformed };
  if (newName === target.id) return { edit: { changes: {} } };

  const guidelines = await guidelinesOf(workspace, target);
  if (token.isCancellationRequested) return undefined;
  for (const found of guidelines) {
    const taken = takenBy(found, target, newName);
    if (taken) return { refused: taken };
  }
  return { edit: { changes: editsOf(guidelines, target, newName) } };
}

function editsOf(guidelines: readonly Guideline[], target: Target, newName: string): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const guideline of guidelines) {
    const edits = occurrencesIn(guideline, target)
      .map(({ at }) => ({ range: rangeOf(guideline.file, at), newText: newName }))
      .sort((a, b) => comparePositions(a.range.start, b.range.start));
    if (edits.length > 0) changes[guideline.file.uri] = edits;
  }
  return changes;
}

function faultOfId(id: string): string | undefined {
  if (notText.test(id)) return `‘${id}’ is not text in YAML. Choose another id.`;
  if (kebabCase.test(id)) return undefined;
  return 'An id is lower-case letters, digits and hyphens, and begins with a letter, such as ‘skin-fold’.';
}

/** The sentence that says who has the new id already, as far as this guideline sees. */
function takenBy(guideline: Guideline, target: Target, newName: string): string | undefined {
  const space = spaceOf(guideline);
  if (target.kind === 'label') {
    const other = space?.labels.get(newName);
    if (!other || space?.labels.get(target.id)?.uri !== target.home) return undefined;
    return `There is a label ‘${newName}’ already, in ${nameOf(other.uri)}. Choose another id.`;
  }
  if (target.kind === 'attribute') {
    if (target.shared && space?.attributes.has(newName)) {
      return `There is a shared attribute ‘${newName}’ already. Choose another id.`;
    }
    const label = [...target.family].find((id) => space?.effective(id)?.attributes.has(newName));
    return label && `The label ‘${label}’ has an attribute ‘${newName}’ already. Choose another id.`;
  }
  if (guideline.kind !== 'protocol') return undefined;
  const { roles, workflow, images } = guideline.protocol;
  const taken = { role: roles, stage: workflow, image: images }[target.kind].has(newName);
  return taken ? `There is a ${target.kind} ‘${newName}’ already. Choose another id.` : undefined;
}
