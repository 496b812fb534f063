import { runAtOnce } from '../yaml/steps';
import type { About, Fact } from './comparator';
import { tell } from './comparator';
import type { Pairing } from './concepts';

/** What the two versions have under an id. */
export interface Facts {
  readonly before: (id: string) => Fact | undefined;
  readonly after: (id: string) => Fact | undefined;
}

/**
 * Tells renames, swaps and ids in another use (`label-renamed`, `labels-swapped`, `label-reused` for `label`), and
 * compares the inside of what goes together.
 */
export function tellPairing(...of: Parameters<typeof tellPairingSteps>): void {
  runAtOnce(tellPairingSteps(...of));
}

/** {@link tellPairing} in steps. */
export function* tellPairingSteps(
  kind: 'label' | 'attribute' | 'choice',
  pairing: Pairing,
  facts: Facts,
  within: (id: string) => About,
  compare: (before: string, after: string, about: About) => void,
): Generator<undefined, void> {
  const idFact = (fact: Fact | undefined, value: string): Fact | undefined => fact && { ...fact, value };
  for (const id of pairing.kept) {
    compare(id, id, within(id));
    yield;
  }
  for (const { before, after, certain, evidence } of pairing.renames) {
    const [was, is] = [idFact(facts.before(before), before), idFact(facts.after(after), after)];
    tell(within(after), `${kind}-renamed`, was, is, { certain, evidence });
    compare(before, after, renamedFrom(before, within(after)));
    yield;
  }
  for (const [one, other] of pairing.swaps) {
    const [was, is] = [idFact(facts.before(one), one), idFact(facts.after(other), other)];
    tell(within(one), `${kind}s-swapped`, was, is);
    compare(one, other, renamedFrom(one, within(other)));
    compare(other, one, renamedFrom(other, within(one)));
    yield;
  }
  for (const id of pairing.reused) {
    tell(within(id), `${kind}-reused`, facts.before(id), facts.after(id));
    yield;
  }
}

/** What is told of something that had another id before says which. */
function renamedFrom(was: string, about: About): About {
  return { ...about, add: (change) => about.add({ ...change, details: { was, ...change.details } }) };
}
