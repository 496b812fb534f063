import type { Diagnostic } from 'vscode';
import type { Range } from '../../../server/src/yaml/position';

/** What the page finds out by itself, in words that fit there. */
const knownToPage = new Set(['sample-file-must-exist', 'sample-annotations-match']);

/** What the checks say of a sample, by the diagnostics of its document and the range of its entry: sentences. */
export function sampleProblems(
  diagnostics: readonly Pick<Diagnostic, 'range' | 'message' | 'code' | 'source'>[],
  { start, end }: Range,
): readonly string[] {
  const within = (line: number) => line >= start.line && line <= end.line;
  return diagnostics
    .filter(({ range, source, code }) => {
      const rule = typeof code === 'object' ? code.value : code;
      return source === 'labelwright' && within(range.start.line) && !knownToPage.has(String(rule));
    })
    .map(({ message }) => message);
}
