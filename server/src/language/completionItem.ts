import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { CompletionItemTag, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver-types';
import type { Cursor } from './cursor';
import { createMatches } from './matches';
import { indented, withoutPlaceholders } from './snippets';

/** One thing that may be written at the cursor. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What is written, or a snippet whose further lines are indented from the column that the entry begins at. */
  readonly text: string | { readonly snippet: string };
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: () => string | undefined;
  readonly deprecated?: boolean;
  /** What is typed to find it; the label where it is absent. */
  readonly filter?: string;
  /** Replaces the word from here on only: a character of the line. */
  readonly start?: number;
}

/** Suggestions out of many. */
export interface Offer {
  readonly suggestions: readonly Suggestion[];
  /** Whether there are others, which do not fit as well what is typed. */
  readonly more: boolean;
}

/** More than this is no choice any more: typing on narrows it. */
export const mostItems = 200;

/** So many items of a choice that was narrowed have documentation: as many as are seen at once, before one types on. */
const mostDescribed = 12;

/**
 * Suggestions as items that replace the word at the cursor: in the order given, or, where they are too many, those that
 * fit best what is typed, the best first. `more` says that some were left out.
 */
export function toItems(
  { suggestions, more }: Offer,
  cursor: Cursor,
): { readonly items: CompletionItem[]; readonly more: boolean } {
  const narrowed = more || suggestions.length > mostItems;
  const items = (suggestions.length > mostItems ? fitting(suggestions, cursor) : suggestions).map((one, index) =>
    toItem(narrowed && index >= mostDescribed ? { ...one, documentation: undefined } : one, cursor, index),
  );
  return { items, more: narrowed };
}

function fitting(suggestions: readonly Suggestion[], cursor: Cursor): Suggestion[] {
  const [{ start = cursor.start } = {}] = suggestions;
  const matches = createMatches<Suggestion>(cursor.typed.slice(Math.max(0, start - cursor.start)), mostItems);
  for (const one of suggestions) {
    const rank = matches.rank((one.filter ?? one.label).toLowerCase());
    if (rank !== undefined) matches.add(rank, one, one.deprecated);
  }
  return matches.best();
}

function toItem(suggestion: Suggestion, cursor: Cursor, index: number): CompletionItem {
  const { label, kind, text, detail, documentation, deprecated, filter, start = cursor.start } = suggestion;
  const { line, end, needsSpace } = cursor;
  const snippet = typeof text === 'string' ? undefined : indented(text.snippet, cursor.column);
  const hasPlaceholders = snippet !== undefined && /(?<!\\)\$/.test(snippet);
  const newText =
    typeof text === 'string' ? text : hasPlaceholders ? (snippet ?? '') : withoutPlaceholders(snippet ?? '');
  const words = documentation?.();
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(words === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: words } }),
    ...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    sortText: String(index).padStart(3, '0'),
    ...(filter === undefined || filter === label ? {} : { filterText: filter }),
    insertTextFormat: hasPlaceholders ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // Further lines come with their indentation: an editor's own would count it twice.
    ...(newText.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    textEdit: {
      range: { start: { line, character: start }, end: { line, character: end } },
      newText: needsSpace && !/^\s/.test(newText) ? ` ${newText}` : newText,
    },
  };
}

/** Items for a client that knows no snippets. */
export function withoutSnippets(items: readonly CompletionItem[]): CompletionItem[] {
  return items.map((item) => {
    if (item.insertTextFormat !== InsertTextFormat.Snippet || !item.textEdit) return item;
    const newText = withoutPlaceholders(item.textEdit.newText);
    return { ...item, insertTextFormat: InsertTextFormat.PlainText, textEdit: { ...item.textEdit, newText } };
  });
}
