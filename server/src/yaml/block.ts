import { binaryAt, oddCharacterAt } from './binary';
import type { YamlError } from './document';
import { columnAt, parseIsolated } from './isolate';
import { sentence } from './messages';
import { headContent } from './cut';
import type { Fault } from './fault';
import { lineEndAt, withoutLoneCarriageReturns } from './line';
import type { Frame, Span, YamlEntry, YamlNode } from './node';
import type { Role } from './parse';
import { maximumLength } from './parse';
import { readPlain } from './plain';
import { repeatedKeys } from './repeated';
import { soften } from './soften';

/**
 * What a block is: text before the first key; an entry of the root, or the head of one whose entries are blocks of
 * their own; such an entry; or a document that is no map of keys at the margin.
 */
export type BlockKind = 'head' | 'root' | 'inner' | 'document';

/** Where a frame stands, as far as it is the same in all versions of its document. */
export interface Place extends Frame {
  /** Rises from block to block in a section, and is the index of a section in its document. */
  order: number;
  /** The section that a block was last found in. */
  inside?: Place;
  /** The index in that section at which a block was last found. */
  index: number;
}

/** A stretch of a document that is read by itself and, once read, stays as it is for as long as its text does. */
export interface Block {
  readonly kind: BlockKind;
  readonly place: Place;
  /** UTF-16 code units. */
  readonly length: number;
  /** What it reads as; nothing, when nothing could be read. */
  readonly root: YamlNode | undefined;
  readonly entries: readonly YamlEntry[];
  /** In the order of the text. */
  readonly errors: readonly YamlError[];
  /** The column of the last entry's value, where that is text or a map (from 0). */
  readonly valueColumn: number;
  /** A `...` that ends the document: wrong, when another block follows. */
  readonly ended: YamlError | undefined;
}

const none: readonly never[] = [];

let count = 0;

const beyondAscii = /[^\t\n\r -~]/;

/** A new place, which nothing stands at yet; that of a block is told its text. */
export function createPlace(text?: string): Place {
  return { id: count++, order: -1, index: -1, inside: undefined, ascii: text !== undefined && !beyondAscii.test(text) };
}

/** Where a line begins that is too long for a text of a guideline; or -1. */
function longLineAt(text: string): number {
  if (text.length <= maximumLength) return -1;
  for (let start = 0; start < text.length;) {
    const end = lineEndAt(text, start);
    if (end - start > maximumLength) return start;
    start = end + 1;
  }
  return -1;
}

/** Reads a block. Never throws: what is wrong with it stands in its `errors`. */
export function readBlock(source: string, kind: BlockKind): Block {
  const place = createPlace(source);
  const text = withoutLoneCarriageReturns(source);
  if (kind === 'head') return readHead(place, text);
  const binary = kind === 'document' ? binaryAt(text) : -1;
  if (binary >= 0) return blockOf(place, text, kind, undefined, [{ code: 'binary', start: binary, end: binary + 1 }]);
  const long = longLineAt(text);
  if (long >= 0) return blockOf(place, text, kind, undefined, [{ code: 'long-line', start: long, end: long + 1 }]);
  const plain = kind === 'document' ? undefined : readPlain(place, text, 0);
  if (plain) return blockOf(place, text, kind, plain, none);

  const softened = soften(text, kind === 'document');
  const parsed = parseIsolated(place, softened.text, 0, kind satisfies Role);
  const repeated = parsed.root ? repeatedKeys(parsed.root, kind !== 'document') : [];
  const faults = [...softened.strays, ...parsed.faults, ...repeated];
  const tab = kind === 'document' ? -1 : trailingTab(text, parsed.root);
  if (tab >= 0) faults.push({ code: 'TAB_AS_INDENT', start: tab, end: tab + 1 });
  const keys = kind === 'document' || parsed.root?.kind === 'map';
  if (!keys && faults.length === 0) faults.push({ code: 'UNEXPECTED_TOKEN', start: 0, end: lineEndAt(text, 0) });
  return blockOf(place, text, kind, parsed.root, faults, softened.ended);
}

function blockOf(
  place: Place,
  text: string,
  kind: BlockKind,
  root: YamlNode | undefined,
  faults: readonly Fault[],
  ended?: Fault,
): Block {
  const odd = faults.length === 0 && !place.ascii ? oddCharacterAt(text) : -1;
  const told = odd < 0 ? faults : [{ code: 'encoding', start: odd, end: odd + 1 }];
  const entries = root?.kind === 'map' && kind !== 'document' ? root.entries : none;
  const last = entries.at(-1);
  return {
    kind,
    place,
    length: text.length,
    root,
    entries,
    errors: errorsOf(place, told, text),
    valueColumn: last && kind === 'root' ? columnAt(text, last.value.start) : 0,
    ended: ended && errorOf({ frame: place, ...ended }),
  };
}

/** A tab that begins an empty line after a missing value, which the parser minds as soon as another key follows; or -1. */
function trailingTab(text: string, root: YamlNode | undefined): number {
  let last = root;
  while (last && last.kind !== 'scalar') last = last.kind === 'map' ? last.entries.at(-1)?.value : last.items.at(-1);
  if (last?.kind !== 'scalar' || last.style !== 'missing') return -1;
  const found = /\n *\t/.exec(text.slice(last.end));
  return found ? last.end + found.index + found[0].length - 1 : -1;
}

function readHead(place: Place, text: string): Block {
  const softened = soften(text, true);
  const content = headContent(softened.text);
  const faults: Fault[] = [...softened.strays, ...(softened.ended ? [softened.ended] : [])];
  if (content >= 0) faults.push({ code: strayCode(text, content), start: content, end: lineEndAt(text, content) });
  return blockOf(place, text, 'head', undefined, faults);
}

function strayCode(text: string, content: number): string {
  if (/["']/.test(text.charAt(content))) return 'open-quote';
  return /[[{]/.test(text.charAt(content)) ? 'open-bracket' : 'stray-text';
}

/** An error for the writer of the document. */
export function errorOf({ code, frame, start, end }: Span & { readonly code: string }): YamlError {
  return { code, message: sentence(code), frame, start, end };
}

/** In order, inside the text, each about a word at least. Of several in one place, the first says it. */
function errorsOf(frame: Frame, faults: readonly Fault[], text: string): readonly YamlError[] {
  if (faults.length === 0) return none;
  const inside = (offset: number) => Math.min(Math.max(offset, 0), text.length);
  return faults
    .map(({ code, start: from, end }) => {
      const start = inside(from);
      return errorOf({
        code,
        frame,
        start,
        end: Math.max(end - start <= 1 ? wordEnd(text, start) : start, inside(end)),
      });
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((error, i, all) => i === 0 || error.start > (all[i - 1]?.end ?? 0));
}

/** The parser often points at the first character of what it means. */
function wordEnd(text: string, start: number): number {
  return start + (/^[\p{L}\p{N}_.-]+/u.exec(text.slice(start, start + 200))?.[0].length ?? 0);
}
