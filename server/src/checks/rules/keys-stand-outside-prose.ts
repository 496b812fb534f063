import { parseYaml } from '../../yaml/parseDocument';
import type { YamlDocument } from '../../yaml/document';
import type { YamlEntry, YamlNode } from '../../yaml/node';
import { keyText } from '../../yaml/node';
import type { TextEdit } from '../../yaml/position';
import { EntryWalk, mayHoldBlockTexts } from '../../yaml/walk';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import type { SchemaPart } from '../schema/schemas';
import { keysOf, partBelow, schemaPart } from '../schema/schemas';
import { quoted } from '../words';
import { taxonomyExample } from './examples';

const example = (indent: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: >-
      A rounded opacity of at most 3 cm.
${indent}include:
${indent}  - Also when it holds calcium
`);

export const keysStandOutsideProse: LabelRule = {
  id: 'keys-stand-outside-prose',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  docs: {
    what: 'No line of a text under `>-` or `|`, in a label or an attribute, begins with a key that may stand beside that text.',
    why: 'What is indented as far as the text is part of it: a criterion or a parent that was meant as a key is lost in the definition, and nothing else would say so.',
    invalid: example('      '),
    valid: example('    '),
  },
  check: ({ node }, document) => within(document, node, labelPart),
  shared: ({ node }, document) => (node ? within(document, node, attributePart) : none),
};

/** What the schema says of the entries of a block. */
function partOf(block: string): SchemaPart {
  const entries = partBelow('taxonomy', schemaPart('taxonomy'), block);
  return (entries && partBelow('taxonomy', entries, 'any')) ?? schemaPart('taxonomy');
}

const labelPart = partOf('labels');
const attributePart = partOf('attributes');

function within(document: YamlDocument, node: YamlNode, part: SchemaPart): readonly Finding[] {
  if (node.kind !== 'map' || !mayHoldBlockTexts(node)) return none;
  const found: Finding[] = [];
  for (const walk = EntryWalk.over(node); walk.next();) {
    if (walk.style === 'folded' || walk.style === 'literal') {
      if (!/[\w-]:(?:\s|$)/.test(walk.text ?? '')) continue;
      const entry = { key: walk.keyNode, value: walk.value };
      const finding = inProse(document, node.entries, entry, new Set(keysOf(part)));
      if (finding) found.push(finding);
    } else if (walk.kind === 'map') {
      const below = partBelow('taxonomy', part, walk.key);
      if (below) found.push(...within(document, walk.value, below));
    }
  }
  return found;
}

const none: readonly never[] = [];

interface Line {
  readonly number: number;
  readonly indent: number;
  readonly text: string;
}

function inProse(
  document: YamlDocument,
  beside: readonly YamlEntry[],
  entry: YamlEntry,
  keys: ReadonlySet<string>,
): Finding | undefined {
  const lines = linesOf(document, entry.value);
  const keyOf = ({ text, indent }: Line) =>
    indent === lines[0]?.indent ? /^([\w-]+):(?=\s|$)/.exec(text)?.[1] : undefined;
  const isKey = (line: Line) => keys.has(keyOf(line) ?? '');
  const index = lines.findIndex(isKey);
  const line = lines[index];
  if (!line) return undefined;
  const less = line.indent - document.range(entry.key).start.character;
  const rest = lines.slice(index);
  // Only what reads as keys with their values behind it may be moved, and no key twice.
  const names = [...beside.map(keyText), ...rest.flatMap((one) => keyOf(one) ?? [])];
  const movable =
    new Set(names).size === names.length &&
    rest.every(
      (one) => isKey(one) || one.text.startsWith('- ') || (one.indent > line.indent && /^[\w-]/.test(one.text)),
    ) &&
    readsWell(rest, line.indent);
  const { frame, start, end } = entry.value;
  const from =
    start + document.textOf(entry.value).indexOf(`\n${' '.repeat(line.indent)}${line.text}`) + 1 + line.indent;
  return {
    at: { frame, start: from, end: Math.min(end, from + line.text.length) },
    message: `${quoted(line.text)} reads as part of “${keyText(entry)}”. Indent it by ${less === 2 ? 'two' : less} less, so that it is a key.`,
    fixes: movable
      ? [
          {
            title: `Indent by ${less === 2 ? 'two' : less} spaces less`,
            preferred: true,
            edits: (now) => outdented(now, entry, index, less),
          },
        ]
      : [],
  };
}

/** Whether lines of prose have no mistake when they are read as YAML. */
function readsWell(lines: readonly Line[], indent: number): boolean {
  const moved = lines.map((one) => `${' '.repeat(Math.max(0, one.indent - indent))}${one.text}\n`);
  return parseYaml(moved.join('')).errors.length === 0;
}

/** The lines of a block text that are not empty. */
function linesOf(document: YamlDocument, node: YamlNode): Line[] {
  const { start, end } = document.range(node);
  return Array.from({ length: end.line - start.line }, (_, i) => {
    const text = document.text.line(start.line + 1 + i);
    return { number: start.line + 1 + i, indent: text.search(/\S|$/), text: text.trim() };
  }).filter(({ text }) => text !== '');
}

function outdented(document: YamlDocument, entry: YamlEntry, from: number, by: number): TextEdit[] {
  return linesOf(document, entry.value)
    .slice(from)
    .map(({ number }) => ({
      range: { start: { line: number, character: 0 }, end: { line: number, character: by } },
      text: '',
    }));
}
