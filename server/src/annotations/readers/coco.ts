import type {
  AnnotatedImage,
  Annotation,
  AnnotationFile,
  AttributeValue,
  LabelKey,
  RunLengthMask,
} from '../annotation';
import type { Around } from '../around';
import { readPanoptic } from './cocoPanoptic';
import type { KeyPointModel, ReadShape } from './cocoShape';
import { readShape } from './cocoShape';
import type { Json } from '../json';
import { attributesOf, idOf, isRecord, numberOf, sizeOf, textOf } from '../json';
import type { Problems } from '../problems';
import { createProblems } from '../problems';

/**
 * Reads COCO: `images`, `categories` and `annotations` with boxes, polygons, masks (compressed or not) and key points.
 * Nothing when it is no COCO. What cannot be read of it is told in `problems`, and the rest is read.
 */
export async function readCoco(root: unknown, around: Around = {}): Promise<AnnotationFile | undefined> {
  if (!isRecord(root) || !isCoco(root)) return undefined;
  const problems = createProblems();
  const list = (key: string): readonly unknown[] => {
    const value = root[key];
    if (Array.isArray(value)) return value;
    problems.add(`The file has no list “${key}”.`);
    return [];
  };
  const categories = readCategories(list('categories'));
  const images = readImages(list('images'), problems);
  for (const [index, item] of list('annotations').entries()) {
    const place = placeOf(item, index, categories, images, problems);
    if (!place) continue;
    if (Array.isArray(place.item.segments_info)) await readSegments(place, place.item.segments_info, around, problems);
    else readOne(place.item, place, problems);
  }
  return { format: 'COCO', images: [...images.values()], ...problems.told() };
}

interface Category {
  readonly label: LabelKey;
  readonly model: KeyPointModel;
}

interface MutableImage extends AnnotatedImage {
  readonly annotations: Annotation[];
}

function isCoco(data: Json): boolean {
  const lists = ['images', 'categories', 'annotations'].filter((key) => Array.isArray(data[key]));
  return lists.length >= 2 || (lists[0] === 'annotations' && isRecord(data.info) && Array.isArray(data.licenses));
}

function readCategories(items: readonly unknown[]): Map<string, Category> {
  const categories = new Map<string, Category>();
  for (const item of items) {
    if (!isRecord(item)) continue;
    const id = idOf(item.id);
    if (id === undefined || categories.has(id)) continue;
    const names = Array.isArray(item.keypoints) ? item.keypoints.map((name) => idOf(name) ?? '') : [];
    const label = { name: textOf(item.name) ?? id, number: numberOf(item.id) };
    categories.set(id, { label, model: { names, skeleton: readSkeleton(item.skeleton, names.length) } });
  }
  return categories;
}

/** COCO counts key points from 1. */
function readSkeleton(value: unknown, count: number): (readonly [number, number])[] {
  if (!Array.isArray(value)) return [];
  const isPoint = (one: unknown): one is number => Number.isInteger(one) && Number(one) >= 1 && Number(one) <= count;
  return value.flatMap((pair: unknown) => {
    const [from, to]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    return isPoint(from) && isPoint(to) ? [[from - 1, to - 1] as const] : [];
  });
}

function readImages(items: readonly unknown[], problems: Problems): Map<string, MutableImage> {
  const images = new Map<string, MutableImage>();
  for (const [index, item] of items.entries()) {
    if (!isRecord(item)) continue;
    const source = { path: ['images', index] };
    const id = idOf(item.id);
    const fileName = textOf(item.file_name) ?? textOf(item.path) ?? '';
    if (id === undefined) {
      problems.add(`The image “${fileName}” has no id, so that no annotation can belong to it.`, source);
    } else if (images.has(id)) {
      problems.add(`Two images have the id ${id}; “${fileName}” is left out.`, source);
    } else {
      images.set(id, { fileName, width: sizeOf(item.width), height: sizeOf(item.height), annotations: [] });
    }
  }
  return images;
}

interface Place {
  readonly item: Json;
  readonly id: string;
  readonly image: MutableImage;
  readonly categories: ReadonlyMap<string, Category>;
  readonly path: readonly (string | number)[];
}

function placeOf(
  item: unknown,
  index: number,
  categories: ReadonlyMap<string, Category>,
  images: ReadonlyMap<string, MutableImage>,
  { add }: Problems,
): Place | undefined {
  const path = ['annotations', index];
  if (!isRecord(item)) {
    add('An entry of “annotations” is no annotation.', { path });
    return undefined;
  }
  const imageId = idOf(item.image_id);
  const image = imageId === undefined ? undefined : images.get(imageId);
  const id = idOf(item.id) ?? String(image?.annotations.length ?? 0);
  if (image) return { item, id, image, categories, path };
  add(`Annotation ${id} belongs to an image (${imageId ?? 'none'}) that the file does not list.`, { path });
  return undefined;
}

/** The segments of a panoptic picture, whose masks lie in a PNG. */
async function readSegments(place: Place, segments: readonly unknown[], around: Around, problems: Problems) {
  const masks = await readPanoptic(textOf(place.item.file_name) ?? '', around, problems);
  if (typeof masks === 'string') problems.add(masks, { path: place.path });
  segments.forEach((segment, i) => {
    if (!isRecord(segment)) return;
    const mask = typeof masks === 'string' ? undefined : masks.get(Number(segment.id));
    const id = idOf(segment.id) ?? `${place.id}.${i}`;
    const path = [...place.path, 'segments_info', i];
    if (!mask && typeof masks !== 'string') problems.add(`Segment ${id} has no pixels in its picture.`, { path });
    readOne(segment, { ...place, id, path }, problems, mask);
  });
}

function readOne(item: Json, { id, image, categories, path }: Place, { add }: Problems, mask?: RunLengthMask): void {
  const category = categories.get(idOf(item.category_id) ?? '');
  if (!category && typeof item.caption === 'string') return add('Captions are not read.', { path });
  if (!category)
    add(`Annotation ${id} has a category (${idOf(item.category_id) ?? 'none'}) that the file does not list.`, { path });
  const { shape, mistake }: ReadShape = mask ? { shape: { type: 'mask', mask } } : readShape(item, category?.model);
  if (mistake) add(`Annotation ${id}: ${mistake}.`, { path });
  image.annotations.push({
    id,
    label: category?.label ?? { name: `category ${idOf(item.category_id) ?? '?'}` },
    shape,
    attributes: readAttributes(item),
    source: { path },
  });
}

function readAttributes(item: Json): Map<string, AttributeValue> {
  const attributes = attributesOf(item.attributes);
  if (item.iscrowd === 1 || item.iscrowd === true) attributes.set('iscrowd', true);
  return attributes;
}
