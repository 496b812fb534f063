import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeIds } from '../../../server/src/compare/compareGuidelines';
import type { Change } from '../../../server/src/compare/change';
import type { LabelSpace } from '../../../server/src/model/labelSpace';
import type { Record_ } from './arbitrary';
import { file, steadyPair, taxonomy } from './arbitrary';
import { compareFiles } from './guidelines';
import { mirrorOf, reasonOf } from './mirror';

const runs = { numRuns: 60 };

describe('laws of comparison', { timeout: 60_000 }, () => {
  it('finds nothing between a guideline and itself', async () => {
    await fc.assert(
      fc.asyncProperty(taxonomy, async (value) => {
        expect((await compareFiles(file(value), file(value))).changes).toEqual([]);
      }),
      runs,
    );
  });

  it('does not see order without meaning, white space, quotes and comments', async () => {
    await fc.assert(
      fc.asyncProperty(taxonomy, async (value) => {
        expect((await compareFiles(file(value), file(value, true))).changes).toEqual([]);
      }),
      runs,
    );
  });

  it('gives the mirror image when the versions are exchanged', async () => {
    // What a label that is gone became is a guess on top of that it is gone.
    const classes = new Map([
      ['value-reused', 'value-changed'],
      ['label-merged', 'label-removed'],
      ['label-split', 'label-removed'],
    ]);
    const classOf = (id: string) => classes.get(id) ?? id;
    await fc.assert(
      fc.asyncProperty(taxonomy, taxonomy, async (old, now) => {
        const forward = (await compareFiles(file(old), file(now))).changes.map(({ id }) => classOf(id));
        const back = (await compareFiles(file(now), file(old))).changes.map(({ id }) => classOf(id));
        expect(forward.map((id) => mirrorOf(id) ?? id).sort()).toEqual(back.sort());
      }),
      { numRuns: 100 },
    );
  });

  it('keeps fingerprints when something else is edited', async () => {
    await fc.assert(
      fc.asyncProperty(taxonomy, taxonomy, async (old, now) => {
        const edited = (value: Record_) => ({
          ...value,
          labels: { bystander: { name: 'Bystander of another kind' }, ...(value['labels'] as Record_) },
        });
        const one = (await compareFiles(file(old), file(now))).diff.changes.map(({ fingerprint }) => fingerprint);
        const added = { ...edited(now), title: 'Something else' };
        const two = (await compareFiles(file(old), file(added))).diff.changes.map(({ fingerprint }) => fingerprint);
        expect(two).toEqual(expect.arrayContaining(one));
      }),
      runs,
    );
  });
});

/** What a label says itself, and what it takes from above, by the stem of the changes that tell of it. */
const own = ['definition', 'color', 'part-of'] as const;
const handedDown = ['scope', 'layer'] as const;

describe('every difference between two effective models', { timeout: 60_000 }, () => {
  it('is named by one change, and nothing else is', async () => {
    await fc.assert(
      fc.asyncProperty(steadyPair, async ([old, now]) => {
        const { before, after, changes } = await compareFiles(file(old), file(now));
        if (before.kind !== 'taxonomy' || after.kind !== 'taxonomy') throw new Error('No taxonomy.');
        const [was, is] = [before.space, after.space];
        for (const id of is.labels.keys()) {
          const [wasLabel, isLabel] = [was.labels.get(id)?.label, is.labels.get(id)?.label];
          const differs = {
            definition: wasLabel?.definition !== isLabel?.definition,
            color: wasLabel?.color !== isLabel?.color,
            'part-of': ids(wasLabel?.partOf) !== ids(isLabel?.partOf),
          };
          for (const stem of own) expect(told(changes, stem, id), `${id} ${stem}`).toHaveLength(differs[stem] ? 1 : 0);
          const above = new Set([id, ...ancestors(was, id), ...ancestors(is, id)]);
          for (const stem of handedDown) {
            const changed = was.effective(id)?.[stem] !== is.effective(id)?.[stem];
            const telling = [...above].flatMap((one) => told(changes, stem, one));
            if (changed) expect(telling.length, `${id} ${stem}`).toBeGreaterThan(0);
            expect(told(changes, stem, id).length).toBeLessThanOrEqual(changed ? 1 : 0);
          }
        }
        const keys = changes.map(({ id, subject, before: value, after: other }) =>
          JSON.stringify([id, subject, value, other]),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 150 },
    );
  });
});

function told(changes: readonly Change[], stem: string, subject: string): Change[] {
  const ofStem = new RegExp(`^${stem}-(added|removed|changed|respelt)$`);
  return changes.filter((change) => change.subject === subject && ofStem.test(change.id));
}

function ids(references: readonly { readonly text: string }[] | undefined): string {
  return (references ?? [])
    .map(({ text }) => text)
    .sort()
    .join();
}

function ancestors(space: LabelSpace, id: string): string[] {
  const found: string[] = [];
  const queue = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const { text } of space.labels.get(at)?.label.parents ?? []) queue.push(text);
    if (at !== id) found.push(at);
  }
  return found;
}

describe('mirror images', () => {
  it.each(changeIds())('%s has one, or a reason why not', (id) => {
    const mirror = mirrorOf(id);
    if (mirror === undefined) expect(reasonOf(id)).toBeDefined();
    else expect(mirrorOf(mirror)).toBe(id);
  });
});
