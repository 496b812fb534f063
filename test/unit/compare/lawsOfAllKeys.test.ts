import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mirrorOf } from './mirror';
import { written } from './arbitrary';
import { compareFiles } from './guidelines';
import { asFiles, protocolPair, taxonomyPair } from './randomPairs';
import type { Map_ } from './schema';
import { isMap } from './schema';

type Documents = Readonly<Record<string, Map_>>;

const kinds = [
  { of: 'protocols', pair: protocolPair as fc.Arbitrary<readonly [Documents, Documents]> },
  { of: 'taxonomies that import others', pair: taxonomyPair as fc.Arbitrary<readonly [Documents, Documents]> },
];

/** Shrinking would take minutes. */
const property = (
  pair: (typeof kinds)[number]['pair'],
  holds: (before: Documents, after: Documents) => Promise<void>,
) =>
  fc.assert(
    fc.asyncProperty(fc.noShrink(pair), ([before, after]) => holds(before, after)),
    { numRuns: 60 },
  );

describe.each(kinds)('laws of comparison, over all keys of $of', { timeout: 120_000 }, ({ pair }) => {
  it('a guideline does not differ from itself', () =>
    property(pair, async (one) => {
      expect((await compareFiles(asFiles(one), asFiles(one))).changes).toEqual([]);
    }));

  it('order without meaning, white space, quotes and comments are no change', () =>
    property(pair, async (one) => {
      const turned = Object.entries(one).map(([name, value]) => [name, `${written(value, '', '', true).trim()}\n`]);
      expect((await compareFiles(asFiles(one), Object.fromEntries(turned) as never)).changes).toEqual([]);
    }));

  it('versions that are exchanged give the mirror image', () =>
    property(pair, async (before, after) => {
      const [old, now] = [inUse(before), inUse(after)];
      const forward = (await compareFiles(asFiles(old), asFiles(now))).changes;
      const back = (await compareFiles(asFiles(now), asFiles(old))).changes;
      const classOf = (id: string) => classes.get(id) ?? id;
      const told = (id: string, was: unknown, is: unknown) => `${id}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`;
      expect(
        forward.map((one) => told(mirrorOf(classOf(one.id)) ?? classOf(one.id), one.after, one.before)).sort(),
      ).toEqual(back.map((one) => told(classOf(one.id), one.before, one.after)).sort());
    }));

  it('no two changes have the same fingerprint', () =>
    property(pair, async (before, after) => {
      const { changes } = (await compareFiles(asFiles(before), asFiles(after))).diff;
      const told = new Map<string, string>();
      for (const { fingerprint, id, subject, before: was, after: is } of changes) {
        const text = `${id} ${subject} ${JSON.stringify([was, is])}`;
        expect(told.get(fingerprint), text).toBeUndefined();
        told.set(fingerprint, text);
      }
    }));

  it('fingerprints stay when something else is edited', () =>
    property(pair, async (before, after) => {
      const elsewhere = Object.fromEntries(
        Object.entries(after).map(([name, value]) => [name, { ...value, 'x-elsewhere': 'Something else' }]),
      );
      const prints = async (files: Documents) =>
        (await compareFiles(asFiles(before), asFiles(files))).diff.changes.map(({ fingerprint }) => fingerprint);
      const one = await prints(after);
      const two = await prints(elsewhere);
      expect(two).toEqual(expect.arrayContaining(one));
      expect(two).toHaveLength(one.length + 1);
    }));
});

/** What is guessed, or taken from what stands elsewhere, on top of a change that has a mirror image. */
const classes = new Map([
  ['value-reused', 'value-changed'],
  ['label-merged', 'label-removed'],
  ['label-split', 'label-removed'],
]);

/** Documents whose labels are all in use: what a tombstone lacks is told on one of the two ways only. */
function inUse(files: Documents): Documents {
  const withoutTombstones = (value: Map_) => {
    const labels = isMap(value['labels']) ? Object.entries(value['labels']) : [];
    const used = labels.map(([id, label]) => [id, isMap(label) ? { ...label, deprecated: {} } : label] as const);
    return { ...value, labels: Object.fromEntries(used) };
  };
  return Object.fromEntries(Object.entries(files).map(([name, value]) => [name, withoutTombstones(value)]));
}
