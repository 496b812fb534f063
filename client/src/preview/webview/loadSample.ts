import type { Annotation, AnnotatedImage, MaskVolume } from '../../../../server/src/annotations/annotation';
import { formatNames, imageNamed } from '../../../../server/src/annotations/formats';
import type { Decoder, OpenPicture } from '../../viewer/webview/decoder';
import type { Region } from '../../viewer/webview/geometry';
import { toRegion } from '../../viewer/webview/geometry';
import type { PictureInfo } from '../../viewer/webview/planes';
import type { FittedAnnotations } from '../../viewer/webview/worker/messages';
import type { PageSample } from '../protocol';

/** A sample with its picture and annotations. What could not be read stands in `problems`, in sentences. */
export interface LoadedSample {
  readonly picture?: OpenPicture;
  readonly regions: readonly Region[];
  /** The annotations that are voxels, by the volume they share. */
  readonly volumes: ReadonlyMap<MaskVolume, readonly VolumeAnnotation[]>;
  /** Annotations without a place: they speak of the whole image. */
  readonly classifications: readonly Annotation[];
  /** The slice or frame on which most is marked, from 0. */
  readonly start?: number;
  readonly problems: readonly string[];
  /** The annotations are still being read. */
  readonly unfinished?: boolean;
}

export interface VolumeAnnotation {
  readonly annotation: Annotation;
  readonly value: number;
}

interface Part<T> {
  readonly value?: T;
  readonly problems: readonly string[];
}

/** So many samples stay open. */
const kept = 4;

/** `early` is given the picture alone, where its annotations come later. */
export type LoadSample = (sample: PageSample, early: (picture: LoadedSample) => void) => Promise<LoadedSample>;

/** Loads samples; what was loaded is not read again while its address stays the same. */
export function createSampleLoader(decoder: Decoder): LoadSample {
  const loaded = new Map<string, Loading>();
  return (sample, early) => {
    const key = filesOf(sample);
    const known = loaded.get(key) ?? startLoading(sample, decoder);
    known.onEarly(early);
    loaded.delete(key);
    loaded.set(key, known);
    const [oldest] = loaded;
    if (loaded.size > kept && oldest) {
      loaded.delete(oldest[0]);
      void oldest[1].whole.then(({ picture }) => picture?.close());
    }
    return known.whole;
  };
}

interface Loading {
  readonly whole: Promise<LoadedSample>;
  /** Called with the picture alone, if it is there before its annotations: at once when it is there already. */
  onEarly(take: (picture: LoadedSample) => void): void;
}

function startLoading(sample: PageSample, decoder: Decoder): Loading {
  const waiting: ((picture: LoadedSample) => void)[] = [];
  let picture: LoadedSample | undefined;
  let done = false;
  const whole = load(sample, decoder, (first) => {
    picture = first;
    waiting.forEach((take) => take(first));
  }).finally(() => (done = true));
  return {
    whole,
    onEarly(take) {
      if (done) return;
      if (picture) take(picture);
      else waiting.push(take);
    },
  };
}

/** The same while none of a sample's files has changed. */
export function filesOf({ image, series, annotations }: Pick<PageSample, 'image' | 'series' | 'annotations'>): string {
  return JSON.stringify([image, series?.map(({ address }) => address), annotations]);
}

async function load(
  sample: PageSample,
  decoder: Decoder,
  early: (picture: LoadedSample) => void,
): Promise<LoadedSample> {
  const opening = loadPicture(sample, decoder);
  const reading = loadAnnotations(
    sample,
    decoder,
    opening.then(({ value }) => value?.info),
    () => void opening.then((picture) => early(alone(picture))),
  );
  const [picture, read] = [await opening, await reading];
  const file = read.value?.file;
  const image = file && imageNamed(file.images, sample.imageName ?? '');
  const problems = [...picture.problems, ...(picture.value?.info.notes ?? []), ...read.problems];
  if (file && !image) {
    problems.push(`${sample.annotationsName} says nothing of an image named ${sample.imageName ?? 'like this'}.`);
  }
  const annotations = image?.annotations ?? [];
  // Of voxels it was said already whether they fit.
  const flat = annotations.some(({ shape }) => shape.type !== 'volume' && shape.type !== 'classification');
  if (image && picture.value && flat) problems.push(...sizeProblems(image, picture.value));
  const volumes = new Map<MaskVolume, VolumeAnnotation[]>();
  for (const annotation of annotations) {
    const { shape } = annotation;
    if (shape.type !== 'volume') continue;
    const members = volumes.get(shape.volume) ?? [];
    members.push({ annotation, value: shape.value });
    volumes.set(shape.volume, members);
  }
  return {
    picture: picture.value,
    regions: annotations.map(toRegion).filter((region) => region !== undefined),
    volumes,
    classifications: annotations.filter(({ shape }) => shape.type === 'classification'),
    start: read.value?.busiest ?? annotations.find(({ frame }) => frame !== undefined)?.frame,
    problems,
  };
}

/** A picture whose annotations are still being read. */
function alone({ value, problems }: Part<OpenPicture>): LoadedSample {
  const notes = [...problems, ...(value?.info.notes ?? [])];
  return { picture: value, regions: [], volumes: new Map(), classifications: [], problems: notes, unfinished: true };
}

async function loadPicture({ image, series, imageName }: PageSample, decoder: Decoder): Promise<Part<OpenPicture>> {
  // The server has looked for the files already: what it found missing need not be said twice.
  if (!image && !series) return { problems: [] };
  try {
    const files = series ?? [{ name: imageName ?? 'image', address: image! }];
    return { value: await decoder.open(files), problems: [] };
  } catch (error) {
    return { problems: [imageProblem(imageName, error)] };
  }
}

/** Why an image that is there cannot be shown. */
export function imageProblem(name: string | undefined, error: unknown): string {
  return `The image ${name ?? ''} cannot be shown. ${error instanceof Error ? error.message : String(error)}`;
}

async function loadAnnotations(
  { annotations, annotationsName = 'annotations' }: PageSample,
  decoder: Decoder,
  picture: Promise<PictureInfo | undefined>,
  late: () => void,
): Promise<Part<FittedAnnotations>> {
  if (!annotations) return { problems: [] };
  try {
    const value = await decoder.annotations({ name: annotationsName, address: annotations }, picture, late);
    if (!value) return { problems: [`${annotationsName} is in no format that can be read: ${formatNames}.`] };
    return { value, problems: value.file.problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [`The annotations ${annotationsName} cannot be shown. ${reason}`] };
  }
}

function sizeProblems({ width, height, isRelative }: AnnotatedImage, { info }: OpenPicture): string[] {
  if (isRelative || !width || !height || (width === info.width && height === info.height)) return [];
  return [
    `The annotations were made on an image of ${width} × ${height} pixels; this one has ${info.width} × ${info.height}.`,
  ];
}
