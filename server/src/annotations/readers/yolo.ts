import type { Annotation, AnnotationFile, KeyPoint, Point, Shape, Source } from '../annotation';
import type { Around } from '../around';
import { imageSize, type ImageSize } from '../imageSize';
import type { Problems } from '../problems';
import { createProblems } from '../problems';
import { readYoloNames, type YoloNames } from './yoloNames';

const format = 'YOLO';
const number = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|[-+]?(?:nan|inf(?:inity)?)`;
const line = new RegExp(String.raw`^\d+(?:\.0*)?(?:[ \t]+(?:${number})){4,}$`, 'i');
/** Parts of an image lie within 0 and 1; beyond this they are something else. */
const farthest = 2;

/**
 * Reads YOLO's labels of one image, a line an object: boxes, polygons, or boxes with key points, in parts of its size.
 * Names of classes and the size of the image are found beside it. Nothing when the lines are not like that.
 */
export async function readYolo(text: string, around: Around): Promise<AnnotationFile | undefined> {
  const start =
    text
      .trimStart()
      .slice(0, 100_000)
      .split(/[\r\n]/, 1)[0] ?? '';
  if (start !== '' && !line.test(start.trim())) return undefined;
  const rows = rowsOf(text);
  const named = await readYoloNames(around);
  // An image without objects has an empty file, which only those beside it tell from any other.
  if (rows.length === 0 && (!named || !around.name?.endsWith('.txt'))) return undefined;
  const problems = createProblems();
  const size = around.imageSize ?? (await sizeOfImage(around));
  if (!named)
    problems.add('No data.yaml or classes.txt beside the labels names their classes, which have only numbers.');
  const kind = named?.keypoints ? 'pose' : kindOf(rows.map((row) => row.text.split(/\s+/)));
  const annotations = rows.flatMap((row, index) => {
    const source = { start: row.start, end: row.start + row.text.length };
    const read = line.test(row.text) ? shapeOf(row.text, kind, named) : 'it is not a class and four numbers or more';
    if (typeof read === 'string') {
      problems.add(`Line ${row.line}: ${read}.`, source);
      return [];
    }
    const label = labelOf(Number.parseInt(row.text, 10), named, source, problems);
    const shape = size ? scaled(read, size) : read;
    const annotation: Annotation = {
      id: String(index + 1),
      label,
      shape,
      attributes: new Map(),
      source,
    };
    return [annotation];
  });
  const image = size ? { fileName: '', ...size, annotations } : { fileName: '', isRelative: true, annotations };
  return { format: `${format}, ${words[kind]}`, images: [image], ...problems.told() };
}

interface Row {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly start: number;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let count = 1;
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const content = match[1] ?? '';
    const trimmed = content.trim();
    if (trimmed !== '') rows.push({ text: trimmed, line: count, start: match.index + content.indexOf(trimmed) });
    count++;
  }
  return rows;
}

type Kind = 'box' | 'polygon' | 'pose';
/** As the tasks are called that models are trained for. */
const words: Readonly<Record<Kind, string>> = { box: 'detect', polygon: 'segment', pose: 'pose' };

/** Key points without `kpt_shape` are told by their number, and by what says whether each is visible. */
function kindOf(rows: readonly (readonly string[])[]): Kind {
  const isPose = (row: readonly string[]) =>
    row.length >= 8 &&
    (row.length - 5) % 3 === 0 &&
    row.slice(5).every((one, i) => i % 3 !== 2 || /^[012](\.0*)?$/.test(one));
  if (rows.length > 0 && rows.every(isPose)) return 'pose';
  return rows.some((row) => row.length >= 7) ? 'polygon' : 'box';
}

function shapeOf(text: string, kind: Kind, named: YoloNames | undefined): Shape | string {
  const [, ...values] = text.split(/\s+/).map(Number);
  if (!values.every(Number.isFinite)) return 'it has a number that is none (NaN or infinity)';
  // A model's confidence may stand behind a box.
  if (kind === 'polygon' && values.length >= 6) {
    if (values.length % 2 !== 0) return 'its polygon is not made of pairs of numbers';
    const ring = pairsOf(values);
    return ring.every(isNear) ? { type: 'polygon', rings: [ring] } : 'its polygon is not given in parts of the image';
  }
  const [x = 0, y = 0, width = 0, height = 0] = values;
  if (!isNear([x, y]) || !isNear([width, height])) return 'its box is not given in parts of the image';
  if (width <= 0 || height <= 0) return 'its box has no width or no height';
  if (kind === 'pose') return poseOf(values.slice(4), named);
  return { type: 'box', x: x - width / 2, y: y - height / 2, width, height };
}

function poseOf(values: readonly number[], named: YoloNames | undefined): Shape | string {
  const parts = named?.keypoints?.parts ?? 3;
  const count = named?.keypoints?.count ?? values.length / parts;
  if (values.length !== count * parts) return `it does not have ${count} key points of ${parts} numbers`;
  const points = Array.from({ length: count }, (_, i): KeyPoint => {
    const [x = 0, y = 0, state = 2] = values.slice(i * parts, (i + 1) * parts);
    const name = `point ${i + 1}`;
    return state > 0 ? { name, at: [x, y], visible: state > 1 } : { name, visible: false };
  });
  if (!points.every(({ at }) => !at || isNear(at))) return 'its key points are not given in parts of the image';
  return { type: 'keypoints', points };
}

function pairsOf(values: readonly number[]): Point[] {
  return Array.from({ length: values.length / 2 }, (_, i): Point => [values[2 * i] ?? 0, values[2 * i + 1] ?? 0]);
}

function isNear([x, y]: Point): boolean {
  return Math.abs(x) <= farthest && Math.abs(y) <= farthest;
}

function labelOf(index: number, named: YoloNames | undefined, source: Source, { add }: Problems) {
  const name = named?.names.get(index);
  if (named && name === undefined) add(`The classes beside the labels have no class ${index}.`, source);
  // A class's number is the file's own, not a value in a mask.
  return name === undefined ? { name: String(index) } : { name, number: index };
}

function scaled(shape: Shape, { width, height }: ImageSize): Shape {
  const place = ([x, y]: Point): Point => [x * width, y * height];
  switch (shape.type) {
    case 'box':
      return {
        ...shape,
        x: shape.x * width,
        y: shape.y * height,
        width: shape.width * width,
        height: shape.height * height,
      };
    case 'polygon':
      return { ...shape, rings: shape.rings.map((ring) => ring.map(place)) };
    case 'keypoints':
      return { ...shape, points: shape.points.map((one) => (one.at ? { ...one, at: place(one.at) } : one)) };
    default:
      return shape;
  }
}

/** The size of the image of the same name: beside the labels, or in `images` where they are in `labels`. */
async function sizeOfImage({ name, beside }: Around): Promise<ImageSize | undefined> {
  const base = /([^/\\]+)\.[^./\\]*$/.exec(name ?? '')?.[1];
  if (base === undefined || !beside) return undefined;
  const folder = /([^/\\]+)[/\\][^/\\]+$/.exec(name ?? '')?.[1] ?? '';
  for (const place of ['', '../images/', `../../images/${folder}/`]) {
    for (const ending of ['png', 'jpg', 'jpeg']) {
      const bytes = await beside(`${place}${base}.${ending}`);
      const size = bytes && imageSize(bytes);
      if (size) return size;
    }
  }
  return undefined;
}
