import { describe, expect, it } from 'vitest';
import type { Annotation, Shape } from '../../../server/src/annotations/annotation';
import type { PreviewLabel } from '../../../server/src/requests';
import { seenBy } from '../../../client/src/diff/webview/lookScene';
import type { Region } from '../../../client/src/viewer/webview/geometry';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const label = (parts: Partial<PreviewLabel>): PreviewLabel => ({
  id: 'mass',
  name: 'Mass',
  include: [],
  exclude: [],
  names: [],
  aliases: [],
  codes: [],
  skeleton: [],
  deprecated: false,
  uri: '',
  range,
  entryRange: range,
  ...parts,
});

const box: Shape = { type: 'box', x: 0, y: 0, width: 2, height: 2 };

function region(name: string, shape: Shape = box, number?: number): Region {
  const annotation: Annotation = {
    id: '1',
    label: { name, ...(number !== undefined && { number }) },
    shape,
    attributes: new Map(),
  };
  return { annotation, bounds: { x: 0, y: 0, width: 2, height: 2 } };
}

describe('what a version makes of annotations', () => {
  it('allows what its geometries allow', () => {
    expect(seenBy([region('mass')], [label({ geometry: ['box', 'mask'] })]).sentence).toBe(
      '1 annotation, which is allowed.',
    );
    expect(seenBy([region('mass'), region('Mass')], [label({})]).sentence).toBe('2 annotations, all allowed.');
    const withdrawn = seenBy([region('mass'), region('mass')], [label({ geometry: ['mask'] })]);
    expect(withdrawn.sentence).toBe('2 × box is not allowed.');
    expect(withdrawn.regions.map(({ allowed }) => allowed)).toEqual([false, false]);
  });

  it('leaves out what is of other labels', () => {
    expect(seenBy([region('cyst')], [label({})])).toEqual({ regions: [], sentence: 'Nothing is marked as it here.' });
  });

  it('says what was of the label and is of none any more, such as a mask whose value has changed', () => {
    const masks = [region('3', box, 3)];
    expect(seenBy(masks, [label({ value: 3 })]).sentence).toBe('1 annotation, which is allowed.');
    expect(seenBy(masks, [label({ value: 5 })], [label({ value: 3 })]).sentence).toBe(
      '1 annotation is of no label any more.',
    );
  });
});
