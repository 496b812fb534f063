import type { YamlEntry, YamlMap } from '../../yaml/node';
import { entryOf, keyText } from '../../yaml/node';
import type { TextEdit } from '../../yaml/position';
import type { YamlDocument } from '../../yaml/document';
import type { Finding, Fix } from '../problem';
import { quoted } from '../words';
import type { Mistake } from './mistake';
import { keysOf, schemaPart } from './schemas';

/** An unknown key of a taxonomy or of a label that holds what a label holds: a label that is indented wrongly. */
export function placedLabel(mistake: Mistake, map: YamlMap, entry: YamlEntry): Finding | undefined {
  const { validated } = mistake;
  if (validated.kind !== 'taxonomy' || map.style === 'flow' || mistake.node !== validated.node) return undefined;
  if (!isLabel(entry)) return undefined;
  const inLabel = validated.definition === 'label';
  const before = map.entries.slice(0, map.entries.indexOf(entry));
  const after = map.entries.slice(before.length + 1);
  const columnOf = (one: YamlEntry) => validated.document.range(one.key).start.character;
  const id = quoted(keyText(entry));
  if (inLabel && validated.entry) {
    const extra = columnOf(entry) - columnOf(validated.entry);
    // What follows would go with it.
    const fixes = after.every(isLabel) && extra > 0 ? [shift([entry, ...after], -extra)] : [];
    const owner = quoted(keyText(validated.entry));
    return {
      at: entry.key,
      message: `${id} looks like a label, and stands among the keys of ${owner}. Indent it by ${extra} spaces less.`,
      fixes,
    };
  }
  if (mistake.key !== '') return undefined;
  const labels = entryOf(map, 'labels');
  const first = labels?.value.kind === 'map' && labels.value.style === 'block' ? labels.value.entries[0] : undefined;
  const width = first ? columnOf(first) : 2;
  const from = labels ? before.indexOf(labels) : -1;
  const between = before.slice(from + 1);
  const behind = from >= 0 && between.every(isLabel);
  const empty = labels?.value.kind === 'scalar' && labels.value.style === 'missing';
  return {
    at: entry.key,
    message: `${id} stands at the left margin. Indent it by ${width === 2 ? 'two' : width} spaces, so that it is a label.`,
    fixes: behind && (first !== undefined || empty) ? [shift([...between, entry], width)] : [],
  };
}

const labelKeys = new Set(keysOf(schemaPart('taxonomy', 'label')));

function isLabel({ value }: YamlEntry): boolean {
  if (value.kind !== 'map' || value.style === 'flow') return false;
  return entryOf(value, 'name') !== undefined && value.entries.every((entry) => labelKeys.has(keyText(entry)));
}

function shift(entries: readonly YamlEntry[], by: number): Fix {
  const title = by > 0 ? `Indent by ${by} spaces` : `Indent by ${-by} spaces less`;
  return { title, preferred: true, edits: (document) => entries.flatMap((entry) => shifted(document, entry, by)) };
}

function shifted(document: YamlDocument, entry: YamlEntry, by: number): TextEdit[] {
  const edits: TextEdit[] = [];
  const first = document.range(entry.key).start.line;
  const last = document.range(entry.value).end.line;
  for (let line = first; line <= last; line++) {
    if (document.text.line(line).trim() === '') continue;
    const start = { line, character: 0 };
    edits.push({ range: { start, end: { line, character: Math.max(0, -by) } }, text: ' '.repeat(Math.max(0, by)) });
  }
  return edits;
}
