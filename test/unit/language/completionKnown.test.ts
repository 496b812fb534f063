import { describe, expect, it } from 'vitest';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { confusion } from '../../../server/src/checks/colours';
import { complete, inProtocol, inTaxonomy, label } from './completing';
import { protocol, taxonomy } from './guidelines';

describe('completion of what the guideline knows', () => {
  const inUse = label('    layer: <|>\n');

  it('offers the layers in use, with the labels that are in them', async () => {
    const { labels, item, after } = await inTaxonomy(inUse);
    expect(labels).toEqual(['findings']);
    expect(item('findings').detail).toBe('pneumothorax');
    expect(after('findings')).toBe(label('    layer: findings\n'));
    expect((await inTaxonomy('taxonomy: a\nlabels:\n  x:\n    layer: <|>')).labels).toEqual(['findings', 'anatomy']);
  });

  it('offers the next free mask value of the label’s layer, which it may inherit', async () => {
    const text = (value: string) => `taxonomy: a
labels:
  group: {layer: l}
  a: {parent: group, value: 1}
  b: {layer: other, value: 2}
  c: {parent: group, value: 3}
  d:
    parent: group
    value: ${value}
`;
    const { labels, item, after } = await inTaxonomy(text('<|>'));
    expect(labels).toEqual(['2']);
    expect(item('2').detail).toBe('the next that is free in the layer l');
    expect(after('2')).toBe(text('2'));
    expect((await inTaxonomy('taxonomy: a\nlabels:\n  x: {value: <|>}')).labels).toEqual(['1']);
  });

  it('offers colours that can be told from those in use and from each other', async () => {
    const { labels, item, after } = await inTaxonomy(label('    color: <|>\n'));
    expect(labels).toHaveLength(5);
    const all = ['#e4572e', ...labels];
    for (const [i, one] of all.entries()) {
      for (const other of all.slice(i + 1))
        expect([one, other, confusion(one, other)]).toEqual([one, other, undefined]);
    }
    expect(item(labels[0] ?? '')).toMatchObject({ kind: CompletionItemKind.Color, detail: 'not in use' });
    expect(after(labels[0] ?? '')).toBe(label(`    color: '${labels[0]}'\n`));
  });

  it('offers the geometries that the taxonomy, or a parent, allows', async () => {
    const inUse = protocol.replace('    on: [frontal]', '    geometry: [<|>]');
    expect((await inProtocol(inUse)).labels).toEqual(['mask', 'polygon']);
    expect((await inProtocol(inUse.replace('<|>', 'polygon, <|>'))).labels).toEqual(['mask']);
    const { labels, item } = await inTaxonomy(label('    geometry: [<|>]\n'));
    expect(labels).toEqual(['mask', 'polygon']);
    expect(item('mask').documentation).toMatchObject({ value: 'Every pixel that belongs to it.' });
    expect((await inTaxonomy('taxonomy: a\nlabels:\n  x: {geometry: [<|>]}')).labels).toHaveLength(9);
  });

  it.each([
    ['codes:\n      - <|>', "codes:\n      - 'SCT:$1 |${2:Term}|'"],
    ['codes:\n      <|>', "codes:\n      - 'SCT:$1 |${2:Term}|'"],
    ['codes: <|>', "codes: ['SCT:$1 |${2:Term}|']"],
    ['codes: [<|>]', "codes: ['SCT:$1 |${2:Term}|']"],
    ["codes: ['<|>']", "codes: ['SCT:$1 |${2:Term}|']"],
    ['codes:\n      - code: <|>', "codes:\n      - code: 'SCT:$1 |${2:Term}|'"],
    ['dicom:\n      type: <|>', "dicom:\n      type: 'SCT:$1 |${2:Term}|'"],
  ])('offers code systems: %s', async (typed, written) => {
    expect((await inTaxonomy(label(`    ${typed}\n`))).after('SCT')).toBe(label(`    ${written}\n`));
  });

  it('offers code systems of one’s own', async () => {
    const { item } = await inTaxonomy(
      'taxonomy: a\ncodeSystems:\n  SITE: https://example.org\nlabels:\n  x:\n    codes:\n      - <|>\n',
    );
    expect(item('SITE').detail).toBe('https://example.org');
    expect(item('SCT').detail).toBe('SNOMED CT');
  });

  it('offers tools and languages in use, the most frequent first', async () => {
    const text = (last: string) => `taxonomy: a
labels:
  x: {alias: {nih: A, coco: 1}, translations: {de: {name: X}}}
  y: {alias: {coco: 2}}
  z:
${last}`;
    const tools = await inTaxonomy(text('    alias:\n      <|>\n'));
    expect(tools.labels).toEqual(['coco', 'nih']);
    expect(tools.item('coco').detail).toBe('used by 2 labels');
    expect(tools.after('coco')).toBe(text('    alias:\n      coco: $1\n'));
    expect((await inTaxonomy(text('    alias: {nih: Z, <|>}\n'))).labels).toEqual(['coco']);
    expect((await inTaxonomy(text('    translations:\n      <|>\n'))).after('de')).toBe(
      text('    translations:\n      de:\n        $1\n'),
    );
  });

  it('offers images and time points of the protocols to compare with', async () => {
    const compared = taxonomy.replace('        unit: mm\n', '        comparedTo: <|>\n');
    const { labels, item } = await complete({
      'chest.taxonomy.yaml': compared,
      'p.protocol.yaml': `${protocol}longitudinal:\n  timepoints: [baseline, month-3]\n`,
    });
    expect(labels).toEqual(['frontal', 'baseline', 'month-3', 'prior']);
    expect(item('frontal').detail).toBe('image of ptx');
    expect(item('month-3').detail).toBe('time point of ptx');
    expect((await inTaxonomy(compared)).labels).toEqual(['prior', 'baseline']);
  });

  it('offers first the measures of agreement that fit what is measured', async () => {
    const { labels, item } = await inProtocol(
      protocol.replace('[pneumothorax.width, "pneumothorax"]\n    metric: icc', '[pneumothorax]\n    metric: <|>'),
    );
    expect(labels.slice(0, 3)).toEqual(['dice', 'iou', 'boundary-iou']);
    expect(labels).toHaveLength(21);
    expect(labels.indexOf('oks')).toBeGreaterThan(labels.indexOf('f1'));
    expect(item('f1')).toMatchObject({
      detail: 'for boxes, points, areas or lines',
      documentation: { value: expect.stringMatching(/^F1: of all findings/) },
    });
    const ofWidth = (readers: number) =>
      inProtocol(
        protocol
          .replace('[pneumothorax.width, "pneumothorax"]\n    metric: icc', '[pneumothorax.width]\n    metric: <|>')
          .replace('stage: read', `stage: read\n    readers: ${readers}`),
      );
    expect((await ofWidth(2)).labels.slice(0, 3)).toEqual(['icc', 'bland-altman', 'krippendorff-alpha']);
    expect((await ofWidth(3)).labels.slice(0, 3)).toEqual(['icc', 'krippendorff-alpha', 'bland-altman']);
  });

  it('offers the other attributes as conditions of an attribute, and their values', async () => {
    const at = (typed: string) => taxonomy.replace('when: {width: {minimum: 20}}', `when: ${typed}`);
    const behind = await inTaxonomy(at('<|>'));
    expect(behind.labels.slice(0, 2)).toEqual(['side', 'width']);
    expect(behind.labels).not.toContain('drained');
    expect(behind.after('side')).toBe(at('\n          side: $1'));
    expect((await inTaxonomy(at('\n          <|>'))).labels).toEqual(['side', 'width']);
    expect((await inTaxonomy(at('{side: <|>}'))).labels).toEqual(['left', 'right']);
    const bounds = await inTaxonomy(at('\n          width: <|>'));
    expect(bounds.labels.slice(0, 2)).toEqual(['minimum', 'maximum']);
    expect(bounds.after('minimum')).toBe(at('\n          width: \n            minimum: $1'));
    expect((await inTaxonomy(at('{width: <|>}'))).after('maximum')).toBe(at('{width: {maximum: $1}}'));
    const shared = 'taxonomy: a\nattributes:\n  g: {type: ordinal, values: [g1, g2]}\n  h:\n    when: ';
    expect((await inTaxonomy(`${shared}{<|>}`)).labels).toEqual(['g']);
    expect((await inTaxonomy(`${shared}{g: {minimum: <|>}}`)).labels).toEqual(['g1', 'g2']);
  });
});
