import type { Position, Range, TextChange, TextEdit } from './position';
import { comparePositions } from './position';
import type { Chunk } from './chunk';
import { chunkSteps, chunksOf, lineEndIn, lineStartsIn, lastIndexAtMost, linesWith, seam } from './chunk';

/**
 * A text with lines. Offsets count UTF-16 code units from 0; a line ends at LF, CR LF or a lone CR, as in LSP.
 * Immutable: an edit gives another text, which shares the chunks that the edit did not touch.
 */
export interface Text {
  readonly length: number;
  readonly lineCount: number;
  /** The characters from `start` to `end` (exclusive). */
  slice(start?: number, end?: number): string;
  /** The line of that number (from 0) without its line end; empty beyond the last line. */
  line(line: number): string;
  /** The numbers of the lines that hold a word (without line ends), rising. Looks only at what an edit has changed. */
  linesWith(word: string): readonly number[];
  /** Offsets outside the text are moved to its ends. */
  positionAt(offset: number): Position;
  /** Positions beyond a line's end are moved to it, as LSP wants. */
  offsetAt(position: Position): number;
  /** The text with `inserted` in place of what stands from `start` to `end`. */
  splice(start: number, end: number, inserted: string): Text;
  /** Applies the changes one after the other, each to the result of the one before. */
  edit(changes: readonly TextChange[]): Text;
}

/** A text of this content. */
export function createText(content: string): Text {
  return textOf(chunksOf(content));
}

/** The same in steps. */
export function* textSteps(content: string): Generator<undefined, Text> {
  return textOf(yield* chunkSteps(content));
}

/** A text of chunks, of which there is at least one: each but the last ends with a line end. */
function textOf(chunks: readonly Chunk[]): Text {
  // Where each chunk starts: its offset, and its first line. One more of each for the end of the text.
  const offsets = new Uint32Array(chunks.length + 1);
  const lines = new Uint32Array(chunks.length + 1);
  chunks.forEach((chunk, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + chunk.text.length;
    lines[i + 1] = (lines[i] ?? 0) + chunk.lineEnds;
  });
  const length = offsets[chunks.length] ?? 0;
  const lineCount = (lines[chunks.length] ?? 0) + 1;
  const clamp = (offset: number) => Math.max(0, Math.min(offset, length));

  /** The chunk that holds the character at `offset`; the last one for the end of the text. */
  const chunkAt = (offset: number) => Math.min(lastIndexAtMost(offsets, offset), chunks.length - 1);

  /** The chunk that a line starts in, and the line's number in it. */
  function placeOf(line: number): { chunk: Chunk; offset: number; inside: number } | undefined {
    if (line < 0 || line >= lineCount) return undefined;
    const index = Math.min(lastIndexAtMost(lines, line), chunks.length - 1);
    const chunk = chunks[index];
    return chunk && { chunk, offset: offsets[index] ?? 0, inside: line - (lines[index] ?? 0) };
  }

  const text: Text = {
    length,
    lineCount,
    slice(from = 0, to = length) {
      const start = clamp(from < 0 ? length + from : from);
      const end = clamp(to < 0 ? length + to : to);
      let result = '';
      for (let i = chunkAt(start); i < chunks.length && (offsets[i] ?? 0) < end; i++) {
        const offset = offsets[i] ?? 0;
        result += chunks[i]?.text.slice(Math.max(0, start - offset), end - offset) ?? '';
      }
      return result;
    },
    line(line) {
      const place = placeOf(line);
      if (!place) return '';
      const start = lineStartsIn(place.chunk)[place.inside] ?? place.chunk.text.length;
      return place.chunk.text.slice(start, lineEndIn(place.chunk, place.inside));
    },
    linesWith(word) {
      const found: number[] = [];
      chunks.forEach((chunk, i) => {
        for (const line of linesWith(chunk, word)) found.push(line + (lines[i] ?? 0));
      });
      return found;
    },
    positionAt(offset) {
      const at = clamp(offset);
      const index = chunkAt(at);
      const chunk = chunks[index];
      if (!chunk) return { line: 0, character: 0 };
      const starts = lineStartsIn(chunk);
      const inside = lastIndexAtMost(starts, at - (offsets[index] ?? 0));
      return { line: (lines[index] ?? 0) + inside, character: at - (offsets[index] ?? 0) - (starts[inside] ?? 0) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      const place = placeOf(line);
      if (!place) return length;
      const start = lineStartsIn(place.chunk)[place.inside] ?? place.chunk.text.length;
      return place.offset + Math.min(start + Math.max(0, character), lineEndIn(place.chunk, place.inside));
    },
    splice(from, to, inserted) {
      const start = clamp(from);
      const end = Math.max(start, clamp(to));
      let first = chunkAt(start);
      let last = chunkAt(end);
      let content =
        (chunks[first]?.text.slice(0, start - (offsets[first] ?? 0)) ?? '') +
        inserted +
        (chunks[last]?.text.slice(end - (offsets[last] ?? 0)) ?? '');
      // What no longer ends or begins a line by itself joins its neighbour.
      for (let next = chunks[last + 1]; next && seam(content, next.text); next = chunks[++last + 1]) {
        content += next.text;
      }
      for (let before = chunks[first - 1]; before && seam(before.text, content); before = chunks[--first - 1]) {
        content = before.text + content;
      }
      return textOf([...chunks.slice(0, first), ...chunksOf(content), ...chunks.slice(last + 1)]);
    },
    edit(changes) {
      let result = text;
      for (const { range, text: inserted } of changes) {
        if (!range) result = createText(inserted);
        else result = result.splice(result.offsetAt(range.start), result.offsetAt(range.end), inserted);
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
  return edited(text, edits, 0, text.length);
}

/** The change that is the same as edits that all speak of the unchanged text and do not overlap; none for none. */
export function asOne(text: Text, edits: readonly TextEdit[]): TextChange[] {
  const [first, ...others] = edits;
  if (!first) return [];
  if (others.length === 0) return [first];
  let { start, end } = first.range;
  for (const { range } of others) {
    if (comparePositions(range.start, start) < 0) start = range.start;
    if (comparePositions(end, range.end) < 0) end = range.end;
  }
  return [{ range: { start, end }, text: edited(text, edits, text.offsetAt(start), text.offsetAt(end)) }];
}

/** What stands from one offset to another after edits between them. */
function edited(text: Text, edits: readonly TextEdit[], start: number, end: number): string {
  const inOrder = [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start));
  let result = '';
  let done = start;
  for (const { range, text: inserted } of inOrder) {
    result += text.slice(done, text.offsetAt(range.start)) + inserted;
    done = text.offsetAt(range.end);
  }
  return result + text.slice(done, end);
}
