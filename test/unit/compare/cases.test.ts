import { describe, expect, it } from 'vitest';
import { attributesCases } from '../../fixtures/changes/attributes';
import { effectiveCases } from '../../fixtures/changes/effective';
import { followedCases } from '../../fixtures/changes/followed';
import { labelsCases } from '../../fixtures/changes/labels';
import { protocolCases } from '../../fixtures/changes/protocol';
import { sidesCases } from '../../fixtures/changes/sides';
import { tombstonesCases } from '../../fixtures/changes/tombstones';
import { wordingCases } from '../../fixtures/changes/wording';
import { compareFiles, documentText, lines } from './guidelines';

const groups = [
  { of: 'labels', kind: 'taxonomy', cases: labelsCases },
  { of: 'ids that others follow', kind: 'taxonomy', cases: followedCases },
  { of: 'sides', kind: 'taxonomy', cases: sidesCases },
  { of: 'labels that come, go and carry more', kind: 'taxonomy', cases: tombstonesCases },
  { of: 'wording', kind: 'taxonomy', cases: wordingCases },
  { of: 'effective labels', kind: 'taxonomy', cases: effectiveCases },
  { of: 'attributes', kind: 'taxonomy', cases: attributesCases },
  { of: 'protocols', kind: 'protocol', cases: protocolCases },
] as const;

describe.each(groups)('changes of $of', ({ kind, cases }) => {
  it.each(cases)('$title', async ({ before, after, expected }) => {
    const name = `a.${kind}.yaml`;
    const compared = await compareFiles(
      { [name]: documentText(kind, before.trimStart()) },
      { [name]: documentText(kind, after.trimStart()) },
    );
    expect(lines(compared)).toEqual(expected);
  });
});
