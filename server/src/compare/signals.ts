import { areContrary } from './contraries';
import { limitOf, quantitiesOf, withoutLimit, withoutQuantities } from './quantities';

/** A change of words that readers easily overlook and that turns a sentence round, or moves a limit. */
export interface Signal {
  readonly kind: 'negation' | 'exception' | 'obligation' | 'opposite' | 'quantity';
  /** The words of the old text, `3 cm`; nothing where they came new. */
  readonly before?: string;
  readonly after?: string;
}

/** Words that turn a sentence round, by what they do; in English, and the commonest of other languages. */
const signalWords: readonly (readonly [Exclude<Signal['kind'], 'opposite' | 'quantity'>, ReadonlySet<string>])[] = [
  [
    'negation',
    new Set(
      'not no never none neither nor without cannot nicht kein keine keinen keiner keinem nie ohne pas sans jamais sin nunca non senza'.split(
        ' ',
      ),
    ),
  ],
  [
    'exception',
    new Set('unless except excluding only if außer nur sofern sauf seulement excepto solo salvo'.split(' ')),
  ],
  ['obligation', new Set('must shall should may can need always required optional muss soll darf kann'.split(' '))],
];

const word = /\p{L}[\p{L}\p{M}’'-]*/gu;

/** What to point out of a changed text: negations, exceptions, obligations, contraries, limits, numbers and units. */
export function signalsOf(before: string, after: string): Signal[] {
  const [gone, come] = unshared(wordsOf(before), wordsOf(after));
  const signals: Signal[] = [];
  for (const [i, was] of gone.entries()) {
    const opposite = come.findIndex((is) => areContrary(was, is));
    if (opposite < 0) continue;
    signals.push({ kind: 'opposite', before: was, after: come[opposite] });
    delete gone[i];
    delete come[opposite];
  }
  for (const [kind, known] of signalWords) {
    const ofKind = (words: readonly string[]) => words.filter((text) => isSignal(text, kind, known));
    signals.push(...paired(kind, ofKind(gone), ofKind(come)));
  }
  return [...signals, ...quantitySignals(...unshared(quantitiesOf(before), quantitiesOf(after)))];
}

function isSignal(text: string, kind: Signal['kind'], known: ReadonlySet<string>): boolean {
  return known.has(text) || (kind === 'negation' && /n['’]t$/.test(text));
}

function wordsOf(text: string): string[] {
  return (withoutQuantities(text).match(word) ?? []).map((found) => found.toLowerCase());
}

/** Pairs what differs in its limit only, and of the rest the first with the first. */
function quantitySignals(gone: readonly string[], come: readonly string[]): Signal[] {
  const [lost, won] = [[...gone], [...come]];
  const limits: Signal[] = [];
  for (const before of gone) {
    const after = won.find((other) => withoutLimit(other) === withoutLimit(before));
    if (after === undefined) continue;
    lost.splice(lost.indexOf(before), 1);
    won.splice(won.indexOf(after), 1);
    limits.push({ kind: 'quantity', before, after });
  }
  return [...limits, ...paired('quantity', lost, won).map(shortened)];
}

/** Two quantities without the limit that both have. */
function shortened(signal: Signal): Signal {
  if (signal.before === undefined || signal.after === undefined) return signal;
  const isSame = limitOf(signal.before) === limitOf(signal.after);
  return isSame ? { ...signal, before: withoutLimit(signal.before), after: withoutLimit(signal.after) } : signal;
}

/** What each of two lists has more of than the other, in order; what only changed its place is in both. */
function unshared(a: readonly string[], b: readonly string[]): [string[], string[]] {
  return [without(a, b), without(b, a)];
}

function without(list: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
  return list.filter((text) => {
    const left = counts.get(text) ?? 0;
    if (left > 0) counts.set(text, left - 1);
    return left === 0;
  });
}

/** The first that went with the first that came, and so on. */
function paired(kind: Signal['kind'], gone: readonly string[], come: readonly string[]): Signal[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => ({
    kind,
    ...(gone[i] !== undefined && { before: gone[i] }),
    ...(come[i] !== undefined && { after: come[i] }),
  }));
}
