import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Resolved } from '../workspace/workspace';
import { keyText } from '../yaml/node';
import type { Suggestion } from './completionItem';
import type { Cursor } from './cursor';
import { flag, labelIndexes } from './labelIndex';
import { schemaAt } from './schemaAt';
import { indented } from './snippets';

type ResolvedTaxonomy = Extract<Resolved, { kind: 'taxonomy' }>;

/** Groups to choose from: more than this are no choice any more. */
const mostGroups = 30;

/** The snippet of a new label, with the groups of the taxonomy to choose its parent from, where there are any. */
export function labelEntry(entry: string, { space }: ResolvedTaxonomy): string {
  const groups: string[] = [];
  for (const index of labelIndexes(space)) {
    for (const [i, flags] of index.flags().entries()) {
      const at = flags === flag.abstract ? index.entries[i] : undefined;
      if (!at || groups.length === mostGroups || !index.counts(at)) continue;
      if (/^[a-z][a-z0-9-]*$/.test(keyText(at))) groups.push(keyText(at));
    }
  }
  if (groups.length === 0) return entry;
  return entry.replace(
    /\n *definition: >-\n *\$\{3:/,
    (definition) => `\n  parent: \${3|${groups.join(',')}|}${definition.replace('${3:', '${4:')}`,
  );
}

/**
 * A new label where the line of the cursor is empty and stands at the margin, but the labels go on above it: between
 * two labels, or behind the last. It brings its indentation along.
 */
export function suggestLabelBelow(resolved: Resolved, cursor: Cursor): Suggestion[] {
  if (resolved.kind !== 'taxonomy' || cursor.slot !== 'either' || cursor.path.length > 0 || cursor.typed !== '')
    return [];
  const column = columnOfLabels(resolved, cursor.line);
  const { kind, document } = resolved.file;
  const schema = schemaAt(kind, ['labels'], document.root, { shape: 'map' })?.values;
  const entry = schema?.['x-entry'];
  const next = nextColumn(resolved, cursor.line);
  if (column === undefined || entry === undefined || next > column) return [];
  const margin = ' '.repeat(column - cursor.column);
  return [
    {
      label: 'New label',
      kind: CompletionItemKind.Snippet,
      text: { snippet: indented(margin + labelEntry(entry, resolved), margin.length) },
      documentation: () => schema?.description,
    },
  ];
}

/** The column of the labels' ids, when the block that stands above a line is that of the labels. */
function columnOfLabels({ file, taxonomy }: ResolvedTaxonomy, line: number): number | undefined {
  const { document } = file;
  const { root } = document;
  if (root.kind !== 'map') return undefined;
  const above = root.entries.filter(({ key }) => document.range(key).start.line < line);
  const block = above[above.length - 1];
  const [first] = taxonomy.labels.values();
  if (block?.key.source !== 'labels' || block.value.kind !== 'map' || block.value.style !== 'block' || !first)
    return undefined;
  const start = document.range(first.key).start;
  return start.line < line ? start.character : undefined;
}

/** Where the next line that says anything begins; the margin behind the last one. */
function nextColumn({ file }: ResolvedTaxonomy, line: number): number {
  const { text } = file.document;
  for (let next = line + 1; next < text.lineCount; next++) {
    const source = text.line(next);
    if (/^\s*[^\s#]/.test(source)) return source.search(/\S/);
  }
  return 0;
}
