import type { Attribute } from './attribute';
import { componentsFrom } from './components';
import type { EffectiveLabel, EffectiveResult, ParentConflict } from './effective';
import { mergeLabel } from './effective';
import { mapView } from './mapView';
import type { Label, Taxonomy } from './taxonomy';

/** A label with the taxonomy and the file it comes from. */
export interface SpaceLabel {
  readonly label: Label;
  readonly taxonomy: Taxonomy;
  /** URI of the file. */
  readonly uri: string;
}

/** A taxonomy with its file. */
export interface Member {
  readonly uri: string;
  readonly taxonomy: Taxonomy;
}

/** All labels of a taxonomy and of what it imports: one id space. Cycles and unknown parents do no harm here. */
export interface LabelSpace {
  /** The taxonomy itself first, then its imports in order. */
  readonly members: readonly Member[];
  readonly labels: ReadonlyMap<string, SpaceLabel>;
  /** Ids that more than one file gives: the label that is hidden, with the one that counts. */
  readonly collisions: readonly { readonly hidden: SpaceLabel; readonly kept: SpaceLabel }[];
  /** Shared definitions; the taxonomy's own go before imported ones. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** The label with what it inherits. In a circle of parents it inherits from the others as they are without it. */
  effective(id: string): EffectiveLabel | undefined;
  conflicts(id: string): readonly ParentConflict[];
  /** Direct is-a children, in order. */
  children(id: string): readonly string[];
  /** All is-a descendants, without the label itself, each once. */
  descendants(id: string): readonly string[];
  /** All is-a ancestors, nearest first, without the label itself, each once. */
  ancestors(id: string): readonly string[];
  /** What a list of labels means: a group's name means its descendants that can be annotated. */
  expand(id: string): readonly string[];
}

/** More effective labels than this are not kept: they are quickly made again. */
const mostResults = 4000;

/** The id space of `members`, the taxonomy itself first. Costs nothing by itself: it looks into the members. */
export function createLabelSpace(members: readonly Member[]): LabelSpace {
  const labels = labelsOf(members);
  const attributes = new Map<string, Attribute>();
  for (const { taxonomy } of members) {
    for (const [id, attribute] of taxonomy.attributes) if (!attributes.has(id)) attributes.set(id, attribute);
  }
  let collisions: LabelSpace['collisions'] | undefined;

  const parentsOf = (id: string) => labels.get(id)?.label.parents.map(({ text }) => text) ?? [];

  const results = new Map<string, EffectiveResult>();
  let most = mostResults;

  function result(id: string): EffectiveResult | undefined {
    const known = results.get(id);
    if (known) return known;
    const entry = labels.get(id);
    if (!entry) return undefined;
    if (results.size > most) results.clear();
    const { parents } = entry.label;
    if (parents.every(({ text }) => text !== id && (results.has(text) || !labels.has(text)))) {
      return keep(entry, (parent) => results.get(parent));
    }
    for (const component of componentsFrom(id, parentsOf, (other) => results.has(other) || !labels.has(other))) {
      enter(component);
    }
    // What a long chain of parents needed is needed again by the next label in it.
    most = Math.max(most, 2 * results.size);
    return results.get(id);
  }

  function merge(entry: SpaceLabel, parentOf: (parent: string) => EffectiveResult | undefined): EffectiveResult {
    const parents: EffectiveLabel[] = [];
    for (const { text } of entry.label.parents) {
      const parent = parentOf(text);
      if (parent) parents.push(parent.effective);
    }
    return mergeLabel(entry.label, parents, sharedOf(entry));
  }

  function keep(entry: SpaceLabel, parentOf: (parent: string) => EffectiveResult | undefined): EffectiveResult {
    const found = merge(entry, parentOf);
    results.set(entry.label.id, found);
    return found;
  }

  /** Finds the results of labels that are each other's parents, or of one label; those of all other parents are there. */
  function enter(component: readonly string[]): void {
    const [only, another] = component;
    const entries = component.flatMap((id) => labels.get(id) ?? []);
    if (only !== undefined && another === undefined && !parentsOf(only).includes(only)) {
      for (const entry of entries) keep(entry, (parent) => results.get(parent));
      return;
    }
    const inCircle = new Set(component);
    const outside = (parent: string) => (inCircle.has(parent) ? undefined : results.get(parent));
    const alone = new Map(entries.map((entry) => [entry.label.id, merge(entry, outside)]));
    for (const entry of entries) {
      keep(entry, (parent) => (parent === entry.label.id ? undefined : (alone.get(parent) ?? outside(parent))));
    }
  }

  const sharedByFile = new Map<string, ReadonlyMap<string, Attribute>>();

  /** A label uses the definitions of its own file before those of other files. */
  function sharedOf({ taxonomy, uri }: SpaceLabel): ReadonlyMap<string, Attribute> {
    let shared = sharedByFile.get(uri);
    if (!shared) {
      shared = taxonomy === members[0]?.taxonomy ? attributes : new Map([...attributes, ...taxonomy.attributes]);
      sharedByFile.set(uri, shared);
    }
    return shared;
  }

  const childrenOf = (id: string) => childrenIn(members, labels, id);
  const descendants = (id: string) => reach(id, childrenOf);

  return {
    members,
    labels,
    get collisions() {
      return (collisions ??= collisionsOf(members, labels));
    },
    attributes,
    effective: (id) => result(id)?.effective,
    conflicts: (id) => result(id)?.conflicts ?? [],
    children: childrenOf,
    descendants,
    ancestors: (id) => reach(id, parentsOf).filter((ancestor) => labels.has(ancestor)),
    expand(id) {
      const entry = labels.get(id);
      if (!entry) return [];
      const own = entry.label.abstract ? [] : [id];
      return [...own, ...descendants(id).filter((below) => !labels.get(below)?.label.abstract)];
    },
  };
}

/** What can be reached from an id, nearest first, each once, without itself. */
function reach(id: string, next: (id: string) => readonly string[]): string[] {
  const seen = new Set<string>([id]);
  for (const at of seen) for (const other of next(at)) seen.add(other);
  seen.delete(id);
  return [...seen];
}

function childrenIn(members: readonly Member[], labels: LabelSpace['labels'], id: string): readonly string[] {
  const [own] = members;
  if (members.length < 2) return own?.taxonomy.labels.childrenOf(id) ?? [];
  return members.flatMap(({ uri, taxonomy }) =>
    taxonomy.labels.childrenOf(id).filter((child) => labels.get(child)?.uri === uri),
  );
}

/** The labels of all members by id; of those with the same id the first counts. */
function labelsOf(members: readonly Member[]): LabelSpace['labels'] {
  const get = (id: string): SpaceLabel | undefined => {
    for (const { uri, taxonomy } of members) {
      const label = taxonomy.labels.get(id);
      if (label) return { label, taxonomy, uri };
    }
    return undefined;
  };
  const has = (id: string) => members.some(({ taxonomy }) => taxonomy.labels.has(id));
  function* entries(): Iterable<[string, SpaceLabel]> {
    for (const [index, { uri, taxonomy }] of members.entries()) {
      const before = members.slice(0, index);
      for (const [id, label] of taxonomy.labels) {
        if (!before.some((other) => other.taxonomy.labels.has(id))) yield [id, { label, taxonomy, uri }];
      }
    }
  }
  const size = () => (members.length === 1 ? (members[0]?.taxonomy.labels.size ?? 0) : [...entries()].length);
  return mapView({ get, has, size, entries });
}

function collisionsOf(members: readonly Member[], labels: LabelSpace['labels']): LabelSpace['collisions'] {
  return members.flatMap(({ uri, taxonomy }, index) =>
    sharedIds(
      taxonomy,
      members.slice(0, index).map((member) => member.taxonomy),
    ).flatMap((id) => {
      const label = taxonomy.labels.get(id);
      const kept = labels.get(id);
      return label && kept ? [{ hidden: { label, taxonomy, uri }, kept }] : [];
    }),
  );
}

/** The ids of labels that a taxonomy shares with any of others: looked for from whichever has fewer labels. */
function sharedIds(taxonomy: Taxonomy, others: readonly Taxonomy[]): string[] {
  const found = new Set<string>();
  for (const other of others) {
    const [small, large] = other.labels.size < taxonomy.labels.size ? [other, taxonomy] : [taxonomy, other];
    for (const id of small.labels.keys()) if (large.labels.has(id)) found.add(id);
  }
  return [...found];
}
