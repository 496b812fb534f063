import type { Position, Range, TextChange, TextEdit } from './position';
import { comparePositions } from './position';

/**
 * A text with lines. Offsets count UTF-16 code units from 0; a line ends at LF, CR LF or a lone CR, as in LSP.
 * Immutable: an edit gives another text.
 */
export interface Text {
  readonly length: number;
  readonly lineCount: number;
  /** The characters from `start` to `end` (exclusive). */
  slice(start?: number, end?: number): string;
  /** The line of that number (from 0) without its line end; empty beyond the last line. */
  line(line: number): string;
  /** Offsets outside the text are moved to its ends. */
  positionAt(offset: number): Position;
  /** Positions beyond a line's end are moved to it, as LSP wants. */
  offsetAt(position: Position): number;
  /** Applies the changes one after the other, each to the result of the one before. */
  edit(changes: readonly TextChange[]): Text;
}

const LF = 10;
const CR = 13;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}

/** A text over one string. */
export function createText(content: string): Text {
  const starts = lineStarts(content);

  /** Where the line's characters end, before its line end. */
  function lineEnd(line: number): number {
    let end = starts[line + 1] ?? content.length;
    if (line + 1 < starts.length) {
      end--;
      if (content.charCodeAt(end) === LF && content.charCodeAt(end - 1) === CR) end--;
    }
    return end;
  }

  const text: Text = {
    length: content.length,
    lineCount: starts.length,
    slice: (start, end) => content.slice(start, end),
    line(line) {
      const start = starts[line];
      return start === undefined ? '' : content.slice(start, lineEnd(line));
    },
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, content.length));
      let low = 0;
      let high = starts.length;
      while (low + 1 < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle;
      }
      return { line: low, character: at - (starts[low] ?? 0) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      const start = starts[line];
      if (start === undefined) return content.length;
      return Math.min(start + Math.max(0, character), lineEnd(line));
    },
    edit(changes) {
      let result = text;
      for (const { range, text: inserted } of changes) {
        if (!range) {
          result = createText(inserted);
          continue;
        }
        const [start, end] = [result.offsetAt(range.start), result.offsetAt(range.end)];
        result = createText(result.slice(0, start) + inserted + result.slice(Math.max(start, end)));
      }
      return result;
    },
  };
  return text;
}

/** The whole of a text as a range. */
export function wholeRange(text: Text): Range {
  return { start: { line: 0, character: 0 }, end: text.positionAt(text.length) };
}

/** The text after edits that all speak of the unchanged text and do not overlap. */
export function applyEdits(text: Text, edits: readonly TextEdit[]): string {
  const inOrder = [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start));
  let result = '';
  let done = 0;
  for (const { range, text: inserted } of inOrder) {
    result += text.slice(done, text.offsetAt(range.start)) + inserted;
    done = text.offsetAt(range.end);
  }
  return result + text.slice(done);
}
