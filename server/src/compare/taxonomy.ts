import type { ResolvedTaxonomy } from '../workspace/workspace';
import type { Change, ChangeValue } from './change';
import type { About, Named } from './comparator';
import { factOf, tell } from './comparator';
import type { Rename } from './concepts';
import { disjointSteps } from './disjoint';
import { createLabelComparison } from './labelComparison';
import type { LabelPairs } from './labelPairs';
import { labelPairsSteps } from './labelPairs';
import type { Facts } from './pairing';
import { tellPairingSteps } from './pairing';
import { compareShared } from './shared';
import { rootSide } from './side';
import { taxonomyHead } from './tables/common';
import type { ValueOwner } from './values';
import { calledIn, valueOwnerSteps } from './values';

/** What differs between two versions of a taxonomy, on effective labels. */
export function* taxonomySteps(before: ResolvedTaxonomy, after: ResolvedTaxonomy): Generator<undefined, Change[]> {
  const changes: Change[] = [];
  const pairs = yield* labelPairsSteps(before, after);
  const renames: Rename[] = [];
  const about: About = {
    subject: after.taxonomy.id?.text ?? before.taxonomy.id?.text ?? '',
    kind: 'taxonomy',
    renamed: (named: Named, id: string) =>
      named === 'label' ? pairs.renamed(id) : (renames.find((rename) => rename.before === id)?.after ?? id),
    replacedBy: (named, id) => (named === 'label' ? pairs.replacedBy(id) : []),
    add: (change) => changes.push(change),
  };
  const root = ({ file }: ResolvedTaxonomy) => rootSide(file.uri, file.document);
  taxonomyHead.compare(root(before), root(after), about);

  const shared = compareShared(pairs, renames, about);
  const ownerOf = yield* valueOwnerSteps(pairs.before);
  const within = withinLabel(pairs, about);
  const labels = createLabelComparison({ pairs, shared, renames, ownerOf, within });
  const facts = {
    before: (id: string) => factOf(pairs.before.label(id)),
    after: (id: string) => factOf(pairs.after.label(id)),
  };
  const kept: string[] = [];
  for (const id of pairs.pairing.kept) {
    if (!labels.isUntouched(id)) kept.push(id);
    yield;
  }
  yield* tellPairingSteps('label', { ...pairs.pairing, kept }, facts, within, (old, now) => {
    for (const change of labels.changes(old, now)) changes.push(change);
  });
  yield* arrivalSteps(pairs, ownerOf, within, facts);
  yield* disjointSteps(pairs, within);
  return changes;
}

/** What changes of a label are about. */
function withinLabel({ before, after }: LabelPairs, about: About): (id: string) => About {
  return (id) => ({
    ...about,
    subject: id,
    kind: 'label',
    name: (after.labels.get(id) ?? before.labels.get(id))?.label.name,
  });
}

/** New and gone labels, and those whose place others took. */
function* arrivalSteps(
  { pairing, lineage, successors, before, after }: LabelPairs,
  ownerOf: ValueOwner,
  within: (id: string) => About,
  facts: Facts,
): Generator<undefined, void> {
  const sources = turnedRound([...lineage.merged, ...lineage.split]);
  const guessed = turnedRound([...successors].map(([old, { into }]) => [old, into]));
  for (const id of pairing.added) {
    const from = sources.get(id);
    const former = ownerOf(after, id);
    const details: { [key: string]: ChangeValue } = {};
    if (from) details['takesOver'] = from;
    else if (guessed.has(id)) details['seemsToTakeOver'] = guessed.get(id) ?? [];
    if (former !== undefined) details['formerly'] = calledIn(before, former);
    tell(within(id), 'label-added', undefined, facts.after(id), details);
    yield;
  }
  for (const id of pairing.removed) {
    const guess = successors.get(id);
    const what = !guess ? 'label-removed' : guess.into.length === 1 ? 'label-merged' : 'label-split';
    const details = guess && { into: guess.into, certain: false, evidence: guess.evidence };
    tell(within(id), what, facts.before(id), undefined, details);
    yield;
  }
}

/** Which labels went into each of those that others went into. */
function turnedRound(entries: readonly (readonly [string, readonly string[]])[]): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const [old, to] of entries) {
    for (const id of new Set(to)) {
      const known = sources.get(id);
      if (known) known.push(old);
      else sources.set(id, [old]);
    }
  }
  return sources;
}
