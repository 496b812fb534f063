import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { Location, Position } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace';
import { comparePositions } from '../yaml/position';
import { rangeOf, resolveGuideline } from './guideline';
import { occurrencesIn } from './occurrences';
import { symbolAt } from './symbolAt';
import { guidelinesOf, targetOf } from './target';

/** Where what stands at the position is named in the workspace, by file and line. */
export async function provideReferences(
  workspace: Workspace,
  uri: string,
  position: Position,
  context: { readonly includeDeclaration: boolean },
  token: CancellationToken,
): Promise<Location[]> {
  const guideline = await resolveGuideline(workspace, uri);
  if (token.isCancellationRequested || !guideline) return [];
  const place = symbolAt(guideline, position);
  const target = place && targetOf(guideline, place.symbol);
  if (!target) return [];
  const guidelines = await guidelinesOf(workspace, target);
  if (token.isCancellationRequested) return [];
  return guidelines.flatMap((found) =>
    occurrencesIn(found, target)
      .filter(({ isDefinition }) => context.includeDeclaration || !isDefinition)
      .map(({ at }) => ({ uri: found.file.uri, range: rangeOf(found.file, at) }))
      .sort((a, b) => comparePositions(a.range.start, b.range.start)),
  );
}
