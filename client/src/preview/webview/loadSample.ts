import type { Annotation, AnnotatedImage, AnnotationFile } from '../../../../server/src/annotations/annotation';
import { formatNames, imageNamed, readAnnotations } from '../../../../server/src/annotations/read';
import type { PageSample } from '../protocol';
import type { Region } from './geometry';
import { toRegion } from './geometry';

/** A sample with its pixels and annotations. What could not be read stands in `problems`, in sentences. */
export interface LoadedSample {
  readonly picture?: ImageBitmap;
  readonly regions: readonly Region[];
  /** Annotations without a place: they speak of the whole image. */
  readonly classifications: readonly Annotation[];
  readonly problems: readonly string[];
}

interface Part<T> {
  readonly value?: T;
  readonly problems: readonly string[];
}

/** Pictures stay in memory for this many samples. */
const kept = 12;

/** Loads samples; what was loaded is not read again while its address stays the same. */
export function createSampleLoader(): (sample: PageSample) => Promise<LoadedSample> {
  const loaded = new Map<string, Promise<LoadedSample>>();
  return (sample) => {
    const key = JSON.stringify([sample.image, sample.annotations]);
    const known = loaded.get(key) ?? load(sample);
    loaded.delete(key);
    loaded.set(key, known);
    const [oldest] = loaded.keys();
    if (loaded.size > kept && oldest !== undefined) loaded.delete(oldest);
    return known;
  };
}

async function load(sample: PageSample): Promise<LoadedSample> {
  const loading = loadPicture(sample);
  const [picture, file] = await Promise.all([loading, loadAnnotations(sample, loading)]);
  const image = file.value && imageNamed(file.value.images, sample.imageName ?? '');
  const problems = [...picture.problems, ...file.problems];
  if (file.value && !image) {
    problems.push(`${sample.annotationsName} says nothing of an image named ${sample.imageName ?? 'like this'}.`);
  }
  if (image && picture.value) problems.push(...sizeProblems(image, picture.value));
  const annotations = image?.annotations ?? [];
  return {
    picture: picture.value,
    regions: annotations.map(toRegion).filter((region) => region !== undefined),
    classifications: annotations.filter(({ shape }) => shape.type === 'classification'),
    problems,
  };
}

async function loadPicture({ image, imageName, problems }: PageSample): Promise<Part<ImageBitmap>> {
  const response = image && (await fetched(image));
  if (!response)
    return { problems: unlessSaid(problems, `The image ${imageName ?? ''} is not there, or cannot be read.`) };
  try {
    return { value: await createImageBitmap(await response.blob()), problems: [] };
  } catch {
    return { problems: [imageProblem(imageName)] };
  }
}

/** Why an image that is there cannot be shown. */
export function imageProblem(name: string | undefined): string {
  return /\.(png|jpe?g|webp|bmp)$/i.test(name ?? '')
    ? `The image ${name} is broken, or not an image.`
    : `The image ${name} cannot be shown: PNG, JPEG, WebP and BMP can.`;
}

async function loadAnnotations(
  { annotations, annotationsName, problems: said }: PageSample,
  picture: Promise<Part<ImageBitmap>>,
): Promise<Part<AnnotationFile>> {
  if (!annotations) return { problems: [] };
  const response = await fetched(annotations);
  if (!response)
    return { problems: unlessSaid(said, `The annotations ${annotationsName} are not there, or cannot be read.`) };
  const value = await readAnnotations(new Uint8Array(await response.arrayBuffer()), {
    name: annotationsName,
    isNamed: true,
    imageSize: (await picture).value,
    beside: async (path) => {
      const other = await fetched(new URL(path, annotations).href);
      return other && new Uint8Array(await other.arrayBuffer());
    },
  });
  if (!value) return { problems: [`${annotationsName} is in no format that can be read: ${formatNames}.`] };
  return { value, problems: value.problems };
}

/** The server has looked for the files already: what it found missing need not be said twice. */
function unlessSaid(said: readonly string[], sentence: string): readonly string[] {
  return said.length ? [] : [sentence];
}

async function fetched(address: string): Promise<Response | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? response : undefined;
  } catch {
    return undefined;
  }
}

function sizeProblems({ width, height }: AnnotatedImage, picture: ImageBitmap): string[] {
  if (!width || !height || (width === picture.width && height === picture.height)) return [];
  return [
    `The annotations were made on an image of ${width} × ${height} pixels; this one has ${picture.width} × ${picture.height}.`,
  ];
}
