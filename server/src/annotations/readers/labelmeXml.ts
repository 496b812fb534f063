import type { Annotation, AnnotationFile, Point, Shape } from '../annotation';
import type { Around } from '../around';
import { fileNameOf } from '../fileName';
import type { StoredPng } from '../images/png';
import { pixelsOf } from './labelMask';
import type { Problems } from '../problems';
import { createProblems, tooMuch } from '../problems';
import { encodeValues } from '../rle';
import type { XmlElement } from '../xml';
import { childAt, childrenOf, numberIn, numbersIn, textAt } from '../xml';

/**
 * Reads the XML of the older, web-based LabelMe: polygons, boxes and masks of one image. Nothing when the XML is not like
 * that.
 */
export async function readLabelMeXml(root: XmlElement, around: Around): Promise<AnnotationFile | undefined> {
  const objects = childrenOf(root, 'object');
  const isOne =
    childAt(root, 'imagesize') || objects.some((one) => childAt(one, 'polygon', 'pt') || childAt(one, 'segm'));
  if (root.name !== 'annotation' || !isOne) return undefined;
  const problems = createProblems();
  const annotations: Annotation[] = [];
  for (const [index, object] of objects.entries()) {
    if (textAt(object, 'deleted') === '1') continue;
    const id = textAt(object, 'id') ?? String(index + 1);
    const name = textAt(object, 'name') ?? '';
    const drawn = childAt(object, 'polygon') ?? childAt(object, 'segm');
    const mask = drawn && (await maskOf(drawn, textAt(root, 'folder') ?? '', around, problems));
    const otherwise = drawn ? shapeOf(drawn) : 'it is not drawn';
    for (const one of [mask, otherwise]) {
      if (typeof one === 'string') problems.add(`Object ${id} (“${name}”): ${one}.`, object.source);
    }
    const shape = typeof mask === 'object' ? mask : otherwise;
    const reader = drawn && textAt(drawn, 'username');
    annotations.push({
      id,
      label: { name },
      shape: typeof shape === 'string' ? { type: 'classification' } : shape,
      attributes: new Map(textAt(object, 'occluded') === 'yes' ? [['occluded', true]] : []),
      ...(reader === undefined ? {} : { reader }),
      source: object.source,
    });
  }
  const [width, height] = ['ncols', 'nrows'].map((name) => numberIn(textAt(root, 'imagesize', name)));
  const image = { fileName: textAt(root, 'filename') ?? '', width, height, annotations };
  return { format: 'LabelMe, XML', images: [image], ...problems.told() };
}

/** The mask of an object, as large as its image, in a PNG among the `Masks` beside the folder of annotations. */
async function maskOf(
  drawn: XmlElement,
  folder: string,
  { beside }: Around,
  { affords }: Problems,
): Promise<Shape | string | undefined> {
  const name = fileNameOf(textAt(drawn, 'mask') ?? '');
  if (name === '') return undefined;
  for (const path of [`../../Masks/${fileNameOf(folder)}/${name}`, `../Masks/${name}`, name]) {
    const bytes = await beside?.(path);
    if (!bytes) continue;
    const pixels = await pixelsOf(bytes);
    if (typeof pixels === 'string') return `its mask “${name}” cannot be read: ${pixels.replace(/\.$/, '')}`;
    if (!affords(pixels.width * pixels.height)) return `its mask “${name}” ${tooMuch}`;
    const [encoded] = encodeValues(pixels.width, pixels.height, painted(pixels));
    return encoded ? { type: 'mask', mask: encoded.mask } : `its mask “${name}” is empty`;
  }
  return `its mask “${name}” is not beside it, so that only its box is read`;
}

/** 1 where a picture is neither black nor transparent, else 0, row by row. */
function painted({ width, height, channels, values }: StoredPng): Uint8Array {
  const colours = channels - (channels % 2 === 0 ? 1 : 0);
  const inside = new Uint8Array(width * height);
  for (let i = 0; i < inside.length; i++) {
    const [first, opacity] = [i * channels, values[(i + 1) * channels - 1] ?? 0];
    for (let at = first; at < first + colours; at++) if (opacity > 0 && (values[at] ?? 0) > 0) inside[i] = 1;
  }
  return inside;
}

function shapeOf(drawn: XmlElement): Shape | string {
  const box = childAt(drawn, 'box');
  const points: Point[] = [];
  if (box) {
    const edges = numbersIn(['xmin', 'ymin', 'xmax', 'ymax'].map((name) => textAt(box, name)));
    if (!edges) return 'its box is not made of four numbers';
    const [left = 0, top = 0, right = 0, bottom = 0] = edges;
    return { type: 'box', x: left, y: top, width: right - left, height: bottom - top };
  }
  for (const one of childrenOf(drawn, 'pt')) {
    const point = numbersIn([textAt(one, 'x'), textAt(one, 'y')]);
    if (!point) return 'its polygon is not made of pairs of numbers';
    points.push([point[0] ?? 0, point[1] ?? 0]);
  }
  if (points.length >= 3) return { type: 'polygon', rings: [points] };
  return points.length === 2 ? { type: 'polyline', points } : 'its polygon has too few points';
}
