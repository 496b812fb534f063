import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import { SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import type { Label } from '../model/taxonomy';
import { readTaxonomy } from '../model/taxonomy';
import type { Workspace } from '../workspace/workspace';
import { rangeOf } from './guideline';

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
  const found: WorkspaceSymbol[] = [];
  for (const file of files) {
    if (file.kind !== 'taxonomy') continue;
    for (const label of readTaxonomy(file.document).labels.values()) {
      if (found.length === mostSymbols) return found;
      if (!namesOf(label).some((name) => holdsInOrder(name, query))) continue;
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

function holdsInOrder(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let from = 0;
  for (const letter of query.toLowerCase().replace(/\s/g, '')) {
    const at = letters.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
