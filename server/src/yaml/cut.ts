import {
  Char,
  conflictLine,
  contentAt,
  isBlank,
  isMarker,
  keyEndAt,
  lineBefore,
  lineEndAt,
  nextLineAt,
  skipSpaces,
} from './line';
import { manyAtATime, runAtOnce } from './steps';

/**
 * Cutting a text into parts that can be read one by one: sections, which are the entries of the root map, and in a
 * section the entries of its own map. A line that is no key belongs to the part before it.
 */

/** How the entries of a section are cut. */
export interface SectionCut {
  /** The column of the section's own keys (from 0); 0 when the section is read in one piece. */
  readonly column: number;
  /** Where its entries start, offsets in the text. What stands before them is the section's head. */
  readonly starts: readonly number[];
  /** Whether a change anywhere in the section may change how it is cut; else only one in its first entries can. */
  readonly fragile: boolean;
}

const inOnePiece: SectionCut = { column: 0, starts: [], fragile: false };

/** Where the keys at the left margin start. `atTop` says that the text starts where the document does. */
export function rootKeys(text: string, atTop: boolean): number[] {
  return runAtOnce(rootKeySteps(text, atTop));
}

/** The same in steps. */
export function* rootKeySteps(text: string, atTop: boolean): Generator<undefined, number[]> {
  const starts: number[] = [];
  let lines = 0;
  for (let line = 0; line < text.length; line = nextLineAt(text, line)) {
    if (++lines % manyAtATime === 0) yield;
    const code = text.charCodeAt(line);
    if (code === Char.Space || code === Char.LineFeed || code === Char.Hash || code === Char.Tab) continue;
    const mark = line === 0 && atTop && code === 0xfeff ? 1 : 0;
    if (isRootKey(text, line + mark)) starts.push(line);
  }
  return starts;
}

function isRootKey(text: string, offset: number): boolean {
  if (keyEndAt(text, offset) < 0 || isMarker(text, offset)) return false;
  return (
    !/^[<|=>]{7}/.test(text.slice(offset, offset + 7)) ||
    !conflictLine.test(text.slice(offset, lineEndAt(text, offset)))
  );
}

/** Where the keys at `column` start, from the line at `offset` on. In steps. */
export function* keySteps(text: string, column: number, offset = 0): Generator<undefined, number[]> {
  const starts: number[] = [];
  let lines = 0;
  for (let line = offset; line < text.length; line = nextLineAt(text, line)) {
    if (++lines % manyAtATime === 0) yield;
    if (text.charCodeAt(line + column) === Char.Space || text.charCodeAt(line) !== Char.Space) continue;
    if (skipSpaces(text, line) === line + column && keyEndAt(text, line + column) >= 0) starts.push(line);
  }
  return starts;
}

/**
 * Cuts a section, whose text starts with a key. `reads` tells whether it reads well in one piece: quotes and brackets
 * may hold lines that look like keys, when they are closed in the end.
 */
export function cutSection(text: string, reads: () => boolean): SectionCut {
  return runAtOnce(cutSteps(text, reads));
}

/** The same in steps. */
export function* cutSteps(text: string, reads: () => boolean): Generator<undefined, SectionCut> {
  const start = skipSpaces(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (text.charCodeAt(start) === Char.Question && isBlank(text, start + 1)) return inOnePiece;
  const own = start - (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const second = nextLineAt(text, start);
  let content = contentAt(text, keyEndAt(text, start));
  for (let line = second; content < 0 && line < text.length; line = nextLineAt(text, line)) {
    content = contentAt(text, line);
  }
  if (content < 0) return inOnePiece;

  const below = content >= second;
  const column = content - (text.lastIndexOf('\n', content) + 1);
  const first = text.charAt(content);
  if (first === '|' || (first === '>' && /^>[-+0-9]*\s*(?:#|$)/m.test(lineAt(text, content)))) return inOnePiece;

  const list = below && first === '-' && isBlank(text, content + 1);
  const from = below ? text.lastIndexOf('\n', content) + 1 : second;
  const found = firstKey(text, from, own, list ? column : Infinity);
  if (found < 0) return inOnePiece;
  const enclosed = /["'[{]/.test(first) && found !== from;
  if (enclosed && closes(text, first) && reads()) return { ...inOnePiece, fragile: true };
  const keys = columnFrom(text, found, own);
  return { column: keys, starts: yield* keySteps(text, keys, second), fragile: enclosed };
}

function lineAt(text: string, offset: number): string {
  return text.slice(offset, lineEndAt(text, offset));
}

/**
 * The column of the keys that begin with the line at `offset`: its own, unless the two after it, which do not stand below
 * it as its own keys do, agree on another one. So a first key that is out of line does not take all others with it.
 */
function columnFrom(text: string, offset: number, own: number): number {
  const column = skipSpaces(text, offset) - offset;
  let below = Infinity;
  let witness = -1;
  for (let line = nextLineAt(text, offset); line < text.length; line = nextLineAt(text, line)) {
    const content = contentAt(text, line);
    if (content < 0) continue;
    const indent = skipSpaces(text, line) - line;
    if (below === Infinity) below = indent > column ? indent : column + 1;
    if (indent <= own || indent >= below || keyEndAt(text, content) < 0) continue;
    if (indent === column || (witness >= 0 && witness !== indent)) return column;
    if (witness === indent) return indent;
    witness = indent;
  }
  return column;
}

/** How many entries of a section, at its start, have a say in where its keys stand. */
export const witnesses = 3;

/** The first line with a key that is indented more than `own` and at most `limit`, or -1. */
function firstKey(text: string, offset: number, own: number, limit: number): number {
  for (let line = offset; line < text.length; line = nextLineAt(text, line)) {
    const key = skipSpaces(text, line);
    if (key - line > own && key - line <= limit && keyEndAt(text, key) >= 0) return line;
  }
  return -1;
}

/** Whether what a quote or bracket opens may be closed at the end of the text: its counterpart stands in the last line. */
export function closes(text: string, opening: string): boolean {
  const closing = opening === '[' ? ']' : opening === '{' ? '}' : opening;
  let end = text.length;
  while (end > 0) {
    const start = lineBefore(text, end);
    if (contentAt(text, start) >= 0 && !text.startsWith('...', start)) return text.slice(start, end).includes(closing);
    end = start;
  }
  return false;
}

/** Where the content before the first key at the left margin starts, or -1: comments, `---` and directives are none. */
export function headContent(head: string): number {
  let started = false;
  for (let line = head.charCodeAt(0) === 0xfeff ? 1 : 0; line < head.length; line = nextLineAt(head, line)) {
    let content = contentAt(head, line);
    if (content < 0 || conflictLine.test(lineAt(head, line))) continue;
    if (content === line && !started) {
      if (head[line] === '%') continue;
      if (head.startsWith('---', line) && isBlank(head, line + 3)) {
        started = true;
        content = contentAt(head, line + 3);
        if (content < 0) continue;
      }
    }
    return content;
  }
  return -1;
}

/** How a document is read: `blocks` part by part; `whole` in one piece, because its root is no map of keys at the margin. */
export type Form = 'blocks' | 'whole';

/**
 * How a document is read, by the text before its first key at the margin (all of it, when there is none: `keys` false)
 * and the last lines of the document.
 */
export function formOf(head: string, keys: boolean, tail: () => string): Form {
  if (!keys) return 'whole';
  const content = headContent(head);
  if (content < 0) return 'blocks';
  const first = head.charAt(content);
  if (/^[|>][-+0-9]*\s*(?:#.*)?$/.test(lineAt(head, content))) return 'whole';
  return /["'[{]/.test(first) && closes(tail(), first) ? 'whole' : 'blocks';
}

/** Whether the form of a document with this text before its first key depends on how it ends. */
export function dependsOnEnd(head: string): boolean {
  const content = headContent(head);
  return content >= 0 && /["'[{]/.test(head.charAt(content));
}
