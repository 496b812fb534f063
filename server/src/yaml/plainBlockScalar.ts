import { Char, isBlank, lineEndAt, nextLineAt, skipSpaces } from './line';

/**
 * Reads a text under `|` or `>` (with `-` behind it or not), which stands at `offset` as a value in a map or list at
 * `column`. Returns what it reads as, where it ends, and the offset of the line after it; nothing when it is not plain:
 * empty lines before it or spaces around its lines, an indentation that is written out, a comment behind the sign, kept
 * line ends.
 */
export function blockScalarAt(
  text: string,
  offset: number,
  column: number,
): { value: string; end: number; next: number } | undefined {
  const style = text[offset] === '|' ? 'literal' : 'folded';
  const strip = text[offset + 1] === '-';
  if (lineEndAt(text, offset) !== offset + (strip ? 2 : 1)) return undefined;

  let line = nextLineAt(text, offset);
  const indent = skipSpaces(text, line) - line;
  if (indent <= column || isBlank(text, line + indent)) return undefined;
  let value = '';
  let end = offset;
  let emptyLines = 0;
  while (line < text.length) {
    const content = skipSpaces(text, line);
    const lineEnd = lineEndAt(text, line);
    if (content === lineEnd) {
      if (content - line > indent) return undefined;
      emptyLines++;
    } else {
      if (content - line < indent) break;
      if (style === 'folded' && content - line > indent) return undefined;
      if (isBlank(text, lineEnd - 1)) return undefined;
      if (value !== '') value += style === 'literal' || emptyLines > 0 ? '\n'.repeat(emptyLines) : ' ';
      if (value !== '' && style === 'literal') value += '\n';
      value += text.slice(line + indent, lineEnd);
      end = lineEnd;
      emptyLines = 0;
    }
    const next = nextLineAt(text, line);
    if (text.charCodeAt(next - 1) !== Char.LineFeed) return undefined;
    line = next;
  }
  while (end > offset && /\s/.test(text.charAt(end - 1))) end--;
  if (!strip) value += '\n';
  return { value, end, next: line };
}
