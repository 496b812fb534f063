import type { EffectiveLabel } from '../model/effective';
import { labelOf } from '../model/label';
import type { LabelSpace } from '../model/labelSpace';
import { readEntries, readTexts } from '../model/read';
import type { Label } from '../model/taxonomy';
import type { YamlDocument } from '../yaml/document';
import type { YamlNode, YamlScalar } from '../yaml/node';
import { toPointer, valueAt } from '../yaml/node';
import type { Side } from './side';
import { child, descend, entriesOf, rootSide } from './side';

/** A label where it is written. */
export interface WrittenLabel {
  readonly uri: string;
  readonly document: YamlDocument;
  readonly key: YamlScalar;
  readonly node: YamlNode;
  /** What it says; read when it is asked for, since most labels are as they were. */
  readonly label: Label;
}

/** A taxonomy with its imports, with the way to every label and attribute in it. */
export interface Version {
  readonly space: LabelSpace;
  /** Labels by id, without those that cannot be compared because the other version misses their file. */
  readonly labels: ReadonlyMap<string, WrittenLabel>;
  /** The parents that a label names, whether or not they exist. */
  parents(id: string): readonly string[];
  effective(id: string): EffectiveLabel | undefined;
  /** The label as it is written; its place is its id. */
  label(id: string): Side;
  /** The nearest value at a path of keys: the label's own, else that of its parents. */
  nearest(id: string, ...path: string[]): Side | undefined;
  /** An attribute of a label with all that it takes from parents and from the shared definition. */
  attribute(label: string, id: string): Side | undefined;
  /** Whether an attribute of a label rests on the shared definition. */
  usesShared(label: string, id: string): boolean;
  /** A shared definition as it is for the taxonomy itself. */
  shared(id: string): Side | undefined;
}

/** Wraps a label space; labels of the files in `without` are left out. */
export function* versionSteps(space: LabelSpace, without: ReadonlySet<string>): Generator<undefined, Version> {
  const roots = new Map(space.members.map(({ uri, taxonomy }) => [uri, rootSide(uri, taxonomy.document)]));
  const labelMaps = new Map([...roots].map(([uri, root]) => [uri, child(root, 'labels')]));
  const sharedMaps = [...roots].map(([uri, root]) => ({ uri, entries: entriesOf(child(root, 'attributes')) }));
  const attributes = new Map<string, { side: Side; shared: boolean } | undefined>();
  const all = yield* writtenSteps(space);
  const labels = new Map<string, WrittenLabel>();
  for (const [id, written] of all) {
    if (!without.has(written.uri)) labels.set(id, written);
    yield;
  }

  function label(id: string): Side {
    const entry = all.get(id);
    if (!entry) throw new Error(`No label ${id} in this version`);
    const { node, key, uri } = entry;
    return { node, at: key, uri, parent: labelMaps.get(uri), step: id };
  }

  const parents = (id: string) => readTexts(valueAt(all.get(id)?.node, 'parent')).map(({ text }) => text);
  const parentsOf = (id: string) => parents(id).filter((parent) => all.has(parent));

  function nearest(id: string, path: readonly string[], seen: Set<string>): Side | undefined {
    if (seen.has(id)) return undefined;
    seen.add(id);
    const own = descend(label(id), ...path);
    if (own) return own;
    for (const parent of parentsOf(id)) {
      const found = nearest(parent, path, seen);
      if (found) return found;
    }
    return undefined;
  }

  /** A label takes the definition of its own file before those of others. */
  function sharedFor(uri: string | undefined, id: string): Side | undefined {
    const own = sharedMaps.find((map) => map.uri === uri)?.entries.get(id);
    return own ?? sharedMaps.map(({ entries }) => entries.get(id)).find((side) => side !== undefined);
  }

  function layered(labelId: string, id: string): { side: Side; shared: boolean } | undefined {
    const key = toPointer([labelId, id]);
    if (attributes.has(key)) return attributes.get(key);
    attributes.set(key, undefined);
    let base = parentsOf(labelId)
      .map((parent) => layered(parent, id))
      .find((found) => found !== undefined);
    const own = entriesOf(child(label(labelId), 'attributes')).get(id);
    if (own && !base) {
      const side = sharedFor(all.get(labelId)?.uri, id);
      base = side && { side, shared: true };
    }
    const result = own ? { side: withBase(own, base?.side), shared: base?.shared ?? false } : base;
    attributes.set(key, result);
    return result;
  }

  return {
    space,
    labels,
    parents,
    effective: (id) => space.effective(id),
    label,
    nearest: (id, ...path) => nearest(id, path, new Set()),
    attribute: (labelId, id) => layered(labelId, id)?.side,
    usesShared: (labelId, id) => layered(labelId, id)?.shared ?? false,
    shared: (id) => sharedFor(undefined, id),
  };
}

/** Labels by id; of those with the same id the first counts, as in the label space. */
function* writtenSteps({ members }: LabelSpace): Generator<undefined, Map<string, WrittenLabel>> {
  const result = new Map<string, WrittenLabel>();
  for (const { uri, taxonomy } of members) {
    const { document } = taxonomy;
    for (const { id, key, value } of readEntries(valueAt(document.root, 'labels'))) {
      if (!result.has(id)) result.set(id, writtenLabel(uri, document, key, value ?? key));
      yield;
    }
  }
  return result;
}

function writtenLabel(uri: string, document: YamlDocument, key: YamlScalar, node: YamlNode): WrittenLabel {
  return {
    uri,
    document,
    key,
    node,
    get label() {
      return labelOf({ key, value: node });
    },
  };
}

/** `required` and `optional` say nothing but whether it must be answered, which the effective attribute knows. */
function withBase(own: Side, base: Side | undefined): Side {
  const use = own.node?.kind === 'scalar' && ['required', 'optional'].includes(own.node.source);
  return { ...own, node: use ? undefined : own.node, bases: base ? [base] : [] };
}
