import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../server/src/yaml/parseDocument';
import { edit, text } from './support/arbitrary';
import { applyEdit, expectSameAsFresh, expectSameAsParser } from './support/laws';
import { samples } from './support/samples';

// fast-check prints the seed and the path of a failure; give them here to see it again.
describe('laws of reading in blocks', { timeout: 60_000 }, () => {
  it('an edited document is what a fresh one of the same text is', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (content, edits) => {
        let document = parseYaml(content);
        for (const change of edits) {
          document = applyEdit(document, change);
          expectSameAsFresh(document);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('several changes at once are the same as one after the other', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 2, maxLength: 5 }), (content, edits) => {
        let steps = parseYaml(content);
        const changes = edits.map(({ at, length, inserted }) => {
          const start = Math.floor(at * steps.text.length);
          const range = { start: steps.text.positionAt(start), end: steps.text.positionAt(start + length) };
          steps = steps.edit([{ range, text: inserted }]);
          return { range, text: inserted };
        });
        const document = parseYaml(content).edit(changes);
        expect(document.text.slice()).toBe(steps.text.slice());
        expectSameAsFresh(document);
      }),
      { numRuns: 100 },
    );
  });

  it('an older document can still be asked and edited', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 2, maxLength: 4 }), (content, edits) => {
        const first = parseYaml(content);
        for (const change of edits) {
          expectSameAsFresh(applyEdit(applyEdit(first, change), change));
          expectSameAsFresh(first);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('where no block has an error the tree is that of the YAML parser, and its errors are ours', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 3 }), (content, edits) => {
        expectSameAsParser(edits.reduce(applyEdit, parseYaml(content)));
      }),
      { numRuns: 500 },
    );
  });

  it.each(samples)('%j reads as the YAML parser reads it', (content) => {
    expectSameAsParser(parseYaml(content));
  });
});
