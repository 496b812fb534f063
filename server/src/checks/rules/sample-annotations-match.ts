import type { AnnotatedImage, Annotation, Shape } from '../../annotations/annotation';
import { boundsOf } from '../../annotations/bounds';
import type { ImageSize } from '../../annotations/imageSize';
import { imageSize } from '../../annotations/imageSize';
import type { MatchableLabel } from '../../annotations/match';
import { matchLabel } from '../../annotations/match';
import { imageNamed, readAnnotations } from '../../annotations/read';
import type { Sample } from '../../model/protocol';
import type { Geometry } from '../../model/taxonomy';
import type { ResolvedProtocol } from '../../workspace/workspace';
import type { Finding } from '../problem';
import type { Surroundings, SurroundingsRule } from '../rule';
import { counted, listed, quoted } from '../words';
import { protocolExample } from './examples';
import { sampleBytes, largest, sampleUri } from './sampleFiles';

const coco = (name: string) =>
  JSON.stringify({
    images: [{ id: 1, file_name: 'nodule.png', width: 100, height: 100 }],
    categories: [{ id: 1, name }],
    annotations: [{ id: 1, image_id: 1, category_id: 1, bbox: [10, 10, 20, 20] }],
  });
const sample = 'labels: [nodule]\nsamples:\n  typical: {image: nodule.png, annotations: nodule.json, shows: [nodule]}';

export const sampleAnnotationsMatch: SurroundingsRule = {
  id: 'sample-annotations-match',
  family: 'samples',
  level: 'error',
  scope: 'surroundings',
  docs: {
    what: 'The annotations of a sample can be read, have labels of the taxonomy, are marked in a way the guideline allows, and lie on the image, which has the size that they speak of.',
    why: 'Samples are the guideline’s own annotations. Where they do not follow it, readers follow the samples.',
    invalid: { ...protocolExample(sample), 'nodule.png': '', 'nodule.json': coco('lump') },
    valid: { ...protocolExample(sample), 'nodule.png': '', 'nodule.json': coco('nodule') },
  },
  async *check(guideline, around) {
    if (guideline.kind !== 'protocol' || !guideline.taxonomy) return;
    for (const one of guideline.protocol.samples.values()) yield* checkSample(guideline, one, around);
  },
};

async function* checkSample(
  guideline: ResolvedProtocol,
  { annotations, image }: Sample,
  around: Surroundings,
): AsyncIterable<Finding> {
  const uri = annotations && sampleUri(guideline.file.uri, annotations.text, around);
  if (!annotations || !uri || uri === 'outside') return;
  const stat = await around.fileSystem.stat(uri).catch(() => undefined);
  if (stat?.type !== 'file') return;
  const { node: at, text } = annotations;
  const name = quoted(text);
  if (stat.size > largest) return yield { at, message: `${name} is too large for a sample, and is not read.` };
  // That a file cannot be read is said by `sample-file-must-exist`.
  const content = await around.fileSystem.read(uri).catch(() => undefined);
  if (!content) return;
  const file = readAnnotations(content);
  if (!file) return yield { at, message: `${name} is in no format of annotations that can be read. COCO can.` };
  const [problem, ...more] = file.problems;
  if (problem) {
    yield { at, message: `${name}: ${problem}${more.length > 0 ? ` (${counted(more.length, 'more problem')})` : ''}` };
  }
  const picture = image ? imageNamed(file.images, image.text) : file.images[0];
  if (!picture) {
    if (file.images.length > 0) yield { at, message: `${name} says nothing of the image “${image?.text ?? ''}”.` };
    return;
  }
  const bytes = image && (await sampleBytes(guideline.file.uri, image.text, around));
  const size = bytes && imageSize(bytes);
  if (size && !agree(picture, size)) {
    const { width, height } = picture;
    yield {
      at,
      message: `${name} speaks of ${width} × ${height} pixels, the image has ${size.width} × ${size.height}. The annotations may be of another picture.`,
    };
  }
  for (const message of mistakes(guideline, picture)) yield { at, message: `${name} ${message}` };
}

/** Whether sizes are the same; a photograph may say that it is to be turned. */
function agree({ width, height }: AnnotatedImage, size: ImageSize): boolean {
  if (width === undefined || height === undefined) return true;
  return (width === size.width && height === size.height) || (width === size.height && height === size.width);
}

/** What is wrong with the annotations of an image: at most one sentence of each kind. */
function* mistakes(guideline: ResolvedProtocol, image: AnnotatedImage): Iterable<string> {
  const labels = matchables(guideline);
  const unknown = new Set<string>();
  const odd = new Map<string, string>();
  let outside = 0;
  for (const annotation of image.annotations) {
    const match = matchLabel(annotation.label, labels);
    if (!match) unknown.add(annotation.label.name);
    else {
      const allowed = allowedFor(guideline, match.id);
      if (allowed && !fits(annotation.shape, allowed)) {
        odd.set(match.id, `${words[annotation.shape.type]}, not as ${listed(allowed)}`);
      }
    }
    if (!isOn(image, annotation)) outside++;
  }
  if (unknown.size > 0) {
    const names = [...unknown].slice(0, 5).map(quoted);
    yield `has annotations of ${listed(names, 'and')}, which ${unknown.size > 1 ? 'are no labels' : 'is no label'} of the taxonomy. Rename ${unknown.size > 1 ? 'them' : 'it'}, or give the label an alias.`;
  }
  for (const [id, how] of odd) yield `marks “${id}” as ${how}.`;
  if (outside > 0)
    yield `has ${counted(outside, 'annotation')} outside the image of ${image.width} × ${image.height} pixels.`;
}

function matchables({ taxonomy }: ResolvedProtocol): MatchableLabel[] {
  return [...(taxonomy?.space.labels.values() ?? [])].map(({ label }) => ({
    id: label.id,
    name: label.name,
    names: label.synonyms.map(({ text }) => text),
    aliases: [...label.alias.values()],
    value: label.value,
  }));
}

function allowedFor({ protocol, taxonomy }: ResolvedProtocol, id: string): readonly string[] | undefined {
  const own = protocol.labels?.get(id)?.geometry?.map(({ text }) => text);
  return own ?? taxonomy?.space.effective(id)?.geometry;
}

const words: Record<Shape['type'], string> = {
  box: 'a box',
  polygon: 'a polygon',
  mask: 'a mask',
  keypoints: 'key points',
  classification: 'a class without a place',
};

/** A polygon is a mask by its outline, and tools store either for the other. */
function fits({ type }: Shape, allowed: readonly string[]): boolean {
  const same: Record<Shape['type'], readonly Geometry[]> = {
    box: ['box'],
    polygon: ['polygon', 'mask', 'ellipse', 'polyline'],
    mask: ['mask', 'polygon', 'ellipse'],
    keypoints: ['keypoints', 'point'],
    classification: ['classification'],
  };
  return same[type].some((geometry) => allowed.includes(geometry));
}

/** Whether an annotation lies on the image, a pixel more or less. */
function isOn({ width, height }: AnnotatedImage, { shape }: Annotation): boolean {
  const bounds = boundsOf(shape);
  if (!bounds || width === undefined || height === undefined) return true;
  const { x, y } = bounds;
  return x >= -1 && y >= -1 && x + bounds.width <= width + 1 && y + bounds.height <= height + 1;
}
