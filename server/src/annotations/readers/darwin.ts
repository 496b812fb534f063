import type { Annotation, AnnotationFile, Shape } from '../annotation';
import { readDarwinShape } from './darwinShape';
import type { Json } from '../json';
import { attributesOf, idOf, isNumbers, isRecord, recordsOf, sizeOf, textOf } from '../json';
import type { Problems } from '../problems';
import { createProblems, tooMuch } from '../problems';
import { encodeValues, maximumPixels } from '../rle';

/** What an annotation says of the whole image, or of one frame of it. */
interface Part {
  readonly item: Json;
  readonly content: Json;
  readonly frame?: number;
  readonly path: readonly (string | number)[];
}

/**
 * Reads V7 Darwin JSON 2.0: boxes, polygons, ellipses, lines, key points, skeletons, tags and raster masks, on images or
 * on frames. Nothing when it is no Darwin file.
 */
export function readDarwin(root: unknown): AnnotationFile | undefined {
  if (!isRecord(root) || !isRecord(root.item) || !Array.isArray(root.item.slots)) return undefined;
  if (!Array.isArray(root.annotations)) return undefined;
  const problems = createProblems();
  const slots = recordsOf(root.item.slots, 'slots', problems).map(({ item }) => item);
  const name = textOf(root.item.name) ?? '';
  const parts = recordsOf(root.annotations, 'annotations', problems).flatMap(({ item, index }) => partsOf(item, index));
  const images = slots.map((slot, index) => {
    const here = parts.filter(({ item: { slot_names: names } }) =>
      Array.isArray(names) && names.length > 0 ? names.includes(slot.slot_name) : index === 0,
    );
    const [width, height] = [sizeOf(slot.width), sizeOf(slot.height)];
    const masks = readLayers(here, width, height, problems);
    return {
      fileName: slots.length === 1 ? name : `${name}/${idOf(slot.slot_name) ?? index}`,
      width,
      height,
      annotations: here.flatMap((part) => annotationOf(part, masks, problems) ?? []),
    };
  });
  return { format: 'Darwin', images, ...problems.told() };
}

function partsOf(item: Json, index: number): Part[] {
  const path = ['annotations', index];
  if (!isRecord(item.frames)) return [{ item, content: item, path }];
  return Object.entries(item.frames).flatMap(([key, content]) => {
    const frame = Number(key);
    if (!isRecord(content) || !Number.isInteger(frame) || frame < 0) return [];
    return [{ item, content, frame, path: [...path, 'frames', key] }];
  });
}

function keyOf(id: string, frame: number | undefined): string {
  return `${id} ${frame ?? ''}`;
}

/** The masks that raster layers hold, by the id of their annotation and the frame. */
function readLayers(
  parts: readonly Part[],
  width: number | undefined,
  height: number | undefined,
  { add, affords }: Problems,
): Map<string, Shape> {
  const masks = new Map<string, Shape>();
  for (const { content, frame } of parts) {
    const layer = content.raster_layer;
    if (!isRecord(layer)) continue;
    const ids = isRecord(layer.mask_annotation_ids_mapping) ? Object.entries(layer.mask_annotation_ids_mapping) : [];
    const runs = layer.dense_rle;
    if (!isNumbers(runs) || runs.length % 2 !== 0) {
      add('A raster layer has no runs that can be read.');
      continue;
    }
    if (width === undefined || height === undefined || width * height > maximumPixels) {
      add('A raster layer belongs to an image without a size, or of one that is too large.');
      continue;
    }
    if (!affords(width * height)) {
      add(`A raster layer ${tooMuch}.`);
      continue;
    }
    const values = new Uint32Array(width * height);
    let at = 0;
    for (let i = 0; i < runs.length && at <= values.length; i += 2) {
      const end = at + Math.max(0, runs[i + 1] ?? 0);
      values.fill(runs[i] ?? 0, at, end);
      at = end;
    }
    if (at !== values.length) add(`A raster layer does not have as many pixels as its image (${width} × ${height}).`);
    const byValue = new Map(encodeValues(width, height, values).map(({ value, mask }) => [value, mask]));
    for (const [id, value] of ids) {
      const mask = byValue.get(Number(value));
      if (mask) masks.set(keyOf(id, frame), { type: 'mask', mask });
    }
  }
  return masks;
}

function annotationOf(
  { item, content, frame, path }: Part,
  masks: ReadonlyMap<string, Shape>,
  { add }: Problems,
): Annotation | undefined {
  if (isRecord(content.raster_layer)) return undefined;
  const id = idOf(item.id) ?? path.join('.');
  const label = { name: textOf(item.name) ?? '' };
  const read = isRecord(content.mask) ? masks.get(keyOf(id, frame)) : readDarwinShape(content);
  if (!read) {
    add(`Annotation ${id}: no raster layer holds its mask.`, { path });
    return undefined;
  }
  if (typeof read === 'string') add(`Annotation ${id}: ${read}.`, { path });
  const attributes = attributesOf(undefined);
  for (const property of Array.isArray(item.properties) ? item.properties : []) {
    if (isRecord(property) && typeof property.name === 'string') {
      attributes.set(property.name, textOf(property.value) ?? idOf(property.value) ?? '');
    }
  }
  const [annotator]: readonly unknown[] = Array.isArray(item.annotators) ? item.annotators : [];
  const reader = isRecord(annotator) ? (textOf(annotator.email) ?? textOf(annotator.full_name)) : undefined;
  return {
    id,
    label,
    shape: typeof read === 'string' ? { type: 'classification' } : read,
    attributes,
    ...(frame === undefined ? {} : { frame }),
    ...(reader === undefined ? {} : { reader }),
    source: { path },
  };
}
