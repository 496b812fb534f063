import type { Place } from './block';
import { createPlace, errorOf, readBlock } from './block';
import type { YamlDocument, YamlError } from './document';
import type { Layout, ReadBlock } from './layout';
import { blockAtOffset, blockOf, findFrame, isOfBlock, layoutSteps, offsetOfFrame } from './layout';
import type { Frame, YamlNode } from './node';
import { createMap, missing } from './nodes';
import { pathTo } from './path';
import { editLayout } from './relayout';
import { runAtOnce } from './steps';
import type { Text } from './text';
import { textSteps } from './text';
import type { SectionRead } from './tree';
import { readSection, repeated } from './tree';

/** What a document may be parsed with. */
export interface ParseOptions {
  /** Called for each block that is read, with its text: to count them. */
  readonly onRead?: (text: string) => void;
}

/** Parses a document. Never throws: what is wrong with it stands in its `errors`. */
export function parseYaml(content: string, options: ParseOptions = {}): YamlDocument {
  return runAtOnce(parseSteps(content, options));
}

/** The same in steps, each of which reads little. */
export function* parseSteps(content: string, options: ParseOptions = {}): Generator<undefined, YamlDocument> {
  const read: ReadBlock = (text, kind) => {
    options.onRead?.(text);
    return readBlock(text, kind);
  };
  const layout = yield* layoutSteps(content, read);
  const trees = yield* treeSteps(layout, new Map());
  return documentOf(yield* textSteps(content), layout, createPlace(), trees, read);
}

type Trees = ReadonlyMap<Place, SectionRead>;

/** Reads the sections that an edit changed, or all of them; in steps. */
function* treeSteps(layout: Layout, previous: Trees): Generator<undefined, Trees> {
  const trees = new Map<Place, SectionRead>();
  for (const section of layout.sections) {
    const old = previous.get(section.place);
    trees.set(section.place, old?.section === section ? old : yield* readSection(section, old));
  }
  return trees;
}

function documentOf(text: Text, layout: Layout, place: Place, trees: Trees, read: ReadBlock): YamlDocument {
  const offsetOf = (frame: Frame) => (frame === place ? 0 : offsetOfFrame(layout, frame));
  const root = layout.whole ? wholeRoot(layout, place) : rootOf(trees, place, offsetOf);

  return {
    text,
    root,
    errors: errorsOf(trees, root, offsetOf),
    range(span) {
      const offset = offsetOf(span.frame);
      return { start: text.positionAt(offset + span.start), end: text.positionAt(offset + span.end) };
    },
    readAgain: ({ frame, start }) => blockAtOffset(layout, offsetOf(frame) + start)?.block.length ?? 0,
    textOf(span) {
      const offset = offsetOf(span.frame);
      return text.slice(offset + span.start, offset + span.end);
    },
    holds: ({ frame }) => isOfBlock(frame) && findFrame(layout, frame) !== undefined,
    pathAt: (position) => pathTo(layout, trees, root, text.offsetAt(position)),
    edit(changes) {
      let [edited, relaid] = [text, layout];
      for (const { range, text: inserted } of changes) {
        const start = range ? edited.offsetAt(range.start) : 0;
        const end = range ? Math.max(start, edited.offsetAt(range.end)) : edited.length;
        edited = edited.splice(start, end, inserted);
        relaid = editLayout(relaid, edited, { start, end, inserted: inserted.length }, read);
      }
      return documentOf(edited, relaid, place, runAtOnce(treeSteps(relaid, trees)), read);
    },
  };
}

function wholeRoot(layout: Layout, place: Place): YamlNode {
  return blockOf(layout, 0, 0)?.block.root ?? missing(place, 0);
}

function rootOf(trees: Trees, place: Place, offsetOf: (frame: Frame) => number): YamlNode {
  const sections = [...trees.values()];
  const entries = sections.flatMap(({ tree }) => tree.entries);
  const head = sections.find(({ tree }) => tree.entries.length > 0)?.section.blocks[0];
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return missing(place, 0);
  // A key that is written with a question mark starts later than the map.
  const start = offsetOf(first.key.frame) + (head?.root?.start ?? first.key.start);
  const end = offsetOf(last.key.frame) + Math.max(last.key.end, last.value.end);
  return createMap('block', entries, place, start, end);
}

function errorsOf(trees: Trees, root: YamlNode, offsetOf: (frame: Frame) => number): YamlError[] {
  const sections = [...trees.values()];
  const errors = sections.flatMap(({ tree }, i) => {
    const ended = tree.ended && i < sections.length - 1 ? [tree.ended] : [];
    return [...tree.errors, ...ended];
  });
  const inBlocks = root.kind === 'map' && root.frame !== sections[0]?.section.blocks[0]?.place;
  const twice = inBlocks ? repeated(root).map(({ key }) => errorOf({ ...key, code: 'DUPLICATE_KEY' })) : [];
  if (twice.length === 0 && !sections.some(({ tree }) => tree.ended)) return errors;
  return [...errors, ...twice]
    .map((error) => ({ error, at: offsetOf(error.frame) + error.start }))
    .sort((a, b) => a.at - b.at)
    .filter(({ at }, i, all) => all[i - 1]?.at !== at)
    .map(({ error }) => error);
}
