import { describe, expect, it } from 'vitest';
import type { PageSample } from '../../../client/src/preview/protocol';
import { createKnownProblems } from '../../../client/src/preview/webview/knownProblems';
import { createLabelStyles } from '../../../client/src/preview/webview/labelStyles';

const sample: PageSample = {
  key: 'k',
  id: 'large',
  kind: 'typical',
  caption: undefined,
  shows: [],
  about: [],
  problems: [],
  windows: [],
  image: 'a.png?v=0',
  imageName: 'a.png',
};
const styleOf = createLabelStyles([]);
const classification = {
  id: '1',
  label: { name: 'nodule' },
  shape: { type: 'classification' },
  attributes: new Map<string, string>(),
} as const;

describe('what is known to be wrong with a sample', () => {
  it('is what the server says, what the page read, and labels that are not in the taxonomy', () => {
    const known = createKnownProblems();
    const said = { ...sample, problems: ['Said.'] };
    expect(known.of(said, styleOf)).toEqual(['Said.']);
    known.loaded(said, {
      problems: ['Found.'],
      regions: [],
      volumes: new Map(),
      classifications: [classification, classification],
    });
    expect(known.of(said, styleOf)).toEqual(['Said.', 'Found.', 'Not in the taxonomy: “nodule”.']);
  });

  it('is forgotten with the file', () => {
    const known = createKnownProblems();
    known.loaded(sample, { problems: ['Found.'], regions: [], volumes: new Map(), classifications: [] });
    expect(known.of({ ...sample, image: 'a.png?v=1' }, styleOf)).toEqual([]);
  });

  it('is a broken thumbnail, until the sample itself was read', () => {
    const known = createKnownProblems();
    known.broken(sample, 'The image a.png cannot be shown. It is broken.');
    expect(known.of(sample, styleOf)).toEqual(['The image a.png cannot be shown. It is broken.']);
    known.loaded(sample, { problems: [], regions: [], volumes: new Map(), classifications: [] });
    expect(known.of(sample, styleOf)).toEqual([]);
  });
});
