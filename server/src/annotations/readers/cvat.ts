import type { AnnotatedImage, Annotation, AnnotationFile, AttributeValue } from '../annotation';
import { readCvatShape } from './cvatShape';
import type { Problems } from '../problems';
import { createProblems } from '../problems';
import type { XmlElement } from '../xml';
import { childAt, childrenOf, numberIn, textAt } from '../xml';

const shapes = new Set(['box', 'polygon', 'polyline', 'points', 'ellipse', 'mask', 'skeleton', 'cuboid', 'tag']);
/** Attributes of elements that CVAT itself keeps; shown as it names them, where they are set. */
const flags = ['occluded', 'outside'];

interface Size {
  readonly width?: number;
  readonly height?: number;
}

/** Reads CVAT's XML 1.1, of images and of videos. Nothing when the XML is not like that. */
export function readCvat(root: XmlElement): AnnotationFile | undefined {
  if (root.name !== 'annotations') return undefined;
  const [images, tracks] = [childrenOf(root, 'image'), childrenOf(root, 'track')];
  if (images.length + tracks.length === 0 && !childAt(root, 'meta') && !childAt(root, 'version')) return undefined;
  const problems = createProblems();
  const read: AnnotatedImage[] = images.map((image) => {
    const size = sizeOf((name) => image.attributes.get(name));
    const drawn = image.children.filter(({ name }) => shapes.has(name));
    const annotations = drawn.flatMap((one, index) => {
      const id = `${index + 1} of ${image.attributes.get('name') ?? 'the image'}`;
      return annotationOf(one, id, one.attributes.get('label'), size, problems);
    });
    return { fileName: image.attributes.get('name') ?? '', ...size, annotations };
  });
  if (tracks.length > 0) read.push(readVideo(root, tracks, problems));
  return { format: tracks.length > 0 ? 'CVAT, video' : 'CVAT, images', images: read, ...problems.told() };
}

function sizeOf(find: (name: string) => string | undefined): Size {
  const [width, height] = [numberIn(find('width')), numberIn(find('height'))];
  return width !== undefined && height !== undefined && width > 0 && height > 0 ? { width, height } : {};
}

/** Each shape of a track is an annotation on its frame, until the track says that it is outside. */
function readVideo(root: XmlElement, tracks: readonly XmlElement[], problems: Problems): AnnotatedImage {
  const meta = childAt(root, 'meta');
  const task = meta && (childAt(meta, 'task') ?? childAt(meta, 'job') ?? meta);
  const original = (task && childAt(task, 'original_size')) ?? (meta && childAt(meta, 'original_size'));
  const size = sizeOf((name) => original && textAt(original, name));
  const annotations = tracks.flatMap((track, index) => {
    const id = track.attributes.get('id') ?? String(index + 1);
    const drawn = track.children.filter(({ name }) => shapes.has(name));
    return drawn.flatMap((one) => {
      if (one.attributes.get('outside') === '1' || isGone(one)) return [];
      const frame = numberIn(one.attributes.get('frame'));
      if (frame === undefined || !Number.isInteger(frame) || frame < 0) {
        problems.add(`Track ${id} has a shape without a frame.`, one.source);
        return [];
      }
      const read = annotationOf(one, `track ${id}, frame ${frame}`, track.attributes.get('label'), size, problems);
      return read.map((annotation) => {
        const attributes = new Map<string, AttributeValue>([...annotation.attributes, ['track_id', id]]);
        return { ...annotation, frame, attributes };
      });
    });
  });
  const name = (meta && textAt(meta, 'source')) ?? (task && (textAt(task, 'source') ?? textAt(task, 'name'))) ?? '';
  return { fileName: name, ...size, annotations };
}

/** A skeleton leaves when all of its points do. */
function isGone({ name, children }: XmlElement): boolean {
  const points = children.filter((child) => child.name === 'points');
  return name === 'skeleton' && points.length > 0 && points.every((one) => one.attributes.get('outside') === '1');
}

function annotationOf(
  element: XmlElement,
  id: string,
  label: string | undefined,
  size: Size,
  problems: Problems,
): Annotation[] {
  const shape = readCvatShape(element, size, problems);
  if (typeof shape === 'string') problems.add(`Annotation ${id} (“${label ?? ''}”): ${shape}.`, element.source);
  const attributes = new Map<string, AttributeValue>();
  for (const name of flags) if (element.attributes.get(name) === '1') attributes.set(name, true);
  for (const one of childrenOf(element, 'attribute')) {
    const name = one.attributes.get('name');
    if (name !== undefined) attributes.set(name, one.text.trim());
  }
  return [
    {
      id,
      label: { name: label ?? '' },
      shape: typeof shape === 'string' ? { type: 'classification' } : shape,
      attributes,
      source: element.source,
    },
  ];
}
