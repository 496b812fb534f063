import type { Annotation, LabelKey } from '../../../../server/src/annotations/annotation';
import type { PageSample } from '../protocol';
import type { StyledRegion } from './draw';
import type { LabelStyle } from './labelStyles';
import type { LegendEntry } from './legend';
import type { LoadedSample } from './loadSample';

type StyleOf = (key: LabelKey) => LabelStyle;

/** The regions of a sample as they are drawn now, without those of hidden labels. */
export function styledRegions(
  { regions }: Pick<LoadedSample, 'regions'>,
  styleOf: StyleOf,
  hidden: ReadonlySet<string>,
): readonly StyledRegion[] {
  return regions
    .map((region) => ({ region, style: styleOf(region.annotation.label) }))
    .filter(({ style }) => !hidden.has(style.key));
}

/** The labels of a sample with their annotations, what is said of the whole image last. */
export function legendEntries(
  { regions, classifications }: Pick<LoadedSample, 'regions' | 'classifications'>,
  styleOf: StyleOf,
): readonly LegendEntry[] {
  const entries = new Map<string, LegendEntry & { readonly annotations: Annotation[] }>();
  for (const annotation of [...regions.map((region) => region.annotation), ...classifications]) {
    const style = styleOf(annotation.label);
    const entry = entries.get(style.key) ?? { style, annotations: [] };
    entry.annotations.push(annotation);
    entries.set(style.key, entry);
  }
  return [...entries.values()];
}

/** The picture in words, for those who do not see it. */
export function describeScene(sample: PageSample | undefined, entries: readonly LegendEntry[]): string {
  if (!sample) return 'No sample';
  const labels = entries.map(({ style, annotations }) => {
    const name = style.label ? style.name : `${style.name} (not in the taxonomy)`;
    return annotations.length > 1 ? `${annotations.length} × ${name}` : name;
  });
  const marked = labels.length ? `Marked on it: ${labels.join(', ')}.` : 'Nothing is marked on it.';
  return [`Sample ${sample.id}.`, sample.caption, marked].filter(Boolean).join(' ');
}
