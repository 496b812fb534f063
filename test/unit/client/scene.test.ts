import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../server/src/annotations/annotation';
import type { PreviewLabel } from '../../../server/src/requests';
import { describeAnnotation, describeMatch } from '../../../client/src/preview/webview/describe';
import { toRegion } from '../../../client/src/viewer/webview/geometry';
import { createLabelStyles } from '../../../client/src/preview/webview/labelStyles';
import { describeScene, legendEntries, styledMarks } from '../../../client/src/preview/webview/scene';

const label = (id: string, name: string, color: string): PreviewLabel =>
  ({ id, name, color, names: ['PTX'], include: [], exclude: [] }) as unknown as PreviewLabel;

const box = (id: string, name: string): Annotation => ({
  id,
  label: { name },
  shape: { type: 'box', x: 0, y: 0, width: 5, height: 5 },
  attributes: new Map<string, string | number>([
    ['side', 'left'],
    ['width', 12],
  ]),
});
const regions = [box('1', 'PTX'), box('2', 'nodule'), box('3', 'ptx')].map((annotation) => toRegion(annotation)!);
const whole: Annotation = { ...box('4', 'pneumothorax'), shape: { type: 'classification' } };
const styleOf = createLabelStyles([label('pneumothorax', 'Pneumothorax', '#e4572e')]);

describe('label styles', () => {
  it('are those of the label that the file means', () => {
    expect(styleOf({ name: 'PTX' })).toMatchObject({ key: 'pneumothorax', color: '#e4572e', by: 'synonym' });
  });

  it('say that a label is not in the taxonomy', () => {
    const style = styleOf({ name: 'nodule' });
    expect(style).toEqual({ key: '?nodule', name: 'nodule', color: '#c4c4c4', order: 1 });
    expect(describeMatch(style, 'nodule')).toBe('Not in the taxonomy');
  });

  it('say how a word was matched', () => {
    expect(describeMatch(styleOf({ name: 'PTX' }), 'PTX')).toBe('“PTX” in the file, matched by synonym');
    expect(describeMatch(styleOf({ name: 'pneumothorax' }), 'pneumothorax')).toBeUndefined();
  });
});

describe('a scene', () => {
  it('leaves out what is hidden, and drops nothing else', () => {
    const wanted = { hidden: new Set(['pneumothorax']), opacities: new Map([['?nodule', 0.5]]) };
    const shown = styledMarks({ regions, volumes: new Map() }, styleOf, wanted);
    expect(shown.regions.map(({ style }) => [style.name, style.opacity, style.isKnown])).toEqual([
      ['nodule', 0.5, false],
    ]);
  });

  it('has the voxels of a volume by their value', () => {
    const volume = { width: 1, height: 1, depth: 1, values: new Uint8Array([2]) };
    const annotation: Annotation = {
      ...box('2', '2'),
      label: { name: '2', number: 2 },
      shape: { type: 'volume', volume, value: 2 },
    };
    const own = createLabelStyles([{ ...label('nodule', 'Nodule', '#00ff00'), value: 2 }]);
    const volumes = new Map([[volume, [{ annotation, value: 2 }]]]);
    const shown = styledMarks({ regions: [], volumes }, own, { hidden: new Set(), opacities: new Map() });
    expect(shown.volumes[0]?.marks.get(2)).toMatchObject({ annotation, style: { name: 'Nodule', color: '#00ff00' } });
    const hidden = styledMarks({ regions: [], volumes }, own, { hidden: new Set(['nodule']), opacities: new Map() });
    expect(hidden.volumes[0]?.marks.size).toBe(0);
  });

  it('has a legend of labels with their annotations', () => {
    const entries = legendEntries({ regions, volumes: new Map(), classifications: [whole] }, styleOf);
    expect(entries.map(({ style, annotations }) => [style.key, annotations.map(({ id }) => id)])).toEqual([
      ['pneumothorax', ['1', '3', '4']],
      ['?nodule', ['2']],
    ]);
    const sample = { key: 'k', id: 'fold', caption: 'A fold.', shows: [], about: [], problems: [], windows: [] };
    expect(describeScene(sample, entries)).toBe(
      'Sample fold. A fold. Marked on it: 3 × Pneumothorax, nodule (not in the taxonomy).',
    );
  });

  it('tells an annotation by its shape and attributes', () => {
    expect(describeAnnotation(box('1', 'a'), {})).toBe('box · side: left · width: 12');
    const attributes = [{ id: 'width', name: 'Width at the apex', unit: 'mm' }];
    const named = { label: { ...label('a', 'A', '#000000'), attributes } };
    expect(describeAnnotation(box('1', 'a'), named)).toBe('box · side: left · Width at the apex: 12 mm');
  });
});
