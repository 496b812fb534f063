import fc from 'fast-check';
import { edit, text } from '../../yaml/support/arbitrary';
import { expectSameAsFresh, openFiles } from './kept';

const paths = ['a.taxonomy.yaml', 'a.protocol.yaml', 'labelwright.yaml'];

const heads: Readonly<Record<string, string>> = {
  'a.taxonomy.yaml': 'taxonomy: a\nversion: 1.0.0\ntitle: A\nlabels:\n',
  'a.protocol.yaml': 'protocol: a\nversion: 1.0.0\ntitle: A\n',
};

/** A file with the path it is opened as. */
type File = readonly [path: string, text: string];

/** A file of any kind: a guideline, written as editors of all systems write it, or a text that may be anything. */
function files(guidelines: readonly File[], texts: readonly string[]): fc.Arbitrary<File> {
  const any = texts.length > 0 ? fc.oneof(text, fc.constantFrom(...texts)) : text;
  const written = fc.constantFrom(
    (lines: string) => lines,
    (lines: string) => lines.replaceAll('\n', '\r\n'),
    (lines: string) => lines.replaceAll('\n', '\r'),
    (lines: string) => `\ufeff${lines}`,
  );
  return fc.oneof(
    fc.tuple(fc.constantFrom(...guidelines), written).map(([[path, lines], write]) => [path, write(lines)] as const),
    fc
      .tuple(fc.constantFrom(...paths), any, fc.boolean())
      .map(([path, lines, hasHead]) => [path, `${hasHead ? (heads[path] ?? '') : ''}${lines}`] as const),
  );
}

/**
 * Law: after each edit of any file, the problems that are found bit by bit are those of a fresh look. It begins with
 * `guidelines`, with `texts`, and with texts that are made up.
 */
export async function expectLawOfProblems(
  guidelines: readonly File[],
  texts: readonly string[],
  options: { readonly numRuns: number; readonly seed?: number },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      files(guidelines, texts),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      async ([path, start], edits) => {
        const open = openFiles({ [path]: start });
        await open.problems(path);
        for (const { at, length, inserted } of edits) {
          const from = Math.floor(at * open.text(path).length);
          open.edit(path, { start: from, end: Math.min(from + length, open.text(path).length), text: inserted });
          await expectSameAsFresh(open, [path]);
        }
      },
    ),
    options,
  );
}
