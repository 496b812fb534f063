import type { Change, ChangeValue } from './change';
import type { Side } from './side';
import { placeOf, recordOf, valueOf } from './side';

/** What an id in a guideline may name; of each kind ids may have been renamed. */
export type Named = 'label' | 'attribute' | 'role' | 'image' | 'stage';

/** What a comparison is about, and where its facts go. */
export interface About {
  /** The label, role, stage or block. */
  readonly subject: string;
  /** What kind of thing that is, in the user's words. */
  readonly kind: string;
  /** The subject's name for people. */
  readonly name?: string;
  /** A key that goes with the values, where the subject alone does not tell which one it is: `{"de": "Pleuraerguss"}`. */
  readonly wrap?: string;
  /** The id that an old id has now; itself where it was not renamed. */
  readonly renamed: (named: Named, id: string) => string;
  /** The ids that took the place of an old one, where it went out of use between the versions. */
  readonly replacedBy: (named: Named, id: string) => readonly string[];
  readonly add: (change: Change) => void;
}

/** Compares one kind of value. `ids` are all changes that it can tell. */
export interface Comparator {
  readonly ids: readonly string[];
  readonly compare: (before: Side | undefined, after: Side | undefined, about: About) => void;
}

/** One side of a change, with the value to show where it is not the whole of the side. */
export interface Fact {
  readonly side: Side;
  readonly value: ChangeValue;
}

export function factOf(side: Side | undefined): Fact | undefined {
  return side && { side, value: valueOf(side.node) };
}

/** The value of an entry, or its id where the entry says no more than that. */
export function entryFact(id: string, side: Side | undefined): Fact | undefined {
  return side && { side, value: valueOf(side.node) ?? id };
}

/** Tells a change. A side that is not given is not there. */
export function tell(
  about: About,
  id: string,
  before: Fact | undefined,
  after: Fact | undefined,
  details: { readonly [key: string]: ChangeValue } = {},
): void {
  const shown = (fact: Fact | undefined): ChangeValue => {
    if (!fact) return null;
    return about.wrap === undefined ? fact.value : recordOf([[about.wrap, fact.value]]);
  };
  about.add({
    id,
    subject: about.subject,
    kind: about.kind,
    before: shown(before),
    after: shown(after),
    ...(before && { from: placeOf(before.side) }),
    ...(after && { to: placeOf(after.side) }),
    details: { ...(about.name !== undefined && { name: about.name }), ...details },
  });
}

/** Ids of a stem: `definition` with `added` and `changed` gives `definition-added`, `definition-changed`. */
export function idsOf(stem: string, ...endings: string[]): string[] {
  return endings.map((ending) => `${stem}-${ending}`);
}

/** For keys that are compared elsewhere, with more than their two values. */
export const elsewhere: Comparator = { ids: [], compare: () => undefined };
