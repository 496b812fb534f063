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
  const blocks = blockStarts(document);
  const blockOf = (line: number) => {
    let index = 0;
    while (index + 1 < blocks.length && (blocks[index + 1] ?? 0) <= line) index++;
    return index;
  };
  const broken = new Set(
    errors.flatMap((error) => {
      const range = document.range(error);
      const [first, last] = [blockOf(range.start.line), blockOf(range.end.line)];
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    }),
  );
  const entries = new Set(errors.map((error) => entryAt(document, document.range(error).start)));
  return (at) => {
    const { start } = document.range(at);
    // What is missing from the whole is said at the first line, and may stand behind the mistake.
    if (start.line === 0 || broken.has(blockOf(start.line))) return true;
    // An open bracket takes in what follows it, and is missed only there.
    const entry = entryAt(document, start);
    return entry !== undefined && entries.has(entry);
  };
}

/** The label, or the entry of another block, that a place is in; at the head its key. */
function entryAt(document: YamlDocument, position: Position): YamlEntry | undefined {
  const [top, below] = document.pathAt(position);
  return below?.entry ?? top?.entry;
}

/** The lines at which blocks begin: keys at the left margin, and the entries of `labels` and the like under them. */
function blockStarts(document: YamlDocument): number[] {
  const starts = [0];
  let indent = -1;
  for (let line = 0; line < document.text.lineCount; line++) {
    const text = document.text.line(line);
    const width = /^ */.exec(text)?.[0].length ?? 0;
    // A line that a tab indents belongs to the block before it, whatever the tab was meant for.
    if (width === text.length || text[width] === '#' || text[width] === '\t') continue;
    if (width === 0) {
      starts.push(line);
      indent = -1;
    } else if (indent < 0 || width <= indent) {
      indent = width;
      starts.push(line);
    }
  }
  return starts;
}
