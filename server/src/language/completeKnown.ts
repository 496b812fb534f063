import { CompletionItemKind } from 'vscode-languageserver-types';
import type { LabelSpace } from '../model/labelSpace';
import { readEntries } from '../model/read';
import type { Workspace } from '../workspace/workspace';
import { entryOf, keyText, valueAt } from '../yaml/node';
import { builtInSystems, isCodePath } from './codeSystems';
import { keyText as keyWritten, suggestValues } from './completeFormat';
import type { Suggestion } from './completionItem';
import type { CompletionPlace } from './completionPlace';
import { wrapped } from './completionPlace';
import { freeColors } from './freeColors';
import type { Guideline } from './guideline';
import { spaceOf, withDependants } from './guideline';
import type { MemberIndex } from './labelIndex';
import { flag, labelIndexes } from './labelIndex';
import { metricsByFit } from './metricFit';
import { schemaAt } from './schemaAt';
import { escapeSnippet, scalarText } from './snippets';

/**
 * What may be written at the cursor as the guideline itself has it, where the format has examples only: layers and
 * mask values, colours, geometries, codes, measures of agreement, tools and languages. Nothing elsewhere, and where the
 * guideline knows nothing.
 */
export async function suggestKnown(
  workspace: Workspace,
  guideline: Guideline,
  place: CompletionPlace,
): Promise<Suggestion[] | undefined> {
  const { cursor, value, map } = place;
  const { path } = cursor;
  const keys = path.filter((step): step is string => typeof step === 'string');
  const key = keys[keys.length - 1];
  const found = map && (key === 'alias' || key === 'translations') ? keysInUse(guideline, place, key) : undefined;
  if (found || !value) return found;
  if (isCodePath(path)) return codes(guideline, place);
  if (key === 'metric' && value.enum) return metricsByFit(guideline, path, suggestValues(place));
  const isOfLabel = path[0] === 'labels' && keys.length === 3;
  if (isOfLabel && key === 'geometry') return geometries(guideline, place, keys[1] ?? '');
  if (guideline.kind !== 'taxonomy') return undefined;
  if (key === 'comparedTo') return images(workspace, guideline, place);
  if (!isOfLabel) return undefined;
  if (key === 'layer') return layers(guideline, place, keys[1] ?? '');
  if (key === 'value') return maskValue(guideline, keys[1] ?? '');
  return key === 'color' ? colors(guideline, place, keys[1] ?? '') : undefined;
}

type Taxonomy = Extract<Guideline, { kind: 'taxonomy' }>;

/** Goes through the other labels of each file of the id space: their places in the file's index, and their layers. */
function eachOther(
  { space }: Taxonomy,
  own: string,
  inFile: (index: MemberIndex) => (at: number, layer: string | undefined) => void,
): void {
  const inheritedBy = layersIn(space);
  for (const index of labelIndexes(space)) {
    const ownEntry = entryOf(valueAt(index.taxonomy.document.root, 'labels'), own);
    const layers = index.layers();
    const use = inFile(index);
    index.entries.forEach((entry, i) => {
      if (entry !== ownEntry && index.counts(entry)) use(i, layers[i] ?? inheritedBy(keyText(entry)));
    });
  }
}

/** The layer of each label of a space: its own, or the one that it inherits. */
function layersIn({ labels }: LabelSpace): (id: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const layerOf = (id: string): string | undefined => {
    if (known.has(id)) return known.get(id);
    // In a circle of parents nothing is inherited from the label itself.
    known.set(id, undefined);
    const label = labels.get(id)?.label;
    let layer = label?.layer;
    for (const parent of layer === undefined ? (label?.parents ?? []) : []) layer ??= layerOf(parent.text);
    known.set(id, layer);
    return layer;
  };
  return layerOf;
}

const mostNamed = 3;

function layers(guideline: Taxonomy, { cursor }: CompletionPlace, own: string): Suggestion[] | undefined {
  const users = new Map<string, { readonly named: string[]; count: number }>();
  eachOther(guideline, own, ({ entries }) => (at, layer) => {
    if (layer === undefined) return;
    const known = users.get(layer) ?? { named: [], count: 0 };
    users.set(layer, known);
    if (known.count++ < mostNamed) known.named.push(entries[at]?.key.source ?? '');
  });
  if (users.size === 0) return undefined;
  return [...users].map(([layer, { named, count }]) => ({
    label: layer,
    kind: CompletionItemKind.Reference,
    text: scalarText(layer, cursor),
    detail: named.join(', ') + (count > named.length ? ` and ${count - named.length} more` : ''),
  }));
}

function maskValue(guideline: Taxonomy, own: string): Suggestion[] {
  const layer = guideline.space.effective(own)?.layer;
  const taken = new Set<number | undefined>();
  eachOther(guideline, own, (index) => {
    const values = index.values();
    return (at, of) => of === layer && taken.add(values[at]);
  });
  let free = 1;
  while (taken.has(free)) free++;
  const detail = layer === undefined ? 'the next that is free' : `the next that is free in the layer ${layer}`;
  return [{ label: String(free), kind: CompletionItemKind.Value, text: String(free), detail }];
}

/** With more colours than this there is none left that is worth the search. */
const mostColors = 200;

function colors(guideline: Taxonomy, { cursor }: CompletionPlace, own: string): Suggestion[] {
  const layer = guideline.space.effective(own)?.layer;
  const used = new Set<string>();
  const usedInLayer = new Set<string>();
  eachOther(guideline, own, (index) => {
    const [colors, flags] = [index.colors(), index.flags()];
    return (at, of) => {
      const sets = [used, ...(of === layer ? [usedInLayer] : [])].filter(({ size }) => size <= mostColors);
      const color = sets.length > 0 && !((flags[at] ?? 0) & flag.deprecated) ? colors[at]?.source : undefined;
      if (color !== undefined) for (const set of sets) set.add(color);
    };
  });
  const freeOf = (others: ReadonlySet<string>) => (others.size > mostColors ? [] : freeColors([...others]));
  const all = freeOf(used);
  // Where too many are in use, those of the same mask must be told apart at the least.
  const free = all.length > 0 ? all : freeOf(usedInLayer);
  return free.map((color) => ({
    label: color,
    kind: CompletionItemKind.Color,
    text: scalarText(color, cursor),
    detail: 'not in use',
    documentation: () => color,
  }));
}

/** A protocol can use what the taxonomy allows of a label; a label what its parents allow. */
function geometries(guideline: Guideline, place: CompletionPlace, id: string): Suggestion[] | undefined {
  const space = spaceOf(guideline);
  const above =
    guideline.kind === 'protocol' ? [id] : (space?.labels.get(id)?.label.parents ?? []).map((at) => at.text);
  const allowed = above.flatMap((one) => space?.effective(one)?.geometry ?? []).map(String);
  if (allowed.length === 0) return undefined;
  const isAllowed = (name: string) =>
    above.every((one) => (space?.effective(one)?.geometry ?? allowed).some((geometry) => geometry === name));
  return suggestValues(place).filter(({ label }) => isAllowed(label));
}

/** The tools, or languages, that other labels have words for, the most frequent first. */
function keysInUse(guideline: Guideline, { cursor }: CompletionPlace, key: 'alias' | 'translations'): Suggestion[] {
  const counts = new Map<string, number>();
  const space = spaceOf(guideline);
  for (const index of space ? labelIndexes(space) : []) {
    for (const [i, names] of index.keys(key).entries()) {
      const entry = names.length > 0 ? index.entries[i] : undefined;
      if (entry && index.counts(entry)) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const { kind, document } = guideline.file;
  return [...counts]
    .filter(([name]) => !cursor.siblings.has(name) && name !== '')
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => ({
      label: name,
      kind: CompletionItemKind.Reference,
      text: keyWritten(name, schemaAt(kind, [...cursor.path, name], document.root)?.schema ?? {}, cursor),
      detail: count === 1 ? 'used by 1 label' : `used by ${count} labels`,
    }));
}

function codes(guideline: Guideline, { cursor, wrap }: CompletionPlace): Suggestion[] {
  const own = (spaceOf(guideline)?.members ?? []).flatMap(({ taxonomy }) => [...taxonomy.codeSystems]);
  const systems = new Map<string, string>([...builtInSystems, ...own]);
  const quote = cursor.quote === '' ? "'" : '';
  return [...systems].map(([system, name]) => ({
    label: system,
    kind: CompletionItemKind.Snippet,
    text: { snippet: wrapped(`${quote}${escapeSnippet(system)}:$1 |\${2:Term}|${quote}`, wrap) },
    ...(name === system ? {} : { detail: name }),
  }));
}

/** The images and time points of the protocols that use the taxonomy, and the usual names. */
async function images(workspace: Workspace, guideline: Taxonomy, { cursor }: CompletionPlace): Promise<Suggestion[]> {
  const found = new Map<string, string>();
  for (const user of await withDependants(workspace, guideline.file.uri)) {
    if (user.kind !== 'protocol') continue;
    const of = user.protocol.id?.text ?? 'a protocol';
    for (const id of user.protocol.images.keys()) found.set(id, `image of ${of}`);
    const points = valueAt(user.file.document.root, 'longitudinal', 'timepoints');
    for (const { id } of readEntries(points)) found.set(id, `time point of ${of}`);
  }
  for (const usual of ['prior', 'baseline']) if (!found.has(usual)) found.set(usual, 'example');
  return [...found].map(([id, detail]) => ({
    label: id,
    kind: CompletionItemKind.Reference,
    text: scalarText(id, cursor),
    detail,
  }));
}
