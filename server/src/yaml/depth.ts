import { Lexer } from 'yaml';
import { contentAt, isBlank, nextLineAt } from './line';

/** Deeper nesting than this is refused: it is no guideline, and a parser that recurses would abort the process. */
export const maximumDepth = 100;

/** The offset at which a text is nested deeper than {@link maximumDepth}, in block or in flow style, or -1. */
export function tooDeepAt(text: string): number {
  const block = blockTooDeepAt(text);
  if (block >= 0) return block;
  return bracketsOpened(text) > maximumDepth ? flowTooDeepAt(text) : -1;
}

function blockTooDeepAt(text: string): number {
  const indents: number[] = [];
  let lineStart = 0;
  while (lineStart < text.length) {
    let i = lineStart;
    for (; isBlank(text, i) || isOpening(text, i); i++) {
      if (text[i] === '\n' || i >= text.length) break;
      if (isOpening(text, i)) pushIndent(indents, i - lineStart);
      if (indents.length > maximumDepth) return i;
    }
    if (contentAt(text, i) === i) pushIndent(indents, i - lineStart);
    if (indents.length > maximumDepth) return i;
    lineStart = nextLineAt(text, i);
  }
  return -1;
}

/** Whether a list, a key or a value is opened here, which may hold another one in the same line. */
function isOpening(text: string, offset: number): boolean {
  return /[-?:]/.test(text.charAt(offset)) && isBlank(text, offset + 1);
}

function pushIndent(indents: number[], column: number): void {
  while (indents.length > 0 && (indents[indents.length - 1] ?? 0) >= column) indents.pop();
  indents.push(column);
}

/** An upper bound of the depth, without reading the text as YAML: a bracket in prose may be closed or not. */
function bracketsOpened(text: string): number {
  return text.match(/[[{]/g)?.length ?? 0;
}

function flowTooDeepAt(text: string): number {
  let depth = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > maximumDepth) return offset;
    // The lexer's own marks (document, scalar, end of flow error) stand for no text.
    if (!['\u0002', '\u001f', '\u0018'].includes(token)) offset += token.length;
  }
  return -1;
}
