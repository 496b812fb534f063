import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../server/src/compare/change';
import type { Resolved } from '../../../server/src/workspace/workspace';
import type { Effective } from './effectivePoints';
import { effectivePoints, handedDown } from './effectivePoints';
import { compareFiles, folder } from './guidelines';
import type { Points, Walked } from './points';
import { differing, isWithin, namedBy, walked } from './points';
import { asFiles, protocolPair, protocolSchema, taxonomyPair, taxonomySchema } from './randomPairs';
import type { Map_ } from './schema';

const timeout = 120_000;
const none: Points = new Map();

describe('every difference between two protocols', { timeout }, () => {
  it('is named by one change, and nothing else is', async () => {
    await fc.assert(
      fc.asyncProperty(protocolPair, async ([before, after]) => {
        const [old, now] = [before, after].map((files) => walked(protocolSchema, files['a.protocol.yaml'])) as [
          Walked,
          Walked,
        ];
        const { changes } = await compareFiles(asFiles(before), asFiles(after));
        const naming = changes.map((change) => ({
          change,
          was: change.from && namedBy(change.id, place(old.places, change.from.path)),
          is: change.to && namedBy(change.id, place(now.places, change.to.path)),
        }));
        const told = new Set<Change>();
        for (const path of differing(old.points, now.points)) {
          const found = naming.filter((one) => names(one, path, old.points, now.points));
          expect(
            found.map(({ change }) => change.id),
            path,
          ).toHaveLength(1);
          for (const { change } of found) told.add(change);
        }
        expect(changes.filter((change) => !told.has(change)).map(brief)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('every difference between two taxonomies', { timeout }, () => {
  it('is named by one change of each label, or by one above that hands it down, and nothing else is', async () => {
    await fc.assert(
      // To make what fails smaller would take minutes.
      fc.asyncProperty(fc.noShrink(taxonomyPair), async ([before, after]) => {
        const compared = await compareFiles(asFiles(before), asFiles(after));
        const [old, now] = [effectiveOf(compared.before, before), effectiveOf(compared.after, after)];
        const naming = compared.changes.map((change) => ({
          change,
          subject: subjectOf(change),
          was: change.from && namedPath(change, old.place(change.from.uri, change.from.path)),
          is: change.to && namedPath(change, now.place(change.to.uri, change.to.path)),
        }));
        const told = new Set<Change>();
        const tellingOf = (subject: string, path: string, was: Points, is: Points) => {
          const found = naming.filter((one) => one.subject === subject && names(one, path, was, is));
          for (const { change } of found) told.add(change);
          return found.map(({ change }) => brief(change));
        };
        for (const [subject, was, is] of [
          ['taxonomy', old.head, now.head],
          ['attributes', old.shared, now.shared],
        ] as const) {
          for (const path of differing(was, is)) {
            const found = tellingOf(subject, path, was, is);
            expect(found.length, `${subject} ${path}: ${found.join('; ')}`).toBe(1);
          }
        }
        for (const id of new Set([...old.labels.keys(), ...now.labels.keys()])) {
          const [was, is] = [old.labels.get(id) ?? none, now.labels.get(id) ?? none];
          for (const path of differing(was, is)) {
            const found = tellingOf(id, path, was, is);
            const isAsIn = (one: Points | undefined, other: Points | undefined) =>
              one?.get(path) === was.get(path) && other?.get(path) === is.get(path);
            const parents = now.parents(id).filter((parent) => old.parents(id).includes(parent));
            const isToldAbove =
              (handedDown.test(path) && parents.some((one) => isAsIn(old.labels.get(one), now.labels.get(one)))) ||
              isAsIn(old.shared, now.shared);
            const isTombstone = isRetired(was, is) && !now.writes(id, path);
            const least = isToldAbove || isTombstone ? 0 : 1;
            expect(found.length, `${id} ${path}: ${found.join('; ')}`).toBeGreaterThanOrEqual(least);
            expect(found.length, `${id} ${path}: ${found.join('; ')}`).toBeLessThanOrEqual(1);
          }
        }
        const exclusions = compared.changes.filter(({ id }) => id.startsWith('disjoint-'));
        const pairOf = ({ subject, before: was, after: is }: Change) => [subject, String(was ?? is)].sort().join(' & ');
        for (const pair of new Set([...old.disjoint, ...now.disjoint])) {
          const isLasting = pair.split(' & ').every((id) => {
            const [was, is] = [old.labels.get(id), now.labels.get(id)];
            return was === undefined ? is === undefined : is !== undefined && !isRetired(was, is);
          });
          const found = exclusions.filter((change) => pairOf(change) === pair);
          for (const change of found) told.add(change);
          const isChanged = old.disjoint.has(pair) !== now.disjoint.has(pair);
          expect(found.map(brief), pair).toHaveLength(isChanged && isLasting ? 1 : 0);
        }
        expect(compared.changes.filter((change) => !told.has(change)).map(brief)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
function place(places: ReadonlyMap<string, string>, pointer: string): string {
  const path = places.get(pointer);
  if (path === undefined) throw new Error(`No place ${pointer}`);
  return path;
}

function brief({ id, subject, before, after }: Change): string {
  return `${id} ${subject}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`;
}

/** Whether a change tells of what is said at a path. */
function names(
  { was, is }: { readonly was: string | undefined; readonly is: string | undefined },
  path: string,
  before: Points,
  after: Points,
): boolean {
  return (
    (was !== undefined && before.has(path) && isWithin(path, was)) ||
    (is !== undefined && after.has(path) && isWithin(path, is))
  );
}

/** What a change is told of: a label, the shared attributes, or the taxonomy itself. */
function subjectOf({ kind, subject }: Change): string {
  const parts = subject.split('.');
  if (kind === 'shared attribute' || (kind === 'choice' && parts.length === 2)) return 'attributes';
  return ['label', 'attribute', 'choice'].includes(kind) ? (parts[0] ?? '') : 'taxonomy';
}

/** The path that a change names, where its place is that of something larger, in which it is not written. */
function namedPath({ id, kind, subject, before, after }: Change, path: string): string {
  if (id === 'label-moved') return 'parent';
  if (id.startsWith('geometry-')) return /restricted$/.test(id) ? 'geometry' : `geometry/=${String(before ?? after)}`;
  if (id.startsWith('attribute-made-'))
    return `attributes/${kind === 'attribute' ? (subject.split('.')[1] ?? '') : subject}/required`;
  return namedBy(id, path);
}

function isRetired(was: Points, is: Points): boolean {
  const speaks = (points: Points) => [...points.keys()].some((path) => path.startsWith('deprecated/'));
  return was.size > 0 && !speaks(was) && speaks(is);
}

function effectiveOf(resolved: Resolved, files: Readonly<Record<string, Map_>>): Effective {
  if (resolved.kind !== 'taxonomy') throw new Error('No taxonomy.');
  const documents = Object.entries(files).map(([name, value]) => [`${folder}/${name}`, value] as const);
  return effectivePoints(taxonomySchema, resolved, new Map(documents));
}
