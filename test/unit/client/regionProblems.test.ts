import { describe, expect, it } from 'vitest';
import type { Annotation, Shape } from '../../../server/src/annotations/annotation';
import type { PreviewLabel } from '../../../server/src/requests';
import { regionProblems } from '../../../client/src/preview/webview/regionProblems';

const marked = (shape: Shape): Annotation => ({ id: '1', label: { name: 'a' }, shape, attributes: new Map() });
const box = marked({ type: 'box', x: 2, y: 2, width: 6, height: 6 });
const style = (geometry?: string[]) => ({ name: 'Nodule', label: { geometry } as unknown as PreviewLabel });

describe('what is wrong with an annotation', () => {
  it('is a geometry that its label may not have', () => {
    expect(regionProblems(box, style(['mask', 'polygon']), undefined)).toEqual([
      '“Nodule” is marked as a box, not as mask, polygon.',
    ]);
    expect(regionProblems(box, style(['box']), undefined)).toEqual([]);
    expect(regionProblems(box, style(), undefined)).toEqual([]);
    expect(regionProblems(box, { name: 'a', label: undefined }, undefined)).toEqual([]);
  });

  it('is a place beyond the image', () => {
    expect(regionProblems(box, style(), { width: 8, height: 8 })).toEqual([]);
    expect(regionProblems(box, style(), { width: 8, height: 7 })).toEqual(['It reaches beyond the image.']);
  });
});
