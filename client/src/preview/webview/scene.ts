import type { Annotation, LabelKey } from '../../../../server/src/annotations/annotation';
import type { StyledRegion, StyledVolume } from '../../viewer/webview/marks';
import type { PageSample } from '../protocol';
import type { LabelStyle } from './labelStyles';
import type { LegendEntry } from './legend';
import type { LoadedSample } from './loadSample';

type StyleOf = (key: LabelKey) => LabelStyle;

/** What the reader wants to see of the labels. */
export interface Wanted {
  readonly hidden: ReadonlySet<string>;
  /** From 0 to 1, by the key of a label; 1 where absent. */
  readonly opacities: ReadonlyMap<string, number>;
}

/** All annotations of a sample, what is said of the whole image last. */
export function annotationsOf({
  regions,
  volumes,
  classifications,
}: Pick<LoadedSample, 'regions' | 'volumes' | 'classifications'>): readonly Annotation[] {
  const voxels = [...volumes.values()].flat().map(({ annotation }) => annotation);
  return [...voxels, ...regions.map(({ annotation }) => annotation), ...classifications];
}

/** The regions and volumes of a sample as they are drawn now, without those of hidden labels. */
export function styledMarks(
  { regions, volumes }: Pick<LoadedSample, 'regions' | 'volumes'>,
  styleOf: StyleOf,
  { hidden, opacities }: Wanted,
): { readonly regions: readonly StyledRegion[]; readonly volumes: readonly StyledVolume[] } {
  const mark = (key: LabelKey) => {
    const style = styleOf(key);
    const opacity = opacities.get(style.key) ?? 1;
    return { ...style, isKnown: style.label !== undefined, skeleton: style.label?.skeleton ?? [], opacity };
  };
  return {
    regions: regions
      .map((region) => ({ region, style: mark(region.annotation.label) }))
      .filter(({ style }) => !hidden.has(style.key)),
    volumes: [...volumes].map(([volume, members]) => ({
      volume,
      marks: new Map(
        members
          .map(({ annotation, value }) => [value, { annotation, style: mark(annotation.label) }] as const)
          .filter(([, { style }]) => !hidden.has(style.key)),
      ),
    })),
  };
}

/** The labels of a sample with their annotations: in the order of the guideline, what it does not have at the end. */
export function legendEntries(
  sample: Pick<LoadedSample, 'regions' | 'volumes' | 'classifications'>,
  styleOf: StyleOf,
): readonly LegendEntry[] {
  const entries = new Map<string, LegendEntry & { readonly annotations: Annotation[] }>();
  for (const annotation of annotationsOf(sample)) {
    const style = styleOf(annotation.label);
    const entry = entries.get(style.key) ?? { style, annotations: [] };
    entry.annotations.push(annotation);
    entries.set(style.key, entry);
  }
  return [...entries.values()].sort((a, b) => a.style.order - b.style.order);
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
