import { CompletionItemKind } from 'vscode-languageserver-types';
import { readEntries } from '../model/read';
import type { Label } from '../model/taxonomy';
import type { Workspace } from '../workspace/workspace';
import { valueAt } from '../yaml/node';
import { builtInSystems, isCodePath } from './codeSystems';
import { keyText, suggestValues } from './completeFormat';
import type { Suggestion } from './completionItem';
import type { CompletionPlace } from './completionPlace';
import { wrapped } from './completionPlace';
import { freeColors } from './freeColors';
import type { Guideline } from './guideline';
import { spaceOf, withDependants } from './guideline';
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

/** The other labels of the id space, with the layer that each has. */
function others({ space }: Taxonomy, own: string): { label: Label; layer: string | undefined }[] {
  return [...space.labels.values()]
    .filter(({ label }) => label.id !== own)
    .map(({ label }) => ({ label, layer: space.effective(label.id)?.layer }));
}

const mostNamed = 3;

function layers(guideline: Taxonomy, { cursor }: CompletionPlace, own: string): Suggestion[] | undefined {
  const users = new Map<string, string[]>();
  for (const { label, layer } of others(guideline, own)) {
    if (layer !== undefined) users.set(layer, [...(users.get(layer) ?? []), label.id]);
  }
  if (users.size === 0) return undefined;
  return [...users].map(([layer, ids]) => ({
    label: layer,
    kind: CompletionItemKind.Reference,
    text: scalarText(layer, cursor),
    detail: ids.slice(0, mostNamed).join(', ') + (ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : ''),
  }));
}

function maskValue(guideline: Taxonomy, own: string): Suggestion[] {
  const layer = guideline.space.effective(own)?.layer;
  const taken = new Set(
    others(guideline, own)
      .filter((other) => other.layer === layer)
      .map(({ label }) => label.value),
  );
  let free = 1;
  while (taken.has(free)) free++;
  const detail = layer === undefined ? 'the next that is free' : `the next that is free in the layer ${layer}`;
  return [{ label: String(free), kind: CompletionItemKind.Value, text: String(free), detail }];
}

function colors(guideline: Taxonomy, { cursor }: CompletionPlace, own: string): Suggestion[] {
  const used = others(guideline, own).flatMap(({ label, layer }) =>
    label.color === undefined || label.deprecated ? [] : [{ color: label.color, layer }],
  );
  const all = freeColors(used.map(({ color }) => color));
  const layer = guideline.space.effective(own)?.layer;
  // Where too many are in use, those of the same mask must be told apart at the least.
  const free = all.length > 0 ? all : freeColors(used.filter((one) => one.layer === layer).map(({ color }) => color));
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
  for (const { label } of spaceOf(guideline)?.labels.values() ?? []) {
    for (const name of label[key].keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const { kind, document } = guideline.file;
  return [...counts]
    .filter(([name]) => !cursor.siblings.has(name) && name !== '')
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => ({
      label: name,
      kind: CompletionItemKind.Reference,
      text: keyText(name, schemaAt(kind, [...cursor.path, name], document.root)?.schema ?? {}, cursor),
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
