import type { ChangeValue } from '../change';
import type { About, Comparator, Named } from '../comparator';
import { factOf, idsOf, tell } from '../comparator';
import type { Side } from '../side';
import type { Followed } from '../follow';
import { follow } from '../follow';
import { canonical, isAbsent, valueOf } from '../side';
import { normalised, respelt } from '../text';

/** The text of a scalar as it is written; of another value something that tells it from others. */
export function textOf(side: Side): string {
  return side.node?.kind === 'scalar' ? normalised(side.node.source) : canonical(valueOf(side.node));
}

/** Tells an addition or a removal; false when both sides are there, or none. */
function cameOrWent(stem: string, before: Side | undefined, after: Side | undefined, about: About): boolean {
  if (isAbsent(before) === isAbsent(after)) return false;
  if (isAbsent(before)) tell(about, `${stem}-added`, undefined, factOf(after));
  else tell(about, `${stem}-removed`, factOf(before), undefined);
  return true;
}

/** Compares two texts that are both there. */
export function compareText(stem: string, before: Side, after: Side, about: About): void {
  const [old, now] = [textOf(before), textOf(after)];
  if (old === now) return;
  tell(about, respelt(old, now) ? `${stem}-respelt` : `${stem}-changed`, factOf(before), factOf(after));
}

/** Words for people: white space does not count, spelling is told apart from wording. */
export function text(stem: string): Comparator {
  return {
    ids: idsOf(stem, 'added', 'removed', 'changed', 'respelt'),
    compare(before, after, about) {
      if (cameOrWent(stem, before, after, about) || !before || !after) return;
      compareText(stem, before, after, about);
    },
  };
}

/** Options of {@link plain}: what the ids in it name, the value that a missing one stands for, and whether case counts. */
export interface PlainOptions {
  readonly refers?: Named;
  readonly absent?: string;
  readonly anyCase?: boolean;
}

/** A value of which nothing is known but whether it is the same; the order of lists and keys does not count. */
export function plain(stem: string, { refers, absent, anyCase = false }: PlainOptions = {}): Comparator {
  return {
    ids: idsOf(stem, 'added', 'removed', 'changed'),
    compare(before, after, about) {
      const value = (side: Side | undefined) => {
        const written = isAbsent(side) ? (absent ?? '') : valueOf(side?.node);
        return anyCase && typeof written === 'string' ? written.toLowerCase() : written;
      };
      if (meansSame(value(before), value(after), about, refers)) return;
      if (cameOrWent(stem, before, after, about)) return;
      tell(about, `${stem}-changed`, factOf(before), factOf(after));
    },
  };
}

function meansSame(before: ChangeValue, after: ChangeValue, about: About, refers: Named | undefined): boolean {
  if (canonical(before) === canonical(after)) return true;
  if (!refers) return false;
  if (canonical(renamedIn(before, refers, about)) === canonical(after)) return true;
  const list = (value: ChangeValue): ChangeValue[] | undefined =>
    typeof value === 'string' ? [value] : Array.isArray(value) ? [...(value as readonly ChangeValue[])] : undefined;
  const [old, now] = [list(before), list(after)];
  if (!old || !now || isEmpty(before) || isEmpty(after)) return false;
  const { gone, come } = followValues(old, now, (value) => value, about, refers);
  return gone.length + come.length === 0;
}

function isEmpty(value: ChangeValue): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

/** {@link follow} for values that are ids of a kind, or anything where they name nothing. */
export function followValues<T>(
  before: readonly T[],
  after: readonly T[],
  valueIn: (item: T) => ChangeValue,
  about: About,
  refers: Named | undefined,
): Followed<T> {
  return follow(before, after, {
    id: (item) => canonical(valueIn(item)),
    renamed: (item) => canonical(refers ? renamedIn(valueIn(item), refers, about) : valueIn(item)),
    replacedBy(item) {
      const value = valueIn(item);
      return refers && typeof value === 'string' ? about.replacedBy(refers, value).map(canonical) : [];
    },
  });
}

/** A value with the ids in it as they are now: one id, a list of them, or the keys of a map. */
function renamedIn(value: ChangeValue, refers: Named, about: About): ChangeValue {
  if (typeof value === 'string') return about.renamed(refers, value);
  if (Array.isArray(value)) return value.map((item: ChangeValue) => renamedIn(item, refers, about));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [about.renamed(refers, key), item]));
}

/** A yes or no; where it is not written it is `absent`. */
export function flag(on: string, off: string, absent = false): Comparator {
  return {
    ids: [on, off],
    compare(before, after, about) {
      const is = (side: Side | undefined) => (isAbsent(side) ? absent : valueOf(side?.node) === true);
      if (is(before) !== is(after)) tell(about, is(after) ? on : off, factOf(before), factOf(after));
    },
  };
}

/** A number, also with a unit behind it (`20%`, `50 cases`): raised or lowered; `changed` when that cannot be told. */
export function amount(stem: string): Comparator {
  return {
    ids: idsOf(stem, 'added', 'removed', 'raised', 'lowered', 'changed'),
    compare(before, after, about) {
      if (cameOrWent(stem, before, after, about) || !before || !after) return;
      const [old, now] = [quantityOf(before), quantityOf(after)];
      if (old && now && old.unit === now.unit) {
        if (old.number === now.number) return;
        tell(about, old.number < now.number ? `${stem}-raised` : `${stem}-lowered`, factOf(before), factOf(after));
      } else if (textOf(before) !== textOf(after)) {
        tell(about, `${stem}-changed`, factOf(before), factOf(after));
      }
    },
  };
}

/** Whether two numbers are the same, however the unit behind them is set off: `20%`, `20 %`. */
export function isSameAmount(before: Side, after: Side): boolean {
  const [old, now] = [quantityOf(before), quantityOf(after)];
  return old !== undefined && old.number === now?.number && old.unit === now.unit;
}

function quantityOf(side: Side): { number: number; unit: string } | undefined {
  const value = valueOf(side.node);
  if (typeof value === 'number') return { number: value, unit: 'case' };
  const [, number, unit] = /^([\d.]+)\s*(%|cases?)$/.exec(typeof value === 'string' ? value : '') ?? [];
  return number === undefined || unit === undefined
    ? undefined
    : { number: Number(number), unit: unit.replace(/s$/, '') };
}

/** A limit of a range; `minimum` narrows as it rises, `maximum` as it falls. The values carry the limit's name. */
export function limit(key: 'minimum' | 'maximum'): Comparator {
  return {
    ids: ['range-narrowed', 'range-widened'],
    compare(before, after, about) {
      const open = key === 'minimum' ? -Infinity : Infinity;
      const number = (side: Side | undefined) => (isAbsent(side) ? open : Number(textOf(side as Side)));
      const [old, now] = [number(before), number(after)];
      if (Object.is(old, now) || old === now) return;
      const narrowed = key === 'minimum' ? now > old : now < old;
      tell({ ...about, wrap: key }, narrowed ? 'range-narrowed' : 'range-widened', factOf(before), factOf(after));
    },
  };
}

/** How finely a number is recorded; without a step any number is good. */
export const step: Comparator = {
  ids: ['step-coarsened', 'step-refined'],
  compare(before, after, about) {
    const number = (side: Side | undefined) => (isAbsent(side) ? 0 : Number(textOf(side as Side)));
    const [old, now] = [number(before), number(after)];
    if (Object.is(old, now) || old === now) return;
    tell(about, now > old ? 'step-coarsened' : 'step-refined', factOf(before), factOf(after));
  },
};
