import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { Located } from '../model/read';
import { resolvePath } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { spanWithin } from '../yaml/node';
import type { Guideline } from './guideline';
import { rangeOf, resolveGuideline } from './guideline';

/** The paths of a guideline that lead to files in the workspace. */
export async function provideDocumentLinks(
  workspace: Workspace,
  uri: string,
  token: CancellationToken,
): Promise<DocumentLink[]> {
  const guideline = await resolveGuideline(workspace, uri);
  if (token.isCancellationRequested || !guideline) return [];
  return pathsIn(guideline).flatMap(({ text, node }) => {
    const target = resolvePath(guideline.file.uri, text);
    if (target === undefined || !workspace.isReadable(target)) return [];
    return [{ range: rangeOf(guideline.file, spanWithin(node, 0, text.length)), target }];
  });
}

/** The paths that a guideline holds, in the order of the text. */
function pathsIn(guideline: Guideline): Located[] {
  if (guideline.kind === 'taxonomy') return guideline.taxonomy.imports.flatMap(({ file }) => file ?? []);
  const { taxonomy, samples } = guideline.protocol;
  const ofSamples = [...samples.values()].flatMap(({ image, annotations }) => [image ?? [], annotations ?? []].flat());
  return [...(taxonomy.file ? [taxonomy.file] : []), ...ofSamples];
}
