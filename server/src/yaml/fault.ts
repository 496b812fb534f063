import type { YAMLParseError } from 'yaml';
import type { Token } from './tokens';

/** A mistake at its place in the text that was read. */
export interface Fault {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** What of the parser's phrases tells apart what it gives one code. */
const phrases: readonly [RegExp, string][] = [
  [/^Missing closing/, 'open-quote'],
  [/end with/, 'open-bracket'],
  [/^Missing , or :/, 'missing-comma'],
  [/^Missing ,/, 'missing-comma'],
  [/^Missing space after :/, 'missing-space'],
  [/^Comments must be separated/, 'COMMENT_SPACE'],
  [/^Implicit map keys need/, 'missing-colon'],
  [/^Implicit keys need to be on a single line/, 'MULTILINE_IMPLICIT_KEY'],
  [/^Sequence item without/, 'missing-dash'],
  [/^Tags and anchors must be separated/, 'anchor'],
  [/^Unresolved tag/, 'tag'],
];

/**
 * The faults that the parser's errors stand for, and anchors and tags. A quote or bracket that is missing is told where
 * its partner stands.
 */
export function faultsOf(errors: readonly YAMLParseError[], tokens: readonly Token[]): Fault[] {
  const open = tokens.filter((token) => token.kind === 'open-bracket');
  const faults: Fault[] = open.map(({ start, end }) => ({ code: 'open-bracket', start, end }));
  for (const { code, message, pos } of errors) {
    const known = phrases.find(([phrase]) => phrase.test(message))?.[1] ?? code;
    if (known === 'open-bracket' && open.length > 0) continue;
    const quote = known === 'open-quote' && tokens.find((token) => token.kind === 'quoted' && token.end === pos[0]);
    if (quote) faults.push({ code: known, start: quote.start, end: quote.start + 1 });
    else faults.push({ code: known, start: pos[0], end: pos[1] });
  }
  for (const { kind, start } of tokens) {
    if (kind === 'anchor' || kind === 'tag') faults.push({ code: kind, start, end: start + 1 });
  }
  return faults;
}
