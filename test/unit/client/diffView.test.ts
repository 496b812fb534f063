import { describe, expect, it } from 'vitest';
import type { DiffChange } from '../../../server/src/requests';
import {
  everything,
  isNarrowed,
  levelCounts,
  remedyCounts,
  shownChanges,
  toggled,
} from '../../../client/src/diff/webview/view';
import { rowsOf } from '../../../client/src/diff/webview/rows';

const change = (fingerprint: string, parts: Partial<DiffChange>): DiffChange => ({
  id: 'definition-changed',
  level: 'review',
  remedy: 're-read',
  subject: 'mass',
  about: { kind: 'label', id: 'mass', name: 'Mass' },
  message: 'The definition of “Mass” was changed.',
  reason: 'Readers may decide otherwise.',
  notes: [],
  before: 'An opacity',
  after: 'A shadow',
  from: null,
  to: null,
  fingerprint,
  look: null,
  ...parts,
});

const removed = change('a', {
  id: 'label-removed',
  level: 'breaking',
  subject: 'epanchement',
  about: { kind: 'label', id: 'epanchement', name: 'Épanchement' },
  message: '“Épanchement” was deleted.',
});
const defined = change('b', {});
const recoloured = change('c', { id: 'color-changed', level: 'editorial', remedy: 'none', before: '#ff0000' });
const version = change('d', {
  id: 'version-changed',
  level: 'editorial',
  remedy: 'none',
  subject: 'chest',
  about: { kind: 'part', id: '', name: 'The document' },
  message: 'The version was changed.',
});
const all = [removed, defined, recoloured, version];

describe('the changes that are shown', () => {
  it('are all without a filter', () => {
    expect(shownChanges(all, everything)).toEqual(all);
    expect(isNarrowed(everything)).toBe(false);
  });

  it('are those of any chosen level that have any chosen remedy', () => {
    const view = { ...everything, levels: ['breaking', 'editorial'], remedies: ['none'] } as const;
    expect(shownChanges(all, view)).toEqual([recoloured, version]);
    expect(isNarrowed(view)).toBe(true);
  });

  it.each([
    ['epanchement', [removed]],
    ['ÉPANCH', [removed]],
    ['mass  color', [recoloured]],
    ['#FF0000', [recoloured]],
    ['read again shadow mass', [defined]],
    ['mass elsewhere', []],
    ['  ', all],
  ])('hold every word of a search, without case and accents: %s', (search, expected) => {
    expect(shownChanges(all, { ...everything, search })).toEqual(expected);
  });

  it('are counted for each filter by what the other filters leave', () => {
    const view = { ...everything, levels: ['editorial'], remedies: ['none'] } as const;
    expect([...levelCounts(all, view)]).toEqual([['editorial', 2]]);
    expect([...remedyCounts(all, { ...view, search: 'mass' })]).toEqual([['none', 1]]);
  });

  it('are chosen by a list that items go into and out of', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('the rows of the list', () => {
  const written = (grouping: 'level' | 'label', changes: readonly DiffChange[]) =>
    rowsOf(changes, grouping).map(({ key, heading }) =>
      heading ? `${heading.title} (${[...heading.counts].flat().join(' ')}): ${key}` : key,
    );

  it('are grouped by level', () => {
    expect(written('level', all)).toEqual([
      'Breaking (breaking 1): a',
      'Review (review 1): b',
      'Editorial (editorial 2): c',
      'd',
    ]);
  });

  it('are grouped by label, the one with the gravest change first', () => {
    expect(written('label', all)).toEqual([
      'Épanchement (breaking 1): a',
      'Mass (review 1 editorial 1): b',
      'c',
      'The document (editorial 1): d',
    ]);
  });

  it('have keys of their own where two changes say the same', () => {
    expect(rowsOf([defined, { ...defined }], 'level').map(({ key }) => key)).toEqual(['b', 'b-1']);
  });
});
