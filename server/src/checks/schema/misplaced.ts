import { readText } from '../../model/read';
import type { YamlEntry, YamlMap } from '../../yaml/node';
import { keyText } from '../../yaml/node';
import type { Finding, Fix } from '../problem';
import { keysOf, schemaPart } from './schemas';

/** Keys of a label that stand where the ids of labels stand: they are not indented far enough. */
export interface Misplaced {
  readonly finding: Finding;
  /** The entries that the finding speaks of, and the empty label before them. */
  readonly entries: readonly YamlEntry[];
}

/** Finds labels whose keys stand beside them instead of under them; `suspects` are all labels that have no value. */
export function misplacedKeys(labels: YamlMap, suspects: readonly YamlEntry[] = labels.entries): Misplaced[] {
  if (labels.style === 'flow') return [];
  const keys = new Set(keysOf(schemaPart('taxonomy', 'label')));
  const found: Misplaced[] = [];
  for (const label of suspects) {
    if (label.value.kind !== 'scalar' || label.value.style !== 'missing' || keys.has(keyText(label))) continue;
    const index = labels.entries.indexOf(label);
    let end = index + 1;
    for (let entry = labels.entries[end]; entry && keys.has(keyText(entry)); entry = labels.entries[end]) end++;
    const entries = labels.entries.slice(index + 1, end);
    const [first] = entries;
    if (!first || !entries.some((entry) => keyText(entry) === 'name' && readText(entry.value) !== undefined)) continue;
    const message = `“${keyText(first)}” stands where the ids of labels stand. Indent it by two more spaces, so that it belongs to “${keyText(label)}”.`;
    found.push({ finding: { at: first.key, message, fixes: [indent(entries)] }, entries: [label, ...entries] });
  }
  return found;
}

function indent(entries: readonly YamlEntry[]): Fix {
  return {
    title: 'Indent by two more spaces',
    preferred: true,
    edits: (document) => {
      const first = entries[0];
      const last = entries[entries.length - 1];
      if (!first || !last) return [];
      const from = document.range(first.key).start.line;
      const to = Math.max(document.range(last.key).end.line, document.range(last.value).end.line);
      return Array.from({ length: to - from + 1 }, (_, i) => {
        const start = { line: from + i, character: 0 };
        return { range: { start, end: start }, text: document.text.line(from + i) === '' ? '' : '  ' };
      });
    },
  };
}
