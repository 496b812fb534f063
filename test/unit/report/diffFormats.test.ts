import { describe, expect, it } from 'vitest';
import type { DiffReport } from '../../../server/src/report/diffReport';
import { diffReporters } from '../../../server/src/report/diffReporters';
import { commentMarker } from '../../../server/src/report/diffMarkdown';
import { compareFiles, documentText } from '../compare/guidelines';
import { reportOf } from './reportOf';

const labels = (definition: string, rest: string, version = '1.0.0') => ({
  'a.taxonomy.yaml': documentText(
    'taxonomy',
    `labels:\n  mass:\n    name: Mass\n    definition: ${definition}\n${rest}`,
  ).replace('1.0.0', version),
});

async function report(more: Partial<DiffReport> = {}): Promise<DiffReport> {
  const compared = await compareFiles(
    labels('Do not mark nodules under 3 cm.', '  cyst: {name: Cyst}\n'),
    labels('Mark nodules under 3 mm.', '', '1.1.0'),
  );
  return reportOf(compared, more);
}

const hostile = '<img src=x onerror=alert(1)> | `[a](b)` & "q"';

async function hostileReport(): Promise<DiffReport> {
  const name = JSON.stringify(hostile);
  return reportOf(
    await compareFiles(
      { 'a.taxonomy.yaml': documentText('taxonomy', `labels:\n  mass: {name: Mass, definition: A round mass.}\n`) },
      { 'a.taxonomy.yaml': documentText('taxonomy', `labels:\n  mass: {name: Mass, definition: ${name}}\n`) },
    ),
  );
}

async function nothing(): Promise<DiffReport> {
  const files = labels('Solid.', '');
  return reportOf(await compareFiles(files, files));
}

describe('formats of a comparison', () => {
  it('lines: one for each change', async () => {
    expect(diffReporters.lines(await report())).toBe(
      [
        'a.taxonomy.yaml:10:3  breaking/re-read  “Cyst” was deleted. (in the old version)  label-removed',
        'a.taxonomy.yaml:9:17  review/re-read  The definition of “Mass” was changed from “Do not mark nodules under 3 cm.” to “Mark nodules under 3 mm.”  definition-changed',
        'a.taxonomy.yaml:2:10  editorial/none  The version was changed from “1.0.0” to “1.1.0”.  version-changed',
        '',
      ].join('\n'),
    );
  });

  it('text: what to look at stands below the change', async () => {
    const lines = diffReporters.text(await report(), false).split('\n');
    expect(lines).toContain('      ! The negation “not” was removed.');
    expect(lines).toContain('      ! “3 cm” became “3 mm”.');
  });

  it('json: with words, notes, and whether the version went far enough', async () => {
    const { guidelines, changes } = JSON.parse(diffReporters.json(await report())) as {
      guidelines: { bump: string; bumpMade: boolean }[];
      changes: { id: string; words?: unknown; notes?: string[] }[];
    };
    expect(guidelines).toMatchObject([{ bump: 'major', bumpMade: false, fromVersion: '1.0.0', toVersion: '1.1.0' }]);
    expect(changes.find(({ id }) => id === 'definition-changed')).toMatchObject({
      words: { removed: ['Do not mark', 'cm'], added: ['Mark', 'mm'] },
      notes: ['The negation “not” was removed.', '“3 cm” became “3 mm”.'],
    });
  });

  it('markdown: begins with a mark by which the comment is found again', async () => {
    const text = diffReporters.markdown(await report());
    expect(text.split('\n')[0]).toBe(commentMarker);
    expect(text).toContain('3 changes: 1 breaking, 1 review, 1 editorial.');
    expect(text).toContain('| “Cyst” was deleted. | **re-read**: Annotations of it have no label any more');
    expect(text).toContain('<del>Do not mark</del> nodules under 3 <del>cm</del>.<br><ins>Mark</ins> nodules');
    expect(text).toContain('<summary>Editorial: nothing that a reader would decide by (1)</summary>');
  });

  it('markdown: leaves out what does not fit into a comment, and counts it', async () => {
    const many = (name: string) => ({
      'a.taxonomy.yaml': documentText(
        'taxonomy',
        `labels:\n${Array.from({ length: 600 }, (_, i) => `  l${i}: {name: L${i}, definition: ${name} of number ${i}.}\n`).join('')}`,
      ),
    });
    const text = diffReporters.markdown(reportOf(await compareFiles(many('A shadow'), many('An opacity'))));
    expect(text.length).toBeLessThan(65_000);
    expect(text).toMatch(/\n\d+ more changes do not fit into a comment: `labelwright diff` lists them all\.\n$/);
  });

  it('html: is headed by the guideline and its versions, and counts once', async () => {
    const { comparisons } = await report();
    const [one] = comparisons;
    if (!one) throw new Error('No comparison.');
    const from = `${'0123456789'.repeat(4)}:a.taxonomy.yaml`;
    const text = diffReporters.html(await report({ comparisons: [{ ...one, from, to: '/home/me/a.taxonomy.yaml' }] }));
    expect(text).toContain('<title>Test, 1.0.0 → 1.1.0</title>');
    expect(text).toContain('<h1>Test, 1.0.0 → 1.1.0</h1>');
    expect(text).toContain('<p class="place">0123456789:a.taxonomy.yaml → a.taxonomy.yaml</p>');
    expect(text).not.toContain('/home/me');
    expect(text).not.toContain('3 changes:');
  });

  it('html: marks what changed in values too, and strikes nothing through that stands alone', async () => {
    const found = await compareFiles(
      labels('Solid.', '    attributes:\n      width: {type: number, unit: mm, minimum: 2}\n  cyst: {name: Cyst}\n'),
      labels('Solid.', '    attributes:\n      width: {type: number, unit: mm, minimum: 3}\n'),
    );
    const text = diffReporters.html(reportOf(found));
    expect(text).toContain('<del>2</del>');
    expect(text).toContain('<blockquote class="whole"><del>name: Cyst</del></blockquote>');
    expect(text).toContain('.whole del, .whole ins { text-decoration: none; }');
  });

  it('html: is dark on screen only, and lets long changes go over two pages', async () => {
    const many = Array.from({ length: 20 }, (_, i) => `      - Criterion ${i}, which is of some length\n`).join('');
    const text = diffReporters.html(
      reportOf(await compareFiles(labels('Solid.', `  cyst:\n    include:\n${many}`), labels('Solid.', ''))),
    );
    expect(text).toContain('@media screen and (prefers-color-scheme: dark)');
    expect(text).toContain('<article class="breaking long">');
    expect(text).toContain('article.long { break-inside: auto; }');
  });

  it('markdown: says when a place is one of the old version', async () => {
    expect(diffReporters.markdown(await report())).toContain('| `a.taxonomy.yaml:10` (old version) |');
  });

  it('html: needs nothing else, runs no scripts, and shows both wordings', async () => {
    const text = diffReporters.html(await report());
    expect(text).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(text).not.toMatch(/<script|src=|href=|url\(|@import/);
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(text).toContain('<del>Do not mark</del> nodules under 3 <del>cm</del>.');
    expect(text).toContain('<ins>Mark</ins> nodules under 3 <ins>mm</ins>.');
    expect(text).toContain('@media print');
  });

  it('sarif: what is gone is shown where it belonged to', async () => {
    const { runs } = JSON.parse(diffReporters.sarif(await report())) as {
      runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[];
    };
    expect(runs[0]?.tool.driver.rules.map(({ id }) => id)).toEqual([
      'definition-changed',
      'label-removed',
      'version-changed',
    ]);
    expect(runs[0]?.results[0]).toMatchObject({
      ruleId: 'label-removed',
      ruleIndex: 1,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a.taxonomy.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 6, startColumn: 1, endLine: 6, endColumn: 7 },
          },
        },
      ],
    });
  });

  it('sarif: a rule says what its changes mean', async () => {
    const { runs } = JSON.parse(diffReporters.sarif(await report())) as {
      runs: { tool: { driver: { rules: unknown[] } } }[];
    };
    const reason = 'Readers who go by the new words may decide otherwise than those before.';
    expect(runs[0]?.tool.driver.rules[0]).toEqual({
      id: 'definition-changed',
      shortDescription: { text: reason },
      fullDescription: { text: `Review, re-read: ${reason}` },
      help: { text: `Review, re-read: ${reason}` },
    });
  });

  it('github: what is gone of a label that was renamed is shown at its new id', async () => {
    const file = (id: string, geometry: string) => ({
      'a.taxonomy.yaml': documentText('taxonomy', `labels:\n  ${id}: {name: Mass, geometry: [${geometry}]}\n`),
    });
    const text = diffReporters.github(
      reportOf(await compareFiles(file('mass', 'mask, box'), file('lung-mass', 'mask'))),
    );
    const withdrawn = text.split('\n').find((line) => line.includes('geometry-withdrawn'));
    expect(withdrawn).toContain('line=7,');
    expect(withdrawn).toContain('col=27,endColumn=35');
  });

  it('junit: fails of what a check should fail of', async () => {
    const counts = (text: string) => /tests="(\d+)" failures="(\d+)"/.exec(text)?.slice(1).map(Number);
    expect(counts(diffReporters.junit(await report()))).toEqual([3, 1]);
    expect(counts(diffReporters.junit(await report({ failOn: 'review' })))).toEqual([3, 2]);
    expect(diffReporters.junit(await nothing())).toContain('name="no changes"');
  });

  it('github: marks lines of the newer version', async () => {
    expect(diffReporters.github(await report()).split('\n')[0]).toBe(
      '::error file=a.taxonomy.yaml,line=6,endLine=6,col=1,endColumn=7,title=breaking%2C re-read%3A label-removed::' +
        '“Cyst” was deleted. Annotations of it have no label any more, and nothing says what takes its place.',
    );
  });

  it('changes: an entry with the version that the changes ask for', async () => {
    expect(diffReporters.changes(await report())).toBe(
      [
        'changes:',
        '  - version: 2.0.0',
        '    on: 2026-02-01',
        '    summary: |-',
        '      Breaking: “Cyst” was deleted.',
        '      Review: The definition of “Mass” was changed from “Do not mark nodules under 3 cm.” to “Mark',
        '      nodules under 3 mm.”',
        '',
      ].join('\n'),
    );
    expect(diffReporters.changes(await nothing())).toBe('# Nothing changed that a note would speak of.\n');
  });

  it('is whole without any change, and without any guideline', async () => {
    for (const format of Object.values(diffReporters)) {
      expect(format(await nothing(), false)).not.toContain('undefined');
      expect(format(await report({ comparisons: [] }), false)).not.toContain('undefined');
    }
  });

  it('takes no words of a document for markup', async () => {
    const found = await hostileReport();
    expect(diffReporters.html(found)).not.toContain('<img');
    expect(diffReporters.markdown(found)).not.toMatch(/(?<!\\)<img|(?<!\\)`\[/);
    expect(diffReporters.junit(found)).not.toContain('<img');
  });
});
