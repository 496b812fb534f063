import type { PreviewResult } from '../../../server/src/requests';
import type { Position, Range } from '../../../server/src/yaml/position';
import { sampleKey } from './samples';

/**
 * What stands under the cursor of a guideline's text: a sample (by key), a label (by id), neither; nothing at all when the
 * text is no part of what is previewed.
 */
export function cursorTarget(
  { labels, samples }: Pick<PreviewResult, 'labels' | 'samples'>,
  uri: string,
  cursor: Position,
): { readonly sample?: string; readonly label?: string } | undefined {
  const same = (each: { readonly uri: string }) => decoded(each.uri) === decoded(uri);
  const ours = [...labels, ...samples].some(same);
  if (!ours) return undefined;
  const sample = samples.find((each) => same(each) && holds(each.entryRange, cursor));
  const label = labels.find((each) => same(each) && holds(each.entryRange, cursor));
  return { sample: sample && sampleKey(sample), label: label?.id };
}

/** Encoding differs from one writer of URIs to another: `c%3A` and `c:` are one. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** From the start of its first line to its end; the start of the line after belongs to the next entry. */
function holds({ start, end }: Range, { line, character }: Position): boolean {
  const before = line < end.line || (line === end.line && character <= end.character && end.character > 0);
  return line >= start.line && before;
}
