import type { YamlDocument } from '../yaml/document';
import type { Position } from '../yaml/position';
import type { Text } from '../yaml/text';
import type { Opener } from './blockLine';
import { keyAt, readBlockLine, withoutComment } from './blockLine';
import type { BlockPlace } from './blockPlace';
import { findPlace } from './blockPlace';
import { flowPlace } from './flowPlace';
import type { DocumentPath } from './schemaAt';
import type { Siblings } from './siblings';
import { writtenSiblings } from './siblings';

/** Where a cursor stands, as a completion sees it; it is told by lines and brackets, as half-typed YAML has no tree. */
export interface Cursor {
  /** `key` and `value` are what can stand here; `either` on a line of its own; `text` inside words that are no value of a list. */
  readonly slot: 'key' | 'value' | 'either' | 'text';
  /** Leads to the map that a key would be in, and to the value that a value would be. */
  readonly path: DocumentPath;
  readonly line: number;
  /** The word at the cursor: its first character, and the one behind its last, on the line; without quotes. */
  readonly start: number;
  readonly end: number;
  /** The word as far as the cursor. */
  readonly typed: string;
  readonly quote: '' | "'" | '"';
  /** The column that entries of this map begin at. */
  readonly column: number;
  readonly inFlow: boolean;
  /** Whether the key at the cursor has its colon. */
  readonly hasColon: boolean;
  /** Whether a space is missing behind the colon or hyphen before the cursor. */
  readonly needsSpace: boolean;
  /** The other entries of the map. */
  readonly siblings: Siblings;
  /** The other items of the list. */
  readonly items: readonly string[];
}

const nothing = {
  quote: '',
  inFlow: false,
  hasColon: false,
  needsSpace: false,
  siblings: writtenSiblings([]),
  items: [],
} as const;

/** Finds out where the cursor stands; nothing in a comment, and behind a value that is complete. */
export function cursorAt(document: YamlDocument, { line, character }: Position): Cursor | undefined {
  const { text } = document;
  const source = text.line(line);
  const at = Math.min(character, source.length);
  const isBlank = source.slice(0, at).trim() === '' && /^\s*(#|$)/.test(source.slice(at));
  const read = isBlank ? undefined : readBlockLine(source, line);
  if (!isBlank && !read) return undefined;

  const own = (read?.openers ?? []).filter(({ key, column }) => key === undefined && column < at);
  const column = !read ? at : own.length > 0 ? read.contentColumn : read.column;
  const place = findPlace(document, line, column, own);
  if (place.parent && place.parent.rest !== '') return withinValue(document, line, at, place.parent, place.path);
  // In the indentation, or before the hyphen of an item.
  if (own.length === 0 && (at < column || /^-\s/.test(source.slice(column)))) return undefined;

  const key = keyAt(source, column);
  if (!key) return valueCursor(text, line, at, { place, slot: 'either', from: column, column });
  if (at > key.colon) {
    const path = [...place.path, key.name];
    return valueCursor(text, line, at, { place: { ...place, path }, slot: 'value', from: key.colon + 1, column });
  }
  const quote = quoteOf(source[column]);
  const start = column + quote.length;
  if (at < start || at > key.end) return undefined;
  return {
    ...nothing,
    slot: 'key',
    path: place.path,
    line,
    start,
    end: key.end - quote.length,
    typed: source.slice(start, at),
    quote,
    column,
    hasColon: true,
    siblings: place.siblings,
  };
}

function quoteOf(character: string | undefined): Cursor['quote'] {
  return character === "'" || character === '"' ? character : '';
}

/** What a value is in: its place, where it may begin on the line, and the column of its key or of itself. */
interface ValuePlace {
  readonly place: BlockPlace;
  readonly slot: 'value' | 'either';
  readonly from: number;
  readonly column: number;
}

function valueCursor(
  text: Text,
  line: number,
  at: number,
  { place, slot, from, column }: ValuePlace,
): Cursor | undefined {
  const source = text.line(line);
  const begin = from + source.slice(from).search(/\S|$/);
  const value = withoutComment(source.slice(begin));
  const base = { ...nothing, slot, path: place.path, line, column, siblings: place.siblings, items: place.items };
  if (value === '') {
    const isComment = source[begin] === '#' && at >= begin && at > from;
    return isComment
      ? undefined
      : { ...base, start: at, end: at, typed: '', needsSpace: /[:-]/.test(source[at - 1] ?? '') };
  }
  if (at < begin || /^[|>][-+0-9]*$/.test(value)) return undefined;
  if (/^[[{]/.test(value))
    return flowCursor(text, line, at, { line, column, rest: value, restColumn: begin }, place.path);
  const quote = quoteOf(source[begin]);
  const isClosed = quote !== '' && value.length > 1 && value.endsWith(quote);
  const [start, end] = [begin + quote.length, begin + value.length - (isClosed ? 1 : 0)];
  if (at < start || at > end) return undefined;
  return { ...base, slot: quote === '' ? slot : 'value', start, end, typed: source.slice(start, at), quote };
}

/** A cursor on a line that goes on with a value which began above: in brackets, or in words. */
function withinValue(
  document: YamlDocument,
  line: number,
  at: number,
  opener: Opener,
  path: DocumentPath,
): Cursor | undefined {
  const { text } = document;
  if (/^[[{]/.test(opener.rest)) {
    const openers = readBlockLine(text.line(opener.line), opener.line)?.openers ?? [];
    const own = openers.filter(({ key, column }) => key === undefined && column <= opener.column);
    const above = findPlace(document, opener.line, opener.key === undefined ? opener.restColumn : opener.column, own);
    return flowCursor(text, line, at, opener, opener.key === undefined ? above.path : [...above.path, opener.key]);
  }
  const typed = text.line(line).slice(0, at);
  return { ...nothing, slot: 'text', path, line, start: at, end: at, typed, column: at };
}

/** Lines of one value in brackets: more than anybody writes. */
const mostFlowLines = 200;

function flowCursor(text: Text, line: number, at: number, opener: Opener, path: DocumentPath): Cursor | undefined {
  const begin = text.offsetAt({ line: opener.line, character: opener.restColumn });
  let last = opener.line;
  while (last < line || (last - opener.line < mostFlowLines && goesOn(text, last + 1, opener.column))) last++;
  const end = text.offsetAt({ line: last, character: text.line(last).length });
  const cursor = text.offsetAt({ line, character: at });
  const found = flowPlace(text.slice(begin, end).replace(/\r/g, '\n'), cursor - begin);
  if (!found) return undefined;
  const start = text.positionAt(begin + found.start);
  if (start.line !== line) return undefined;
  return {
    ...nothing,
    slot: found.slot,
    path: [...path, ...found.path],
    line,
    start: start.character,
    end: Math.max(at, text.positionAt(begin + found.end).character),
    typed: text.slice(begin + found.start, cursor),
    quote: found.quote,
    column: opener.column,
    inFlow: true,
    hasColon: found.hasColon,
    siblings: writtenSiblings(found.keys.map((key) => ({ key, rest: '' }))),
    items: found.items,
  };
}

/** Whether a line belongs to brackets that were opened on a line with that indentation. */
function goesOn(text: Text, line: number, column: number): boolean {
  const source = text.line(line);
  return source.search(/\S/) > column || /^\s*[\]}]/.test(source);
}
