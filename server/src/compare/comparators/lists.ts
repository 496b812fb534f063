import type { About, Comparator, Fact, Named } from '../comparator';
import { factOf, idsOf, tell } from '../comparator';
import type { Side } from '../side';
import { isAbsent, itemsOf, valueOf } from '../side';
import { pairTexts } from '../text';
import { compareText, followValues, textOf } from './scalars';

/** A list of sentences in any order: what stayed alike is one change, not one gone and one come. */
export function texts(stem: string): Comparator {
  return {
    ids: idsOf(stem, 'added', 'removed', 'changed', 'respelt'),
    compare(before, after, about) {
      const [old, now] = withoutEqual(itemsOf(before), itemsOf(after));
      const pairs = pairTexts(old.map(textOf), now.map(textOf));
      for (const [j, item] of now.entries()) {
        const pair = pairs.find((candidate) => candidate[1] === j);
        const partner = pair && old[pair[0]];
        if (partner) compareText(stem, partner, item, about);
        else tell(about, `${stem}-added`, undefined, factOf(item));
      }
      for (const [i, item] of old.entries()) {
        if (!pairs.some((pair) => pair[0] === i)) tell(about, `${stem}-removed`, factOf(item), undefined);
      }
    },
  };
}

function withoutEqual(before: readonly Side[], after: readonly Side[]): [Side[], Side[]] {
  const rest = [...before];
  const now = after.filter((item) => {
    const same = rest.findIndex((other) => textOf(other) === textOf(item));
    if (same >= 0) rest.splice(same, 1);
    return same < 0;
  });
  return [rest, now];
}

function facts(side: Side | undefined): Fact[] {
  return itemsOf(side).map((item) => ({ side: item, value: valueOf(item.node) }));
}

/** Tells what came and what went among values in no order. */
export function compareSets(
  ids: { readonly came: string; readonly went: string },
  before: readonly Fact[],
  after: readonly Fact[],
  about: About,
  refers?: Named,
): void {
  const { gone, come } = followValues(before, after, ({ value }) => value, about, refers);
  for (const fact of come) tell(about, ids.came, undefined, fact);
  for (const fact of gone) tell(about, ids.went, fact, undefined);
}

/** A list of ids or words in no order. */
export function set(stem: string, refers?: Named): Comparator {
  const ids = { came: `${stem}-added`, went: `${stem}-removed` };
  return {
    ids: [ids.came, ids.went],
    compare: (before, after, about) => compareSets(ids, facts(before), facts(after), about, refers),
  };
}

/** What a list allows, where no list allows everything. */
export function compareAllowed(
  stem: string,
  before: { readonly all: Fact; readonly items: readonly Fact[] } | undefined,
  after: { readonly all: Fact; readonly items: readonly Fact[] } | undefined,
  about: About,
  refers?: Named,
): void {
  if (before && after) {
    const ids = { came: `${stem}-added`, went: `${stem}-withdrawn` };
    compareSets(ids, before.items, after.items, about, refers);
  } else if (after) tell(about, `${stem}-restricted`, undefined, after.all);
  else if (before) tell(about, `${stem}-unrestricted`, before.all, undefined);
}

/** The ids that {@link compareAllowed} tells. */
export function allowedIds(stem: string): string[] {
  return idsOf(stem, 'added', 'withdrawn', 'restricted', 'unrestricted');
}

/** A list of what is allowed; no list allows everything. */
export function allowed(stem: string, refers?: Named): Comparator {
  return {
    ids: allowedIds(stem),
    compare(before, after, about) {
      const list = (side: Side | undefined) => {
        const all = isAbsent(side) ? undefined : factOf(side);
        return all && { all, items: facts(side) };
      };
      compareAllowed(stem, list(before), list(after), about, refers);
    },
  };
}

/** Key points: their order is that of the stored coordinates. */
export const keypoints: Comparator = {
  ids: ['keypoint-added', 'keypoint-removed', 'keypoint-renamed', 'keypoints-reordered'],
  compare(before, after, about) {
    const [old, now] = [itemsOf(before), itemsOf(after)];
    const [oldIds, nowIds] = [old.map(textOf), now.map(textOf)];
    const went = old.filter((item) => !nowIds.includes(textOf(item)));
    const came = now.filter((item) => !oldIds.includes(textOf(item)));
    const only = came.length === 1 && went.length === 1 ? ([went[0], came[0]] as const) : undefined;
    const renamed = only?.[0] && only[1] && only[0].step === only[1].step ? only : undefined;
    if (renamed) tell(about, 'keypoint-renamed', factOf(renamed[0]), factOf(renamed[1]), { certain: false });
    else {
      for (const item of came) tell(about, 'keypoint-added', undefined, factOf(item));
      for (const item of went) tell(about, 'keypoint-removed', factOf(item), undefined);
    }
    const kept = (ids: readonly string[], others: readonly string[]) =>
      ids.filter((id) => others.includes(id)).join(' ');
    if (kept(oldIds, nowIds) !== kept(nowIds, oldIds))
      tell(about, 'keypoints-reordered', factOf(before), factOf(after));
  },
};
