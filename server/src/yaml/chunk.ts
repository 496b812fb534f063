import { runAtOnce } from './steps';

/** A stretch of a text that holds whole lines; only the last chunk of a text may end without a line end. */
export interface Chunk {
  readonly text: string;
  /** How many lines end in it. */
  readonly lineEnds: number;
  /** Where its lines start; made when it is asked for. */
  starts?: readonly number[];
  /** The lines that hold the word which was asked for last. */
  holding?: { readonly word: string; readonly lines: readonly number[] };
}

const LF = 10;
const CR = 13;

/** About how many characters a chunk holds: few enough to copy at every key, many enough to have few chunks. */
const chunkLength = 4096;

/** So many chunks are cut between two pauses. */
const chunksAtATime = 64;

/** Cuts a content into chunks; at least one, also for an empty content. */
export function chunksOf(content: string): Chunk[] {
  return runAtOnce(chunkSteps(content));
}

/** The same in steps. */
export function* chunkSteps(content: string): Generator<undefined, Chunk[]> {
  const chunks: Chunk[] = [];
  const end = nextLineEnd(content);
  let start = 0;
  let lineEnds = 0;
  for (let at = end(0); at >= 0; at = end(at)) {
    lineEnds++;
    if (at - start < chunkLength && at < content.length) continue;
    chunks.push({ text: content.slice(start, at), lineEnds });
    start = at;
    lineEnds = 0;
    if (chunks.length % chunksAtATime === 0) yield;
  }
  if (start < content.length || chunks.length === 0) chunks.push({ text: content.slice(start), lineEnds });
  return chunks;
}

/** Finds the place behind the first line end at or after an offset, or -1. */
function nextLineEnd(content: string): (from: number) => number {
  if (!content.includes('\r')) {
    return (from) => {
      const at = content.indexOf('\n', from);
      return at < 0 ? -1 : at + 1;
    };
  }
  const pattern = /\r\n?|\n/g;
  return (from) => {
    pattern.lastIndex = from;
    return pattern.test(content) ? pattern.lastIndex : -1;
  };
}

/** Where the lines of a chunk start. After its last line end one more starts, which belongs to the next chunk or is empty. */
export function lineStartsIn(chunk: Chunk): readonly number[] {
  if (chunk.starts) return chunk.starts;
  const starts = [0];
  const end = nextLineEnd(chunk.text);
  for (let at = end(0); at >= 0; at = end(at)) starts.push(at);
  chunk.starts = starts;
  return starts;
}

/** Where the characters of a line of the chunk end, before its line end. */
export function lineEndIn(chunk: Chunk, line: number): number {
  const { text } = chunk;
  const next = lineStartsIn(chunk)[line + 1];
  if (next === undefined) return text.length;
  return next - (text.charCodeAt(next - 1) === LF && text.charCodeAt(next - 2) === CR ? 2 : 1);
}

/** The numbers of the lines of a chunk (its first is 0) that hold a word, each once. */
export function linesWith(chunk: Chunk, word: string): readonly number[] {
  if (chunk.holding?.word === word) return chunk.holding.lines;
  const lines = chunk.text.includes(word) ? findLines(chunk, word) : none;
  chunk.holding = { word, lines };
  return lines;
}

const none: readonly number[] = [];

function findLines(chunk: Chunk, word: string): number[] {
  const starts = lineStartsIn(chunk);
  const found = new Set<number>();
  for (let at = chunk.text.indexOf(word); at >= 0; at = chunk.text.indexOf(word, at + word.length)) {
    found.add(lastIndexAtMost(starts, at));
  }
  return [...found];
}

/** Whether two texts that follow each other cannot be chunks of their own: no line end, or half of one, between them. */
export function seam(before: string, after: string): boolean {
  if (before === '') return true;
  const last = before.charCodeAt(before.length - 1);
  return last === CR ? after.charCodeAt(0) === LF : last !== LF;
}

/** The index of the last number in a rising row that is at most `value`; 0 when there is none. */
export function lastIndexAtMost(rising: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
