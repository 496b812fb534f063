/** What a line of a block begins: an item of a list (`- `) or an entry of a map. Columns count from 0. */
export interface Opener {
  readonly line: number;
  readonly column: number;
  /** The key; nothing for an item. */
  readonly key?: string;
  /** What stands behind the colon or the hyphen, without a comment; empty for an item that begins with a key. */
  readonly rest: string;
  readonly restColumn: number;
}

/** A line, read by itself: as YAML has it when the line is no part of a text. */
export interface BlockLine {
  /** The column of the first character that is no space. */
  readonly column: number;
  /** Items first, then the key, from left to right; empty for plain words. */
  readonly openers: readonly Opener[];
  /** Where what is no `- ` begins: a key, or a value. */
  readonly contentColumn: number;
}

const keyShape = /^(?!-\s)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"[\]{},|>&*!%@`](?:[^:]|:(?!\s|$))*)\s*:(?=\s|$)/;

/** Reads a line; nothing when it is empty, a comment, or begins to the right of the column `within`. */
export function readBlockLine(text: string, line: number, within = Infinity): BlockLine | undefined {
  const column = text.search(/\S/);
  if (column < 0 || column > within || text[column] === '#') return undefined;
  const openers: Opener[] = [];
  let at = column;
  while (text[at] === '-' && /^(\s|$)/.test(text.slice(at + 1, at + 2))) {
    const restColumn = skipSpaces(text, at + 1);
    openers.push({ line, column: at, rest: '', restColumn });
    at = restColumn;
  }
  const key = keyAt(text, at);
  if (key) {
    const restColumn = skipSpaces(text, key.colon + 1);
    openers.push({ line, column: at, key: key.name, rest: withoutComment(text.slice(restColumn)), restColumn });
  } else {
    const last = openers.pop();
    if (last) openers.push({ ...last, rest: withoutComment(text.slice(at)) });
  }
  return { column, openers, contentColumn: at };
}

/** The key that begins at a column of a line, without quotes, with the column of its colon. */
export function keyAt(text: string, column: number): { name: string; end: number; colon: number } | undefined {
  const [match, written] = keyShape.exec(text.slice(column)) ?? [];
  if (match === undefined || written === undefined || / #/.test(written)) return undefined;
  const isQuoted = /^["']/.test(written);
  const name = isQuoted ? written.slice(1, -1) : written.trimEnd();
  const end = column + (isQuoted ? written.length : name.length);
  return { name, end, colon: column + match.length - 1 };
}

/** A value without the comment behind it. */
export function withoutComment(text: string): string {
  if (text.startsWith('#')) return '';
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(text)?.[0];
  if (quoted !== undefined) return quoted;
  const comment = text.search(/\s#/);
  return (comment < 0 ? text : text.slice(0, comment)).trimEnd();
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
