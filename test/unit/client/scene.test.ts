import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../server/src/annotations/annotation';
import type { PreviewLabel } from '../../../server/src/requests';
import { describeAnnotation, describeMatch } from '../../../client/src/preview/webview/describe';
import { toRegion } from '../../../client/src/preview/webview/geometry';
import { createLabelStyles } from '../../../client/src/preview/webview/labelStyles';
import { describeScene, legendEntries, styledRegions } from '../../../client/src/preview/webview/scene';

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
    expect(style).toEqual({ key: '?nodule', name: 'nodule', color: '#c4c4c4' });
    expect(describeMatch(style, 'nodule')).toBe('Not in the taxonomy');
  });

  it('say how a word was matched', () => {
    expect(describeMatch(styleOf({ name: 'PTX' }), 'PTX')).toBe('“PTX” in the file, matched by synonym');
    expect(describeMatch(styleOf({ name: 'pneumothorax' }), 'pneumothorax')).toBeUndefined();
  });
});

describe('a scene', () => {
  it('leaves out what is hidden, and drops nothing else', () => {
    const shown = styledRegions({ regions }, styleOf, new Set(['pneumothorax']));
    expect(shown.map(({ style }) => style.name)).toEqual(['nodule']);
  });

  it('has a legend of labels with their annotations', () => {
    const entries = legendEntries({ regions, classifications: [whole] }, styleOf);
    expect(entries.map(({ style, annotations }) => [style.key, annotations.map(({ id }) => id)])).toEqual([
      ['pneumothorax', ['1', '3', '4']],
      ['?nodule', ['2']],
    ]);
    const sample = { key: 'k', id: 'fold', caption: 'A fold.', shows: [], about: [], problems: [] };
    expect(describeScene(sample, entries)).toBe(
      'Sample fold. A fold. Marked on it: 3 × Pneumothorax, nodule (not in the taxonomy).',
    );
  });

  it('tells an annotation by its shape and attributes', () => {
    expect(describeAnnotation(box('1', 'a'))).toBe('box · side: left · width: 12');
  });
});
