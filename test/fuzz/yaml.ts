import fc from 'fast-check';
import { parseYaml } from '../../server/src/yaml/parseDocument';
import { edit, text } from '../unit/yaml/support/arbitrary';
import { applyEdit, expectSameAsFresh, expectSameAsParser } from '../unit/yaml/support/laws';

/** What to fuzz: how long, from which seed on, and with which texts besides our own. */
export interface FuzzOptions {
  readonly minutes: number;
  readonly seed: number;
  readonly texts: readonly string[];
}

/** Edits random texts until the time is over, and checks the laws of reading in blocks after each edit. */
export function fuzz({ minutes, seed: firstSeed, texts }: FuzzOptions): void {
  for (const content of texts) expectSameAsParser(parseYaml(content));
  const start = texts.length > 0 ? fc.oneof(text, fc.constantFrom(...texts)) : text;
  const end = Date.now() + minutes * 60_000;
  let edits = 0;
  for (let seed = firstSeed; Date.now() < end; seed++) {
    fc.assert(
      fc.property(start, fc.array(edit, { minLength: 1, maxLength: 8 }), (content, changes) => {
        let document = parseYaml(content);
        for (const change of changes) {
          document = applyEdit(document, change);
          expectSameAsFresh(document);
          expectSameAsParser(document);
          edits++;
        }
      }),
      { numRuns: 200, seed },
    );
    process.stdout.write(`\rseed ${seed}, ${edits} edits `);
  }
  process.stdout.write('\n');
}
