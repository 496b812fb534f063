import { describe, expect, it } from 'vitest';
import { reportDiffJson } from '../../../server/src/report/diffJson';
import { toDiffResult } from '../../../server/src/report/diffResult';
import { reportDiffText } from '../../../server/src/report/diffText';
import { readable } from '../../../server/src/report/readable';
import type { Compared } from '../compare/guidelines';
import { compareFiles, documentText } from '../compare/guidelines';
import { reportOf } from './reportOf';

async function compared(before: string, after: string): Promise<Compared> {
  const files = (body: string) => ({ 'a.taxonomy.yaml': documentText('taxonomy', body) });
  return compareFiles(files(before), files(after));
}

const before = 'labels:\n  mass: {name: Mass, synonyms: [Lump]}\n  cyst: {name: Cyst}\n';
const after = 'labels:\n  mass: {name: Mass, definition: Solid.}\n';

describe('the JSON of a comparison', () => {
  it('is what others build on', async () => {
    const result = await compared(before, after);
    expect(JSON.parse(reportDiffJson(reportOf(result)))).toEqual({
      schemaVersion: 1,
      from: 'HEAD~1:a.taxonomy.yaml',
      to: 'a.taxonomy.yaml',
      bump: 'major',
      levels: { breaking: 1, review: 1, quality: 0, additive: 0, editorial: 1 },
      guidelines: [
        {
          id: 'test',
          kind: 'taxonomy',
          from: 'HEAD~1:a.taxonomy.yaml',
          to: 'a.taxonomy.yaml',
          fromVersion: '1.0.0',
          toVersion: '1.0.0',
          bump: 'major',
          bumpMade: false,
          problems: [],
        },
      ],
      changes: [
        {
          id: 'label-removed',
          level: 'breaking',
          remedy: 're-read',
          guideline: 0,
          subject: 'cyst',
          path: '/labels/cyst',
          message: '“Cyst” was deleted.',
          reason: 'Annotations of it have no label any more, and nothing says what takes its place.',
          before: { name: 'Cyst' },
          after: null,
          from: { file: 'a.taxonomy.yaml', line: 8, column: 3 },
          to: null,
          fingerprint: result.diff.changes[0]?.fingerprint,
        },
        {
          id: 'definition-added',
          level: 'review',
          remedy: 're-read',
          guideline: 0,
          subject: 'mass',
          path: '/labels/mass/definition',
          message: 'The definition of “Mass” was added: “Solid.”',
          reason: 'Readers who go by the new words may decide otherwise than those before.',
          before: null,
          after: 'Solid.',
          from: null,
          to: { file: 'a.taxonomy.yaml', line: 7, column: 34 },
          fingerprint: result.diff.changes[1]?.fingerprint,
        },
        {
          id: 'synonym-removed',
          level: 'editorial',
          remedy: 'none',
          guideline: 0,
          subject: 'mass',
          path: '/labels/mass/synonyms/0',
          message: 'A synonym of “Mass” was removed: “Lump”.',
          reason: 'What it is called elsewhere has no bearing on what readers decide.',
          before: 'Lump',
          after: null,
          from: { file: 'a.taxonomy.yaml', line: 7, column: 33 },
          to: null,
          fingerprint: result.diff.changes[2]?.fingerprint,
        },
      ],
    });
  });

  it('is whole without any change', async () => {
    const result = await compared(before, before);
    expect(JSON.parse(reportDiffJson(reportOf(result)))).toEqual({
      schemaVersion: 1,
      from: 'HEAD~1:a.taxonomy.yaml',
      to: 'a.taxonomy.yaml',
      bump: 'none',
      levels: { breaking: 0, review: 0, quality: 0, additive: 0, editorial: 0 },
      guidelines: [
        {
          id: 'test',
          kind: 'taxonomy',
          from: 'HEAD~1:a.taxonomy.yaml',
          to: 'a.taxonomy.yaml',
          fromVersion: '1.0.0',
          toVersion: '1.0.0',
          bump: 'none',
          bumpMade: true,
          problems: [],
        },
      ],
      changes: [],
    });
  });
});

describe('the text of a comparison', () => {
  it('is grouped by level, with a place on each line', async () => {
    const result = await compared(before, after);
    expect(reportDiffText(reportOf(result))).toBe(
      [
        'Breaking: annotations made so far become invalid or change their meaning',
        '  a.taxonomy.yaml:8:3  “Cyst” was deleted. (in the old version)  [re-read]  label-removed',
        '      Annotations of it have no label any more, and nothing says what takes its place.',
        '',
        'Review: annotations stay valid, but readers may decide otherwise now',
        '  a.taxonomy.yaml:7:34  The definition of “Mass” was added: “Solid.”  [re-read]  definition-added',
        '      Readers who go by the new words may decide otherwise than those before.',
        '',
        'Editorial: nothing that a reader would decide by',
        '  a.taxonomy.yaml:7:33  A synonym of “Mass” was removed: “Lump”. (in the old version)  [none]  synonym-removed',
        '      What it is called elsewhere has no bearing on what readers decide.',
        '',
        '3 changes: 1 breaking, 1 review, 1 editorial. The version is still 1.0.0; these changes ask for a new major one.',
        '',
      ].join('\n'),
    );
  });

  it('shows the words that a sentence has no room for', async () => {
    const text = (start: string) =>
      `labels:\n  mass:\n    name: Mass\n    definition: ${start} that is solid and round, is seen on both views, and is larger than everything else that is seen in the lung\n`;
    const result = await compared(text('An opacity'), text('A shadow'));
    expect(reportDiffText(reportOf(result)).split('\n').slice(1, 7)).toEqual([
      '  a.taxonomy.yaml:9:17  The definition of “Mass” was changed.  [re-read]  definition-changed',
      '      - An opacity that is solid and round, is seen on both views, and is larger than everything',
      '        else that is seen in the lung',
      '      + A shadow that is solid and round, is seen on both views, and is larger than everything else',
      '        that is seen in the lung',
      '      Readers who go by the new words may decide otherwise than those before.',
    ]);
  });

  it('shows of long texts the lines that differ', async () => {
    const lines = (third: string) =>
      `labels:\n  mass:\n    name: Mass\n    definition: |\n      One line of several, which is long enough not to be quoted.\n      Another line of them.\n      ${third}\n      And a last one.\n`;
    const result = await compared(lines('Old words.'), lines('New words.'));
    const shown = reportDiffText(reportOf(result));
    expect(shown.split('\n').slice(2, 4)).toEqual(['      - Old words.', '      + New words.']);
  });

  it.each([
    ['1.0.0', '2.0.0', 'The version went from 1.0.0 to 2.0.0 (major), as these changes ask for.'],
    ['2.3.0', '2.3.1', 'The version went from 2.3.0 to 2.3.1 (patch); these changes ask for a major one.'],
    ['2.3.0', '2.2.0', 'The version went from 2.3.0 to 2.2.0; these changes ask for a new major one.'],
    ['2.3.0', '2.3.0', 'The version is still 2.3.0; these changes ask for a new major one.'],
  ])('says whether the version fits: %s to %s', async (from, to, sentence) => {
    const file = (version: string, body: string) => ({
      'a.taxonomy.yaml': documentText('taxonomy', body).replace('1.0.0', version),
    });
    const result = await compareFiles(file(from, before), file(to, after));
    expect(reportDiffText(reportOf(result)).trimEnd().endsWith(` ${sentence}`)).toBe(true);
  });

  it('says that more was declared than is asked for, or that nothing is', async () => {
    const file = (version: string, body: string) => ({
      'a.taxonomy.yaml': documentText('taxonomy', body).replace('1.0.0', version),
    });
    const mass = (rest: string) => `labels:\n  mass: {name: Mass${rest}}\n`;
    const more = await compareFiles(file('1.0.0', mass('')), file('2.0.0', mass(', synonyms: [Lump]')));
    expect(reportDiffText(reportOf(more))).toContain(
      'The version went from 1.0.0 to 2.0.0 (major); these changes only ask for a minor one.',
    );
    const none = await compareFiles(file('1.0.0', mass('')), file('2.0.0', mass('')));
    expect(reportDiffText(reportOf(none))).toContain('1 editorial. This asks for no new version.');
  });

  it('has colours only when they are asked for', async () => {
    const result = await compared(before, after);
    expect(reportDiffText(reportOf(result))).not.toContain('\u001b');
    expect(reportDiffText(reportOf(result), true)).toContain('\u001b[1;31mBreaking');
  });

  it('says that nothing changed', async () => {
    const result = await compared(before, `# Only a comment.\n${before}`);
    expect(reportDiffText(reportOf(result))).toBe('No changes from HEAD~1:a.taxonomy.yaml to a.taxonomy.yaml.\n');
  });

  it('lets no control character of a document through to the terminal', async () => {
    const result = await compared('labels: {}\n', 'labels:\n  a: {name: "A\\e[31mB\\u0007\\u202eC"}\n');
    const text = reportDiffText(reportOf(result));
    expect(text).toContain('New label: “A[31mBC”.');
  });
});

describe('what the panel gets', () => {
  it('has places from 0, values as text and the versions', async () => {
    const { diff, before: old, after: now } = await compared(before, after);
    const result = toDiffResult(diff, old, now);
    expect(result).toMatchObject({ bump: 'major', fromVersion: '1.0.0', toVersion: '1.0.0', problems: [] });
    expect(result.changes[0]).toMatchObject({
      before: 'name: Cyst',
      after: null,
      from: {
        uri: 'file:///home/guideline/a.taxonomy.yaml',
        range: { start: { line: 7, character: 2 }, end: { line: 7, character: 6 } },
      },
      to: null,
    });
  });

  it('writes values much as the document does', () => {
    expect(readable(null)).toBeNull();
    expect(readable('Two\nlines')).toBe('Two\nlines');
    expect(readable(3)).toBe('3');
    expect(readable(['mask', 'polygon'])).toBe('mask, polygon');
    expect(readable(['A criterion, with a comma', 'Another'])).toBe('- A criterion, with a comma\n- Another');
    expect(readable({ name: 'Mass', include: ['Any opacity, also small', 'Cavities'], dicom: { type: 'SCT:1' } })).toBe(
      'name: Mass\ninclude:\n  - Any opacity, also small\n  - Cavities\ndicom:\n  type: SCT:1',
    );
  });
});
