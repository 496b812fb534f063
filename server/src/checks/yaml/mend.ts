import type { Range, TextEdit } from '../../yaml/position';
import type { Text } from '../../yaml/text';

/** What a look at the lines around a mistake in the YAML tells. */
export interface Mend {
  /** Better words than those for the parser's error. */
  readonly message?: string;
  /** A better place. */
  readonly at?: Range;
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

/** So many lines around a mistake are looked at, at most: more than any label has. */
export const mostLines = 2000;

/** The column of a line's first character that is no space (from 0). */
export function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** Whether nothing but white space or a comment stands in a line. */
export function isEmptyLine(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

/** The number of the nearest line before (`step` -1) or after (1) a line that is not empty; or nothing. */
export function neighbour(text: Text, line: number, step: 1 | -1): number | undefined {
  for (let at = line + step; at >= 0 && at < text.lineCount && Math.abs(at - line) < mostLines; at += step) {
    if (!isEmptyLine(text.line(at))) return at;
  }
  return undefined;
}

/** The key that a line begins with, behind its hyphens. */
export function keyIn(line: string): { readonly key: string; readonly column: number } | undefined {
  const [whole = '', , key] = /^([\s\u00a0]*(?:- +)*)([\p{L}\p{N}_][^\s:#]*) *:(?=\s|$)/u.exec(line) ?? [];
  return key === undefined ? undefined : { key, column: whole.lastIndexOf(key) };
}

/** A place in one line, from one column to another (from 0, UTF-16). */
export function inLine(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

/** `one space`, `2 spaces`. */
export function spaces(count: number): string {
  return count === 1 ? 'one space' : `${count} spaces`;
}
