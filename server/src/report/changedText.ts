import { textsOf } from '../grade/notes';
import type { GradedChange } from '../grade/graded';
import { onOneLine } from './line';

const width = 100;

/** Texts that a change's sentence does not quote, as lines `- before` and `+ after`. */
export function changedText(change: GradedChange, indent: string): string[] {
  const said = onOneLine(change.message);
  const found = textsOf(change);
  const texts = [found?.before, found?.after] as const;
  if (texts.every((text) => text === undefined || said.includes(onOneLine(text.trim())))) return [];
  const [old, now] = texts.map((text) => (text === undefined ? undefined : linesOf(text)));
  const same = old && now ? commonEnds(old, now) : { start: 0, end: 0 };
  const part = (lines: readonly string[]) => lines.slice(same.start, lines.length - same.end);
  return [
    ...(old ? part(old).flatMap((line) => wrapped(line, `${indent}- `)) : []),
    ...(now ? part(now).flatMap((line) => wrapped(line, `${indent}+ `)) : []),
  ];
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map(onOneLine)
    .filter((line) => line.trim() !== '');
}

/** How many lines two texts share at their start and at their end. */
function commonEnds(a: readonly string[], b: readonly string[]): { readonly start: number; readonly end: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return { start, end };
}

/** A line broken between words; what follows stands below the words of the first. */
export function wrapped(text: string, first: string): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.trim().split(' ')) {
    if (!isEmpty && line.length + word.length >= width) {
      lines.push(line);
      line = ' '.repeat(first.length);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
