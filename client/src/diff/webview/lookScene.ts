import type { PreviewLabel } from '../../../../server/src/requests';
import type { Region } from '../../viewer/webview/geometry';
import type { LabelStyle } from '../../preview/webview/labelStyles';
import { createLabelStyles } from '../../preview/webview/labelStyles';
import type { LookSample, PageLook } from '../protocol';
import type { LookPicture } from './lookPicture';
import type { SampleRegions } from './lookSample';

/** A region as one version draws it. */
export interface SeenRegion {
  readonly region: Region;
  readonly style: LabelStyle;
  /** Whether the version allows an annotation of this kind. */
  readonly allowed: boolean;
}

export interface SeenSide {
  readonly regions: readonly SeenRegion[];
  /** What of it the version allows. */
  readonly sentence: string;
}

/** A sample as both versions draw it; without a picture when no sample shows the label. */
export interface LookScene {
  readonly picture?: LookPicture;
  /** Which of the samples it is, and which of them show the label. */
  readonly index: number;
  readonly fitting: readonly number[];
  readonly title: string;
  readonly before: SeenSide;
  readonly after: SeenSide;
}

/** Pictures and annotations that were read stay in memory, so many of them. */
const mostKept = 12;

/** Loads samples as two versions of a label draw them; `choice` is the sample that is wanted, by its number. */
export function createLookLoader(
  loadPicture: (sample: LookSample, slice: number) => Promise<LookPicture | undefined>,
  loadRegions: (sample: LookSample) => Promise<SampleRegions>,
): (look: PageLook, choice: number) => Promise<LookScene> {
  const pictures = kept(loadPicture);
  const regions = kept(loadRegions);

  return async ({ before, after, samples }, choice) => {
    const seen = await Promise.all(
      samples.map(async (sample) => {
        const { former, now, slice } = await regions(sample);
        return { slice, before: seenBy(former, before), after: seenBy(now, after, before) };
      }),
    );
    const nothing = { regions: [], sentence: '' };
    const fitting = seen.flatMap((each, i) => (each.before.regions.length || each.after.regions.length ? [i] : []));
    for (const index of [...fitting.filter((each) => each === choice), ...fitting]) {
      const [sample, sides] = [samples[index], seen[index]];
      const picture = sample && sides && (await pictures(sample, sides.slice));
      if (picture) return { picture, index, fitting, title: sample.caption ?? '', ...sides };
    }
    return { index: 0, fitting: [], title: '', before: nothing, after: nothing };
  };
}

/** The regions of a label as a version has it; with `former`, those too that it had in another version and has not now. */
export function seenBy(
  regions: readonly Region[],
  labels: readonly PreviewLabel[],
  former: readonly PreviewLabel[] = [],
): SeenSide {
  const [styleOf, formerStyleOf] = [createLabelStyles(labels), createLabelStyles(former)];
  const seen = regions.flatMap((region): SeenRegion[] => {
    const { label: key, shape } = region.annotation;
    const style = styleOf(key);
    if (style.label) return [{ region, style, allowed: style.label.geometry?.includes(shape.type) ?? true }];
    return formerStyleOf(key).label ? [{ region, style, allowed: false }] : [];
  });
  return { regions: seen, sentence: sentenceOf(seen) };
}

function sentenceOf(seen: readonly SeenRegion[]): string {
  if (!seen.length) return 'Nothing is marked as it here.';
  const lost = seen.filter(({ style }) => !style.label).length;
  const kinds = new Map<string, number>();
  for (const { region, style, allowed } of seen) {
    const { type } = region.annotation.shape;
    if (!allowed && style.label) kinds.set(type, (kinds.get(type) ?? 0) + 1);
  }
  const parts = [...kinds].map(([type, count]) => `${count} × ${type} is not allowed`);
  if (lost) parts.push(`${lost} ${lost === 1 ? 'annotation is' : 'annotations are'} of no label any more`);
  if (parts.length) return `${capitalised(parts.join('; '))}.`;
  return seen.length === 1 ? '1 annotation, which is allowed.' : `${seen.length} annotations, all allowed.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A function of samples that remembers the last answers. */
function kept<T, Rest extends readonly unknown[]>(
  load: (sample: LookSample, ...rest: Rest) => Promise<T>,
): (sample: LookSample, ...rest: Rest) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (sample, ...rest) => {
    const key = JSON.stringify([sample.image, sample.annotations, sample.formerAnnotations?.length, ...rest]);
    const answer = answers.get(key) ?? load(sample, ...rest);
    answers.delete(key);
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
