import type { ChangeValue } from '../change';
import type { About, Comparator, Named } from '../comparator';
import { entryFact, factOf, idsOf, tell } from '../comparator';
import type { Followed } from '../follow';
import { extentOf } from '../extent';
import { follow } from '../follow';
import type { Side } from '../side';
import { canonical, child, entriesOf, isAbsent, itemsOf, valueOf } from '../side';
import { compareText, isSameAmount, textOf } from './scalars';

const unknownIds = [
  ...idsOf('extension', 'added', 'removed', 'changed'),
  ...idsOf('unknown-key', 'added', 'removed', 'changed'),
];

/** Tells any difference of a value that has no comparator: of the team's own keys (`x-…`), and of keys nobody knows. */
function compareUnknown(
  key: string,
  before: Side | undefined,
  after: Side | undefined,
  about: About,
  within = '',
): void {
  const stem = key.startsWith('x-') ? 'extension' : 'unknown-key';
  if (canonical(valueOf(before?.node)) === canonical(valueOf(after?.node))) return;
  const ending = isAbsent(before) ? 'added' : isAbsent(after) ? 'removed' : 'changed';
  const fact = (side: Side | undefined) => (isAbsent(side) ? undefined : factOf(side));
  const wrap = about.wrap === undefined ? within + key : `${about.wrap} ${key}`;
  tell({ ...about, wrap }, `${stem}-${ending}`, fact(before), fact(after));
}

/** A map with known keys, each with its comparator. What is left over is told by {@link compareUnknown}: nothing is silent. */
export function object(keys: Readonly<Record<string, Comparator>>, block?: string): Comparator {
  const known = new Map(Object.entries(keys));
  return {
    ids: [...new Set([...known.values()].flatMap(({ ids }) => ids)), ...unknownIds],
    compare(before, after, about) {
      const inner = block === undefined ? about : { ...about, subject: block, kind: 'block', name: undefined };
      const step = after?.step ?? before?.step;
      if (step !== undefined && (isScalar(before) || isScalar(after))) {
        compareUnknown(String(step), scalarOnly(before), scalarOnly(after), inner);
      }
      for (const [key, comparator] of known) comparator.compare(child(before, key), child(after, key), inner);
      const rest = new Set([...entriesOf(mapOnly(before)).keys(), ...entriesOf(mapOnly(after)).keys()]);
      for (const key of rest) {
        if (!known.has(key)) compareUnknown(key, child(before, key), child(after, key), inner, nestedIn(step, inner));
      }
    },
  };
}

/** The name that keys need before their own in a part of what is told of, as `referenceStandard` is of a purpose. */
function nestedIn(step: string | number | undefined, { subject, wrap }: About): string {
  return typeof step !== 'string' || wrap !== undefined || subject.split('.').at(-1) === step ? '' : `${step}.`;
}

function isScalar(side: Side | undefined): boolean {
  return side?.node?.kind === 'scalar' && side.node.style !== 'missing';
}

function scalarOnly(side: Side | undefined): Side | undefined {
  return isScalar(side) ? side : undefined;
}

function mapOnly(side: Side | undefined): Side | undefined {
  return side?.node?.kind === 'map' || side?.bases ? side : undefined;
}

/** Options of {@link scalars}: whether the values are words for people, and what the keys name. */
export interface ScalarsOptions {
  readonly words?: boolean;
  readonly refers?: Named;
}

/** A map of single values; a change carries the key: `{"chexpert": "Pneumothorax"}`. */
export function scalars(stem: string, { words = false, refers }: ScalarsOptions = {}): Comparator {
  return {
    ids: idsOf(stem, 'added', 'removed', 'changed', ...(words ? ['respelt'] : [])),
    compare(before, after, about) {
      const { pairs, gone, come } = followEntries(before, after, {
        renamed: (key) => (refers ? about.renamed(refers, key) : key),
        replacedBy: (key) => (refers ? about.replacedBy(refers, key) : []),
      });
      for (const [[, was], [key, is]] of pairs) {
        const inner = { ...about, wrap: key };
        if (words) compareText(stem, was, is, inner);
        else if (!sameContent(was, is) && !isSameAmount(was, is))
          tell(inner, `${stem}-changed`, factOf(was), factOf(is));
      }
      for (const [key, side] of come) tell({ ...about, wrap: key }, `${stem}-added`, undefined, factOf(side));
      for (const [key, side] of gone) tell({ ...about, wrap: key }, `${stem}-removed`, factOf(side), undefined);
    },
  };
}

/** {@link follow} for the entries of two maps. */
function followEntries(
  before: Side | undefined,
  after: Side | undefined,
  ids: { readonly renamed: (id: string) => string; readonly replacedBy: (id: string) => readonly string[] },
): Followed<readonly [string, Side]> {
  return follow<readonly [string, Side]>([...entriesOf(before)], [...entriesOf(after)], {
    id: ([id]) => id,
    renamed: ([id]) => ids.renamed(id),
    replacedBy: ([id]) => ids.replacedBy(id),
    isSame: ([, was], [, is]) => sameContent(was, is),
  });
}

function sameContent(a: Side, b: Side): boolean {
  return canonical(valueOf(a.node)) === canonical(valueOf(b.node));
}

/** Old ids with their new ones, of entries that differ in nothing but the id. */
export function renamedEntries(before: Side | undefined, after: Side | undefined): Map<string, string> {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const byContent = (entries: Map<string, Side>, others: Map<string, Side>) => {
    const result = new Map<string, string[]>();
    for (const [id, side] of entries) {
      if (others.has(id) || isAbsent(side)) continue;
      const content = canonical(valueOf(side.node));
      result.set(content, [...(result.get(content) ?? []), id]);
    }
    return result;
  };
  const candidates = byContent(now, old);
  const renamed = new Map<string, string>();
  for (const [content, [id, ...others]] of byContent(old, now)) {
    const [newId, ...more] = candidates.get(content) ?? [];
    if (id !== undefined && newId !== undefined && others.length === 0 && more.length === 0) renamed.set(id, newId);
  }
  return renamed;
}

/** Options of {@link entries}. */
export interface EntriesOptions {
  /** What the entries are called, in the user's words; the id of an entry is then the subject. */
  readonly kind?: string;
  /** Whether the subject is told with what the entry belongs to: `frontal.lung`. */
  readonly nested?: boolean;
  /** Whether the order of the entries counts. */
  readonly ordered?: boolean;
  /** What the ids name, where renames are known; else they are found by the content. */
  readonly refers?: Named;
}

/** A map keyed by id. Without a kind, changes inside carry the key with their values. */
export function entries(stem: string, inner: Comparator, options: EntriesOptions = {}): Comparator {
  const { kind, nested = false, ordered = false, refers } = options;
  const endings = ['added', 'removed', ...(kind ? ['renamed'] : [])];
  return {
    ids: [...idsOf(stem, ...endings), ...(ordered ? [`${stem}s-reordered`] : []), ...inner.ids],
    compare(before, after, about) {
      const found = kind && !refers ? renamedEntries(before, after) : new Map<string, string>();
      const renamed = (id: string) => (refers ? about.renamed(refers, id) : (found.get(id) ?? id));
      const within = (id: string): About => {
        if (!kind) return { ...about, wrap: id };
        return { ...about, subject: nested ? `${about.subject}.${id}` : id, kind, name: undefined };
      };
      const { pairs, gone, come } = followEntries(before, after, {
        renamed,
        replacedBy: (id) => (refers ? about.replacedBy(refers, id) : []),
      });
      for (const [[oldId, was], [id, is]] of pairs) {
        if (oldId !== id && renamed(oldId) === id) {
          tell(within(id), `${stem}-renamed`, { side: was, value: oldId }, { side: is, value: id });
        }
        inner.compare(was, is, within(id));
      }
      for (const [id, side] of come) tell(within(id), `${stem}-added`, undefined, entryFact(id, side));
      for (const [id, side] of gone) tell(within(id), `${stem}-removed`, entryFact(id, side), undefined);
      if (!ordered) return;
      const target = new Map(pairs.map(([[oldId], [id]]) => [oldId, id]));
      const oldIds = [...entriesOf(before).keys()].map((id) => target.get(id) ?? id);
      compareOrder(`${stem}s-reordered`, oldIds, [...entriesOf(after).keys()], before, after, about);
    },
  };
}

/** Tells when the ids that both sides have stand in another order. */
export function compareOrder(
  id: string,
  old: readonly string[],
  now: readonly string[],
  before: Side | undefined,
  after: Side | undefined,
  about: About,
): void {
  const kept = (ids: readonly string[], others: ReadonlySet<string>) => ids.filter((item) => others.has(item));
  const [was, is] = [kept(old, new Set(now)), kept(now, new Set(old))];
  if (was.every((item, i) => item === is[i])) return;
  tell(about, id, before && { side: before, value: was }, after && { side: after, value: is });
}

/** Options of {@link records}: the keys that tell one from another, and what one is called. */
export interface RecordsOptions {
  readonly by: readonly string[];
  readonly kind: string;
  readonly nested?: boolean;
}

/** A list of maps that are told apart by some of their keys (a tool by its name); their order does not count. */
export function records(stem: string, inner: Comparator, { by, kind, nested = false }: RecordsOptions): Comparator {
  return {
    ids: [...idsOf(stem, 'added', 'removed'), ...inner.ids],
    compare(before, after, about) {
      const within = (id: string): About => ({
        ...about,
        subject: nested ? `${about.subject}.${id}` : id,
        kind,
        name: undefined,
      });
      const [old, now] = [keyed(before, by), keyed(after, by)];
      for (const [id, side] of now) {
        const was = old.get(id);
        if (was) inner.compare(was, side, within(id));
        else tell(within(id), `${stem}-added`, undefined, factOf(side));
      }
      for (const [id, side] of old) if (!now.has(id)) tell(within(id), `${stem}-removed`, factOf(side), undefined);
    },
  };
}

/** The items of a list by some of their keys; those that are alike in them get a number behind. */
function keyed(side: Side | undefined, by: readonly string[]): Map<string, Side> {
  const result = new Map<string, Side>();
  for (const item of itemsOf(side)) {
    const parts = by.flatMap((key) => {
      const value = child(item, key);
      return value ? [textOf(value)] : [];
    });
    const id = parts.join(', ') || '1';
    let free = id;
    for (let n = 2; result.has(free); n++) free = `${id} ${n}`;
    result.set(free, item);
  }
  return result;
}

/** Conditions on attributes: maps in any order, any of several, with attributes by the ids they have now. */
export function conditions(stem: string): Comparator {
  return {
    ids: idsOf(stem, 'added', 'removed', 'changed'),
    compare(before, after, about) {
      const fact = (side: Side | undefined) => (isAbsent(side) ? undefined : factOf(side));
      const [old, now] = [fact(before), fact(after)];
      const same = (id: string) => id;
      const meant = meaning(now?.value, same);
      if (meaning(old?.value, same) === meant) return;
      if (meaning(old?.value, (id) => about.renamed('attribute', id)) === meant) return;
      if (old && now) {
        const extent = extentOf(old.value, now.value, (id) => about.renamed('attribute', id));
        tell(about, `${stem}-changed`, old, now, { extent });
      } else tell(about, `${stem}-${old ? 'removed' : 'added'}`, old, now);
    },
  };
}

/** One map and a list of one map mean the same, one value and a list of one value, too. */
function meaning(value: ChangeValue | undefined, renamed: (id: string) => string): string {
  if (value === undefined) return '';
  const alternatives: readonly ChangeValue[] = Array.isArray(value) ? (value as readonly ChangeValue[]) : [value];
  const single = (item: ChangeValue) => (Array.isArray(item) && item.length === 1 ? (item[0] as ChangeValue) : item);
  return canonical(
    alternatives.map((item) =>
      item === null || typeof item !== 'object' || Array.isArray(item)
        ? item
        : Object.fromEntries(Object.entries(item).map(([key, condition]) => [renamed(key), single(condition)])),
    ),
  );
}
