import { describe, expect, it } from 'vitest';
import { toDiffResult } from '../../../server/src/report/diffResult';
import type { Files } from '../compare/guidelines';
import { compareFiles, documentText } from '../compare/guidelines';

const taxonomy = (body: string): Files => ({ 'a.taxonomy.yaml': documentText('taxonomy', body) });

async function subjects(before: Files, after: Files): Promise<string[]> {
  const { diff, before: old, after: now } = await compareFiles(before, after);
  return toDiffResult(diff, old, now).changes.map(
    ({ id, about, look }) =>
      `${id}: ${about.kind} ${about.id} (${about.name})${look ? ` ${look.before} → ${look.after}` : ''}`,
  );
}

describe('what a change is told under', () => {
  it('is the label, also for what is of its attributes and their values', async () => {
    const label = (attribute: string) =>
      `labels:\n  mass:\n    name: Mass\n    attributes:\n      side: ${attribute}\n`;
    expect(
      await subjects(
        taxonomy(label('{type: choice, values: [left, right]}')),
        taxonomy(label('{type: choice, values: [left, right, both], required: true}')),
      ),
    ).toEqual(['attribute-made-required: label mass (Mass)', 'choice-added: label mass (Mass)']);
  });

  it('is the shared attribute, or the part of the document', async () => {
    const shared = (unit: string) =>
      `source: [Edition of ${unit}]\nattributes:\n  width: {name: Width, type: number, unit: ${unit}}\nlabels: {}\n`;
    expect((await subjects(taxonomy(shared('mm')), taxonomy(shared('cm')))).sort()).toEqual([
      'source-changed: part source (Source)',
      'unit-changed: attribute width (Width)',
    ]);
    const version = documentText('taxonomy', 'labels: {}\n');
    expect(
      await subjects({ 'a.taxonomy.yaml': version }, { 'a.taxonomy.yaml': version.replace('1.0.0', '1.1.0') }),
    ).toEqual(['version-changed: part  (The document)']);
  });
});

describe('what can be seen on a sample', () => {
  it('is a change of colour, value or geometry, with the ids of the label in both versions', async () => {
    const label = (id: string, rest: string) => `labels:\n  ${id}: {name: Mass, codes: ['SCT:4147007'], ${rest}}\n`;
    expect(
      await subjects(
        taxonomy(label('mass', "color: '#ff0000', value: 3, geometry: [mask, box]")),
        taxonomy(label('lump', "color: '#00ff00', value: 3, geometry: [mask]")),
      ),
    ).toEqual([
      'label-renamed: label lump (Mass) mass → lump',
      'geometry-withdrawn: label lump (Mass) mass → lump',
      'color-changed: label lump (Mass) mass → lump',
    ]);
  });
});
