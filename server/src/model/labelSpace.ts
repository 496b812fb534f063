import type { EffectiveLabel, EffectiveResult, ParentConflict } from './effective';
import { mergeLabel } from './effective';
import type { Attribute } from './attribute';
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

/** Builds the id space of `members`, the taxonomy itself first. */
export function createLabelSpace(members: readonly Member[]): LabelSpace {
  const labels = new Map<string, SpaceLabel>();
  const attributes = new Map<string, Attribute>();
  const collisions: { hidden: SpaceLabel; kept: SpaceLabel }[] = [];
  for (const { uri, taxonomy } of members) {
    for (const [id, label] of taxonomy.labels) {
      const entry: SpaceLabel = { label, taxonomy, uri };
      const kept = labels.get(id);
      if (kept) collisions.push({ hidden: entry, kept });
      else labels.set(id, entry);
    }
    for (const [id, attribute] of taxonomy.attributes) if (!attributes.has(id)) attributes.set(id, attribute);
  }

  const children = new Map<string, string[]>();
  for (const [id, { label }] of labels) {
    for (const { text } of label.parents) {
      const known = children.get(text);
      if (!known) children.set(text, [id]);
      else if (!known.includes(id)) known.push(id);
    }
  }

  const results = new Map<string, EffectiveResult>();

  /** Works upwards with a stack of its own: a chain of parents may be longer than calls can be nested. */
  function result(id: string): EffectiveResult | undefined {
    const stack = [id];
    const underway = new Set<string>();
    for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
      const entry = labels.get(at);
      const parents = entry?.label.parents.map(({ text }) => text) ?? [];
      const visited = underway.has(at);
      underway.add(at);
      const open = visited ? [] : parents.filter((parent) => !results.has(parent) && !underway.has(parent));
      if (open.length > 0) {
        stack.push(...open);
        continue;
      }
      stack.pop();
      if (!entry || results.has(at)) continue;
      const known = parents.flatMap((parent) => results.get(parent)?.effective ?? []);
      results.set(at, mergeLabel(entry.label, known, sharedOf(entry)));
    }
    return results.get(id);
  }

  /** A label uses the definitions of its own file before those of other files. */
  function sharedOf({ taxonomy }: SpaceLabel): ReadonlyMap<string, Attribute> {
    return taxonomy === members[0]?.taxonomy ? attributes : new Map([...attributes, ...taxonomy.attributes]);
  }

  function reach(id: string, next: (id: string) => readonly string[]): string[] {
    const seen = new Set<string>([id]);
    const queue = [...next(id)];
    const found: string[] = [];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      if (seen.has(at)) continue;
      seen.add(at);
      found.push(at);
      queue.push(...next(at));
    }
    return found;
  }

  const childrenOf = (id: string) => children.get(id) ?? [];
  const parentsOf = (id: string) => labels.get(id)?.label.parents.map(({ text }) => text) ?? [];
  const descendants = (id: string) => reach(id, childrenOf);

  return {
    members,
    labels,
    collisions,
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
