import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { CompletionList, Position } from 'vscode-languageserver-types';
import type { FileSystem } from '../workspace/fileSystem';
import type { Resolved, Workspace } from '../workspace/workspace';
import { suggestFiles } from './completeFiles';
import { suggestBlock, suggestDocument, suggestEntry, suggestKeys, suggestValues } from './completeFormat';
import { suggestIds, suggestLinks } from './completeIds';
import { suggestKnown } from './completeKnown';
import { suggestRules } from './completeRules';
import type { Offer } from './completionItem';
import { toItems } from './completionItem';
import { completionPlace } from './completionPlace';
import type { Cursor } from './cursor';
import { cursorAt } from './cursor';
import { suggestLabelBelow } from './newLabel';

/**
 * What may be written at the position: keys, values, ids, file paths, whole entries; in an empty file, a whole
 * document. Works on half-typed text.
 */
export async function provideCompletion(
  workspace: Workspace,
  fileSystem: FileSystem,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<CompletionList> {
  const resolved = await workspace.resolve(uri);
  if (token.isCancellationRequested || !resolved) return { isIncomplete: false, items: [] };
  const cursor = cursorAt(resolved.file.document, position);
  if (!cursor) return { isIncomplete: false, items: [] };
  const offer = await suggest(workspace, fileSystem, resolved, cursor);
  if (token.isCancellationRequested) return { isIncomplete: false, items: [] };
  const { items, more } = toItems(offer, cursor);
  return { isIncomplete: more, items };
}

async function suggest(
  workspace: Workspace,
  fileSystem: FileSystem,
  resolved: Resolved,
  cursor: Cursor,
): Promise<Offer> {
  const all = (...suggestions: Offer['suggestions']): Offer => ({ suggestions, more: false });
  const place = completionPlace(resolved, cursor);
  const ofFormat = () => [
    ...suggestLabelBelow(resolved, cursor),
    ...suggestKeys(place),
    ...suggestEntry(place),
    ...suggestValues(place),
    ...suggestBlock(place),
  ];
  if (isFirstWord(resolved, cursor)) return all(...suggestDocument(resolved.file.kind), ...ofFormat());
  if (resolved.kind === 'config') return all(...(suggestRules(place) ?? ofFormat()));

  const line = resolved.file.document.text.line(cursor.line);
  const at = cursor.slot === 'text' ? cursor.end : cursor.start + cursor.typed.length;
  const links = suggestLinks(resolved, cursor, line.slice(0, at), line.slice(at));
  if (links) return links;
  const files = await suggestFiles(workspace, fileSystem, resolved, cursor);
  if (files) return all(...files);
  const known = await suggestKnown(workspace, resolved, place);
  const ids = known ? all(...known) : suggestIds(resolved, place);
  // Examples would only mislead where it is known which there are.
  if (!ids) return all(...ofFormat());
  const others = [...suggestKeys(place), ...suggestEntry(place), ...suggestBlock(place)];
  return { ...ids, suggestions: [...ids.suggestions, ...others] };
}

/** Whether nothing but the word at the cursor stands in the document. */
function isFirstWord({ file }: Resolved, cursor: Cursor): boolean {
  const { text } = file.document;
  if (cursor.path.length > 0 || text.length > 2000) return false;
  return (
    text
      .slice()
      .replace(/^\s*#.*$/gm, '')
      .trim() === cursor.typed
  );
}
