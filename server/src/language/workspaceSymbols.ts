import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import { SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import type { Label } from '../model/label';
import { labelOf } from '../model/label';
import { readTaxonomy } from '../model/taxonomy';
import type { Workspace } from '../workspace/workspace';
import { rangeOf } from './guideline';
import { labelIndexOf } from './labelIndex';
import { holdsInOrder } from './matches';

/** More than a list can show; a longer query narrows it. */
const mostSymbols = 500;

/** The labels of all taxonomies whose id, name or synonyms hold the letters of the query in their order. */
export async function provideWorkspaceSymbols(
  workspace: Workspace,
  query: string,
  token: CancellationToken,
): Promise<WorkspaceSymbol[]> {
  const files = await workspace.files();
  if (token.isCancellationRequested) return [];
  const letters = query.toLowerCase().replace(/\s/g, '');
  const found: WorkspaceSymbol[] = [];
  for (const file of files) {
    if (file.kind !== 'taxonomy') continue;
    const index = labelIndexOf(readTaxonomy(file.document));
    for (const [i, words] of index.words().entries()) {
      if (found.length === mostSymbols) return found;
      const entry = holdsInOrder(words, letters) ? index.entries[i] : undefined;
      const label = entry && labelOf(entry);
      // The words of all names stand in a row: the letters may be of several.
      if (!label || !namesOf(label).some((name) => holdsInOrder(name.toLowerCase(), letters))) continue;
      found.push({
        name: label.id,
        kind: label.abstract ? SymbolKind.Class : SymbolKind.EnumMember,
        ...(label.deprecated ? { tags: [SymbolTag.Deprecated] } : {}),
        ...(label.name === undefined ? {} : { containerName: label.name }),
        location: { uri: file.uri, range: rangeOf(file, label.key) },
      });
    }
  }
  return found;
}

function namesOf({ id, name, synonyms }: Label): string[] {
  return [id, name ?? '', ...synonyms.map(({ text }) => text)];
}
