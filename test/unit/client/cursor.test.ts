import { describe, expect, it } from 'vitest';
import type { PreviewResult } from '../../../server/src/requests';
import { cursorTarget } from '../../../client/src/preview/cursor';

const range = (from: number, to: number, character = 0) => ({
  start: { line: from, character: 2 },
  end: { line: to, character },
});

const labels = [
  { id: 'a', uri: 'file:///c%3A/t.yaml', entryRange: range(3, 6) },
  { id: 'b', uri: 'file:///c%3A/t.yaml', entryRange: range(6, 8, 20) },
] as unknown as PreviewResult['labels'];
const samples = [
  { id: 's', uri: 'file:///c%3A/p.yaml', entryRange: range(3, 6, 4) },
] as unknown as PreviewResult['samples'];

const at = (uri: string, line: number, character = 0) => cursorTarget({ labels, samples }, uri, { line, character });

describe('cursorTarget', () => {
  it('is the label around the cursor', () => {
    expect(at('file:///c:/t.yaml', 4)).toEqual({ label: 'a' });
    expect(at('file:///c:/t.yaml', 3)).toEqual({ label: 'a' });
    expect(at('file:///c:/t.yaml', 8, 20)).toEqual({ label: 'b' });
  });

  it('gives the line where one entry ends and the next begins to the next', () => {
    expect(at('file:///c:/t.yaml', 6)).toEqual({ label: 'b' });
  });

  it('is the sample around the cursor', () => {
    expect(at('file:///c:/p.yaml', 5)).toEqual({ sample: 'file:///c%3A/p.yaml#s' });
  });

  it('is neither in the rest of the guideline', () => {
    expect(at('file:///c:/t.yaml', 0)).toEqual({});
  });

  it('is nothing in another file', () => {
    expect(at('file:///c:/other.yaml', 4)).toBeUndefined();
  });
});
