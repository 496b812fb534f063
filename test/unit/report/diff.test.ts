import { describe, expect, it } from 'vitest';
import { reportDiffJson } from '../../../server/src/report/diffJson';
import { readable, toDiffResult } from '../../../server/src/report/diffResult';
import { reportDiffText } from '../../../server/src/report/diffText';
import type { Compared } from '../compare/guidelines';
import { compareFiles, documentText } from '../compare/guidelines';

const displayPath = (uri: string) => uri.replace('file:///work/', '');
const names = { from: 'HEAD~1:a.taxonomy.yaml', to: 'a.taxonomy.yaml', displayPath };

async function compared(before: string, after: string): Promise<Compared> {
  const files = (body: string) => ({ 'a.taxonomy.yaml': documentText('taxonomy', body) });
  return compareFiles(files(before), files(after));
}

const before = 'labels:\n  mass: {name: Mass, synonyms: [Lump]}\n  cyst: {name: Cyst}\n';
const after = 'labels:\n  mass: {name: Mass, definition: Solid.}\n';

describe('the JSON of a comparison', () => {
  it('is what others build on', async () => {
    const result = await compared(before, after);
    expect(JSON.parse(reportDiffJson(result.diff, { ...names, ...result }))).toEqual({
      schemaVersion: 1,
      from: 'HEAD~1:a.taxonomy.yaml',
      to: 'a.taxonomy.yaml',
      bump: 'major',
      levels: { breaking: 1, review: 1, quality: 0, additive: 0, editorial: 1 },
      changes: [
        {
          id: 'label-removed',
          level: 'breaking',
          remedy: 're-read',
          subject: 'cyst',
          path: '/labels/cyst',
          message: 'Label “Cyst” (cyst) was deleted.',
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
          subject: 'mass',
          path: '/labels/mass/definition',
          message: 'Definition of “Mass” (mass) added: “Solid.”.',
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
          subject: 'mass',
          path: '/labels/mass/synonyms/0',
          message: 'Synonym of “Mass” (mass) removed: “Lump”.',
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
    expect(JSON.parse(reportDiffJson(result.diff, { ...names, ...result }))).toEqual({
      schemaVersion: 1,
      from: 'HEAD~1:a.taxonomy.yaml',
      to: 'a.taxonomy.yaml',
      bump: 'none',
      levels: { breaking: 0, review: 0, quality: 0, additive: 0, editorial: 0 },
      changes: [],
    });
  });
});

describe('the text of a comparison', () => {
  it('is grouped by level, with a place on each line', async () => {
    const result = await compared(before, after);
    expect(reportDiffText(result.diff, { ...names, ...result })).toBe(
      [
        'Breaking: annotations made so far become invalid or change their meaning',
        '  a.taxonomy.yaml:8:3  Label “Cyst” (cyst) was deleted. (in the old version)  [re-read]  label-removed',
        '',
        'Review: annotations stay valid, but readers may decide otherwise now',
        '  a.taxonomy.yaml:7:34  Definition of “Mass” (mass) added: “Solid.”.  [re-read]  definition-added',
        '',
        'Editorial: nothing that a reader would decide by',
        '  a.taxonomy.yaml:7:33  Synonym of “Mass” (mass) removed: “Lump”. (in the old version)  [none]  synonym-removed',
        '',
        '3 changes: 1 breaking, 1 review, 1 editorial. This asks for a new major version.',
        '',
      ].join('\n'),
    );
  });

  it('has colours only when they are asked for', async () => {
    const result = await compared(before, after);
    expect(reportDiffText(result.diff, { ...names, ...result })).not.toContain('\u001b');
    expect(reportDiffText(result.diff, { ...names, ...result, colour: true })).toContain('\u001b[1;31mBreaking');
  });

  it('says that nothing changed', async () => {
    const result = await compared(before, `# Only a comment.\n${before}`);
    expect(reportDiffText(result.diff, { ...names, ...result })).toBe(
      'No changes from HEAD~1:a.taxonomy.yaml to a.taxonomy.yaml.\n',
    );
  });

  it('lets no control character of a document through to the terminal', async () => {
    const result = await compared('labels: {}\n', 'labels:\n  a: {name: "A\\e[31mB\\u0007\\u202eC"}\n');
    const text = reportDiffText(result.diff, { ...names, ...result });
    expect(text).toContain('New label: “A[31mBC” (a).');
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
        uri: 'file:///work/a.taxonomy.yaml',
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
