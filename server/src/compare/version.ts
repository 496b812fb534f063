import type { EffectiveLabel } from '../model/effective';
import type { LabelSpace, SpaceLabel } from '../model/labelSpace';
import { toPointer } from '../yaml/node';
import type { Side } from './side';
import { child, descend, entriesOf, rootSide } from './side';

/** A taxonomy with its imports, with the way to every label and attribute in it. */
export interface Version {
  readonly space: LabelSpace;
  /** Labels by id, without those that cannot be compared because the other version misses their file. */
  readonly labels: ReadonlyMap<string, SpaceLabel>;
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
export function createVersion(space: LabelSpace, without: ReadonlySet<string>): Version {
  const roots = new Map(space.members.map(({ uri, taxonomy }) => [uri, rootSide(uri, taxonomy.document)]));
  const labelMaps = new Map([...roots].map(([uri, root]) => [uri, child(root, 'labels')]));
  const sharedMaps = [...roots].map(([uri, root]) => ({ uri, entries: entriesOf(child(root, 'attributes')) }));
  const attributes = new Map<string, { side: Side; shared: boolean } | undefined>();
  const labels = new Map([...space.labels].filter(([, { uri }]) => !without.has(uri)));

  function label(id: string): Side {
    const entry = space.labels.get(id);
    if (!entry) throw new Error(`No label ${id} in this version`);
    const { label: found, uri } = entry;
    return { node: found.node, at: found.key, uri, parent: labelMaps.get(uri), step: id };
  }

  const parentsOf = (id: string) =>
    (space.labels.get(id)?.label.parents ?? []).map(({ text }) => text).filter((parent) => space.labels.has(parent));

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
      const side = sharedFor(space.labels.get(labelId)?.uri, id);
      base = side && { side, shared: true };
    }
    const result = own ? { side: withBase(own, base?.side), shared: base?.shared ?? false } : base;
    attributes.set(key, result);
    return result;
  }

  return {
    space,
    labels,
    effective: (id) => space.effective(id),
    label,
    nearest: (id, ...path) => nearest(id, path, new Set()),
    attribute: (labelId, id) => layered(labelId, id)?.side,
    usesShared: (labelId, id) => layered(labelId, id)?.shared ?? false,
    shared: (id) => sharedFor(undefined, id),
  };
}

/** `required` and `optional` say nothing but whether it must be answered, which the effective attribute knows. */
function withBase(own: Side, base: Side | undefined): Side {
  const use = own.node?.kind === 'scalar' && ['required', 'optional'].includes(own.node.source);
  return { ...own, node: use ? undefined : own.node, bases: base ? [base] : [] };
}
