import { film } from './anatomy.mjs';
import { signedArea, simplify, traceOutline } from './outline.mjs';
import { compressRuns, encodeRuns } from './rle.mjs';

/** The labels that the protocol asks readers to mark, and the points of those that are marked by points. */
const categories = [
  { name: 'pneumothorax', supercategory: 'pleural-finding' },
  { name: 'pleural-effusion', supercategory: 'pleural-finding' },
  { name: 'cardiomegaly', supercategory: 'mediastinal-finding' },
  { name: 'skin-fold', supercategory: 'mimic' },
  { name: 'endotracheal-tube', supercategory: 'device' },
  { name: 'central-venous-catheter', supercategory: 'device' },
  { name: 'chest-drain', supercategory: 'device' },
  { name: 'gastric-tube', supercategory: 'device' },
  { name: 'lung', supercategory: 'anatomy' },
  { name: 'heart', supercategory: 'anatomy' },
  {
    name: 'heart-size',
    supercategory: 'measurement',
    keypoints: ['cardiac-right', 'cardiac-left', 'thoracic-right', 'thoracic-left'],
    skeleton: [
      [1, 2],
      [3, 4],
    ],
  },
  { name: 'no-finding', supercategory: 'overall' },
  { name: 'finding-present', supercategory: 'overall' },
].map((category, i) => ({ id: i + 1, ...category }));

/** The pixels of the film a mask covers. @param {Uint8Array} mask */
function extent(mask) {
  let [left, top, right, bottom, area] = [film.width, film.height, -1, -1, 0];
  mask.forEach((value, i) => {
    if (!value) return;
    const [x, y] = [i % film.width, Math.floor(i / film.width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    area += 1;
  });
  return { area, bbox: [left, top, right - left + 1, bottom - top + 1] };
}

const runLengths = (mask, counts) => ({ size: [film.height, film.width], counts });

/** A mask as run lengths in COCO's short text. */
export const asMask = (mask) => ({
  ...extent(mask),
  segmentation: runLengths(mask, compressRuns(encodeRuns(mask, film.width, film.height))),
});

/** A mask as plain run lengths. */
export const asRuns = (mask) => ({
  ...extent(mask),
  segmentation: runLengths(mask, encodeRuns(mask, film.width, film.height)),
});

/** A mask as the polygon round its largest part. */
export function asPolygon(mask) {
  const outline = simplify(traceOutline(mask, film.width, film.height), 1);
  return { ...extent(mask), area: signedArea(outline), segmentation: [outline.flat()] };
}

/** The box round a mask. */
export function asBox(mask) {
  const { bbox } = extent(mask);
  return { area: bbox[2] * bbox[3], bbox };
}

/** Points that are all labelled and visible (COCO's 2), to half a pixel. */
export function asPoints(points) {
  const rounded = points.map((point) => point.map((value) => Math.round(value * 2) / 2));
  const [xs, ys] = [rounded.map(([x]) => x), rounded.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  return {
    area: width * height,
    bbox: [left, top, width, height],
    keypoints: rounded.flatMap(([x, y]) => [x, y, 2]),
    num_keypoints: points.length,
  };
}

/** Nothing drawn: the label speaks of the whole image. */
export const asClass = () => ({});

/**
 * A COCO document for one image.
 * @param {string} fileName
 * @param {{ label: string, attributes?: object, shape: object }[]} marks
 */
export function cocoDocument(fileName, marks) {
  return {
    info: {
      description: 'Synthetic chest radiograph of the Labelwright example: drawn by a program, no patient',
      version: '1.4.0',
    },
    images: [{ id: 1, file_name: fileName, width: film.width, height: film.height }],
    categories,
    annotations: marks.map(({ label, attributes = {}, shape }, i) => ({
      id: i + 1,
      image_id: 1,
      category_id: categories.find(({ name }) => name === label).id,
      iscrowd: 0,
      ...shape,
      attributes,
    })),
  };
}

/** JSON as people like to read it: an annotation's parts on lines of their own, lists of numbers on one line. */
export function printDocument(document) {
  const listOfScalars = /\[\s+(?:(?:-?[\d.]+|"[\w-]+"),?\s+)+\]/g;
  const onOneLine = (list) => `[${list.slice(1, -1).trim().split(/\s+/).join(' ')}]`;
  return `${JSON.stringify(document, null, 2).replace(listOfScalars, onOneLine)}\n`;
}
