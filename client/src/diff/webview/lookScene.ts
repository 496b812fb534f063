import type { AnnotatedImage } from '../../../../server/src/annotations/annotation';
import { checkedFile } from '../../../../server/src/annotations/checked';
import { imageNamed } from '../../../../server/src/annotations/formats';
import { readText } from '../../../../server/src/annotations/readText';
import type { PreviewLabel } from '../../../../server/src/requests';
import type { Region } from '../../viewer/webview/geometry';
import { toRegion } from '../../viewer/webview/geometry';
import type { LabelStyle } from '../../preview/webview/labelStyles';
import { createLabelStyles } from '../../preview/webview/labelStyles';
import type { LookSample, PageLook } from '../protocol';

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
  readonly picture?: ImageBitmap;
  /** Which of the samples it is, and which of them show the label. */
  readonly index: number;
  readonly fitting: readonly number[];
  readonly title: string;
  readonly before: SeenSide;
  readonly after: SeenSide;
}

/** The annotations of a sample's image, as they were and as they are. */
interface LookAnnotations {
  readonly former: readonly Region[];
  readonly now: readonly Region[];
}

/** Pictures and annotations that were read stay in memory, so many of them. */
const mostKept = 12;

/** Loads samples as two versions of a label draw them; `choice` is the sample that is wanted, by its number. */
export function createLookLoader(
  loadPicture: (sample: LookSample) => Promise<ImageBitmap | undefined>,
): (look: PageLook, choice: number) => Promise<LookScene> {
  const pictures = kept(loadPicture);
  const annotations = kept(loadAnnotations);

  return async ({ before, after, samples }, choice) => {
    const seen = await Promise.all(
      samples.map(async (sample) => {
        const { former, now } = await annotations(sample);
        return { before: seenBy(former, before), after: seenBy(now, after, before) };
      }),
    );
    const nothing = { regions: [], sentence: '' };
    const fitting = seen.flatMap((each, i) => (each.before.regions.length || each.after.regions.length ? [i] : []));
    for (const index of [...fitting.filter((each) => each === choice), ...fitting]) {
      const [sample, sides] = [samples[index], seen[index]];
      const picture = sample && (await pictures(sample));
      if (picture && sides) return { picture, index, fitting, title: sample.caption ?? '', ...sides };
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
function kept<T>(load: (sample: LookSample) => Promise<T>): (sample: LookSample) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (sample) => {
    const key = JSON.stringify([sample.image, sample.annotations, sample.formerAnnotations?.length]);
    const answer = answers.get(key) ?? load(sample);
    answers.delete(key);
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}

async function loadAnnotations({ annotations, formerAnnotations, imageName }: LookSample): Promise<LookAnnotations> {
  const response = await fetch(annotations).catch(() => undefined);
  const now = response?.ok ? await regionsOf(await response.text(), imageName) : [];
  return { former: formerAnnotations === undefined ? now : await regionsOf(formerAnnotations, imageName), now };
}

/** Of annotations that cannot be read there are none; the preview says why. */
async function regionsOf(text: string, imageName: string): Promise<readonly Region[]> {
  const file = await readText(text).then(
    (read) => read && checkedFile(read),
    () => undefined,
  );
  const image: AnnotatedImage | undefined = imageNamed(file?.images ?? [], imageName);
  return (image?.annotations ?? []).map(toRegion).filter((region) => region !== undefined);
}
