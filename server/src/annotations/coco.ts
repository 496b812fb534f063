import type { AnnotatedImage, Annotation, AnnotationFile, LabelKey } from './annotation';
import type { Json } from './cocoShape';
import { isRecord, numberOf, readShape, textOf } from './cocoShape';

const format = 'COCO';
/** So many problems are told one by one. */
const told = 20;

/**
 * Reads COCO: `images`, `categories` and `annotations` with boxes, polygons, masks (compressed or not) and key points.
 * Nothing when the file is no COCO. What cannot be read of it is told in `problems`, and the rest is read. Never throws.
 */
export function readCoco(content: Uint8Array | string): AnnotationFile | undefined {
  const problems = createProblems();
  const text = asText(content);
  if (text === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    // A file that was cut off is still told from one of another format by its keys.
    if (!/"(images|annotations|categories)"\s*:/.test(text)) return undefined;
    problems.add(`The JSON of this file is broken${placeIn(text, error)}. Was it copied whole?`);
    return { format, images: [], problems: problems.all() };
  }
  if (!isRecord(data) || !isCoco(data)) return undefined;

  const list = (key: string): readonly unknown[] => {
    const value = data[key];
    if (Array.isArray(value)) return value;
    problems.add(`The file has no list “${key}”.`);
    return [];
  };
  const categories = readCategories(list('categories'));
  const images = readImages(list('images'), problems.add);
  for (const item of list('annotations')) readAnnotation(item, categories, images, problems.add);
  return { format, images: [...images.values()], problems: problems.all() };
}

interface Category {
  readonly label: LabelKey;
  readonly keypoints: readonly string[];
}

interface MutableImage extends AnnotatedImage {
  readonly annotations: Annotation[];
}

function asText(content: Uint8Array | string): string | undefined {
  if (typeof content === 'string') return content.replace(/^\uFEFF/, '');
  try {
    return new TextDecoder(content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(content);
  } catch {
    return undefined;
  }
}

function isCoco(data: Json): boolean {
  const lists = ['images', 'categories', 'annotations'].filter((key) => Array.isArray(data[key]));
  return lists.length >= 2 || (lists[0] === 'annotations' && isRecord(data.info) && Array.isArray(data.licenses));
}

function placeIn(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return ' at its end';
  return ` in line ${text.slice(0, Number(position)).split('\n').length}`;
}

function readCategories(items: readonly unknown[]): Map<string, Category> {
  const categories = new Map<string, Category>();
  for (const item of items) {
    if (!isRecord(item)) continue;
    const id = idOf(item.id);
    if (id === undefined || categories.has(id)) continue;
    const keypoints = Array.isArray(item.keypoints) ? item.keypoints.map((name) => idOf(name) ?? '') : [];
    categories.set(id, { label: { name: textOf(item.name) ?? id, number: numberOf(item.id) }, keypoints });
  }
  return categories;
}

function readImages(items: readonly unknown[], problem: (text: string) => void): Map<string, MutableImage> {
  const images = new Map<string, MutableImage>();
  for (const item of items) {
    if (!isRecord(item)) continue;
    const id = idOf(item.id);
    const fileName = textOf(item.file_name) ?? textOf(item.path) ?? '';
    if (id === undefined) {
      problem(`The image “${fileName}” has no id, so that no annotation can belong to it.`);
    } else if (images.has(id)) {
      problem(`Two images have the id ${id}; “${fileName}” is left out.`);
    } else {
      images.set(id, { fileName, width: sizeOf(item.width), height: sizeOf(item.height), annotations: [] });
    }
  }
  return images;
}

function readAnnotation(
  item: unknown,
  categories: ReadonlyMap<string, Category>,
  images: ReadonlyMap<string, MutableImage>,
  problem: (text: string) => void,
): void {
  if (!isRecord(item)) return problem('An entry of “annotations” is no annotation.');
  const imageId = idOf(item.image_id);
  const image = imageId === undefined ? undefined : images.get(imageId);
  const id = idOf(item.id) ?? String(image?.annotations.length ?? 0);
  if (!image)
    return problem(`Annotation ${id} belongs to an image (${imageId ?? 'none'}) that the file does not list.`);
  if (Array.isArray(item.segments_info)) {
    problem('The masks of a panoptic file lie in PNG files beside it, which are not read; their boxes are.');
    for (const segment of item.segments_info) {
      if (!isRecord(segment)) continue;
      readAnnotation({ ...segment, segments_info: undefined, image_id: item.image_id }, categories, images, problem);
    }
    return;
  }
  const category = categories.get(idOf(item.category_id) ?? '');
  if (!category && typeof item.caption === 'string') return problem('Captions are not read.');
  if (!category)
    problem(`Annotation ${id} has a category (${idOf(item.category_id) ?? 'none'}) that the file does not list.`);
  const { shape, mistake } = readShape(item, category?.keypoints ?? []);
  if (mistake) problem(`Annotation ${id}: ${mistake}.`);
  image.annotations.push({
    id,
    label: category?.label ?? { name: `category ${idOf(item.category_id) ?? '?'}` },
    shape,
    attributes: readAttributes(item),
  });
}

function readAttributes(item: Json): Map<string, string | number | boolean> {
  const attributes = new Map<string, string | number | boolean>();
  const given = isRecord(item.attributes) ? item.attributes : {};
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      attributes.set(name, value);
  }
  if (item.iscrowd === 1 || item.iscrowd === true) attributes.set('iscrowd', true);
  return attributes;
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;
}

function sizeOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && number > 0 ? number : undefined;
}

function createProblems() {
  const found: string[] = [];
  const known = new Set<string>();
  let more = 0;
  return {
    add(text: string) {
      if (known.has(text)) return;
      if (found.length >= told) {
        more++;
        return;
      }
      known.add(text);
      found.push(text);
    },
    all: () => (more > 0 ? [...found, `There are ${more} more problems like these.`] : found),
  };
}
