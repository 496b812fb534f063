import type { Source } from './annotation';

/** A stretch of a text in UTF-16 units from 0, the end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where an annotation stands in the text of its file (without a byte order mark); nothing when it is not there. */
export function sourceRange(text: string, source: Source): TextRange | undefined {
  if (!('path' in source)) return source.end <= text.length ? source : undefined;
  let at = skipSpace(text, 0);
  for (const step of source.path) {
    const found = childAt(text, at, step);
    if (found === undefined) return undefined;
    at = found;
  }
  const end = endOf(text, at);
  return end === undefined ? undefined : { start: at, end };
}

/** Where the value of a key, or of an index, begins in the JSON value at a place. */
function childAt(text: string, from: number, step: string | number): number | undefined {
  const isList = text[from] === '[';
  if (!isList && text[from] !== '{') return undefined;
  let at = skipSpace(text, from + 1);
  let found: number | undefined;
  for (let index = 0; at < text.length && text[at] !== ']' && text[at] !== '}'; index++) {
    let key: string | number = index;
    if (!isList) {
      const end = endOf(text, at);
      if (end === undefined) return undefined;
      key = keyOf(text.slice(at, end));
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    // Of a key that is there twice, the last one counts.
    if (String(key) === String(step)) found = at;
    if (found !== undefined && isList) return found;
    const end = endOf(text, at);
    if (end === undefined) return undefined;
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

function keyOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return '';
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

/** Where the JSON value that begins at a place ends; nothing when it does not. */
function endOf(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
      if (at >= text.length) return undefined;
      if (depth === 0) return at + 1;
    } else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (letter === ',' || text.charCodeAt(at) <= 0x20)) return at;
  }
  return depth === 0 && from < text.length ? text.length : undefined;
}
