import { placeIn } from '../model/changes';
import type { YamlDocument } from '../yaml/document';
import type { Span, YamlEntry } from '../yaml/node';
import type { Position } from '../yaml/position';

/** Mistakes beside which the rest of the text still reads as it was meant. */
const harmless = new Set(['DUPLICATE_KEY', 'anchor', 'tag', 'directive', 'COMMENT_SPACE', 'merge-key', 'alias']);

/** Whether what a document says may be less than its writer wrote, because parts of it could not be read. */
export function isIncomplete(document: YamlDocument): boolean {
  return document.errors.some(({ code }) => !harmless.has(code));
}

/**
 * Tells of a place whether a mistake in the YAML makes it doubtful: it stands in the same block (a label, or a block of
 * the head) as the mistake. The mistake itself is reported; what follows from it would be noise.
 */
export function brokenPlaces(document: YamlDocument): (at: Span) => boolean {
  const errors = document.errors.filter(({ code }) => !harmless.has(code));
  if (errors.length === 0) return () => false;
  const frames = new Set(errors.map(({ frame }) => frame));
  const lines = linesBelow(document, errors);
  const entries = new Set(errors.map((error) => entryAt(document, document.range(error).start)));
  return (at) => {
    if (frames.has(at.frame)) return true;
    const { start } = document.range(at);
    // What is missing from the whole is said at the first line, and may stand behind the mistake.
    if (start.line === 0 || (lines[placeIn(lines, ({ end }) => end <= start.line)]?.start ?? Infinity) <= start.line) {
      return true;
    }
    const entry = entryAt(document, start);
    return entry !== undefined && entries.has(entry);
  };
}

/** The label, or the entry of another block, that a place is in; at the head its key. */
function entryAt(document: YamlDocument, position: Position): YamlEntry | undefined {
  const [top, below] = document.pathAt(position);
  return below?.entry ?? top?.entry;
}

/** More lines than any label has. */
const mostLines = 2000;

/** The lines of mistakes, each with those below it that are indented deeper (`end` exclusive): they belonged to it. */
function linesBelow(document: YamlDocument, errors: readonly Span[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const error of errors) {
    const start = document.range(error).start.line;
    const last = found[found.length - 1];
    if (last && start < last.end) continue;
    const { text } = document;
    const indent = text.line(start).search(/\S/);
    let end = start + 1;
    const isDeeper = (line: string) => line.trim() === '' || line.search(/\S/) > indent;
    while (indent > 0 && end < Math.min(start + mostLines, text.lineCount) && isDeeper(text.line(end))) end++;
    found.push({ start, end });
  }
  return found;
}
