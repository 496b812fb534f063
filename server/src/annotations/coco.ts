import type { AnnotatedImage, Annotation, AnnotationFile, AttributeValue, LabelKey } from './annotation';
import type { KeyPointModel } from './cocoShape';
import { readShape } from './cocoShape';
import type { Json } from './json';
import { attributesOf, idOf, isRecord, numberOf, sizeOf, textOf } from './json';
import type { Problems } from './problems';
import { createProblems } from './problems';

/**
 * Reads COCO: `images`, `categories` and `annotations` with boxes, polygons, masks (compressed or not) and key points.
 * Nothing when it is no COCO. What cannot be read of it is told in `problems`, and the rest is read.
 */
export function readCoco(root: unknown): AnnotationFile | undefined {
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
  list('annotations').forEach((item, index) => readAnnotation(item, index, categories, images, problems));
  return { format: 'COCO', images: [...images.values()], problems: problems.all() };
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
  for (const item of items) {
    if (!isRecord(item)) continue;
    const id = idOf(item.id);
    const fileName = textOf(item.file_name) ?? textOf(item.path) ?? '';
    if (id === undefined) {
      problems.add(`The image “${fileName}” has no id, so that no annotation can belong to it.`);
    } else if (images.has(id)) {
      problems.add(`Two images have the id ${id}; “${fileName}” is left out.`);
    } else {
      images.set(id, { fileName, width: sizeOf(item.width), height: sizeOf(item.height), annotations: [] });
    }
  }
  return images;
}

function readAnnotation(
  item: unknown,
  index: number,
  categories: ReadonlyMap<string, Category>,
  images: ReadonlyMap<string, MutableImage>,
  { add }: Problems,
): void {
  if (!isRecord(item)) return add('An entry of “annotations” is no annotation.');
  const imageId = idOf(item.image_id);
  const image = imageId === undefined ? undefined : images.get(imageId);
  const id = idOf(item.id) ?? String(image?.annotations.length ?? 0);
  if (!image) return add(`Annotation ${id} belongs to an image (${imageId ?? 'none'}) that the file does not list.`);
  const place = { image, categories, path: ['annotations', index] };
  if (!Array.isArray(item.segments_info)) return readOne(item, id, place, add);
  add('The masks of a panoptic file lie in PNG files beside it, which are not read; their boxes are.');
  item.segments_info.forEach((segment: unknown, i) => {
    if (!isRecord(segment)) return;
    readOne(segment, idOf(segment.id) ?? `${id}.${i}`, { ...place, path: [...place.path, 'segments_info', i] }, add);
  });
}

interface Place {
  readonly image: MutableImage;
  readonly categories: ReadonlyMap<string, Category>;
  readonly path: readonly (string | number)[];
}

function readOne(item: Json, id: string, { image, categories, path }: Place, add: Problems['add']): void {
  const category = categories.get(idOf(item.category_id) ?? '');
  if (!category && typeof item.caption === 'string') return add('Captions are not read.');
  if (!category)
    add(`Annotation ${id} has a category (${idOf(item.category_id) ?? 'none'}) that the file does not list.`);
  const { shape, mistake } = readShape(item, category?.model);
  if (mistake) add(`Annotation ${id}: ${mistake}.`);
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
