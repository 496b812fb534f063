import type { Annotation, AnnotationFile, Point, Shape } from './annotation';
import { createProblems } from './problems';
import type { XmlElement } from './xml';
import { childAt, childrenOf, numberIn, numbersIn, textAt } from './xml';

/** Reads the XML of the older, web-based LabelMe: polygons and boxes of one image. Nothing when the XML is not like that. */
export function readLabelMeXml(root: XmlElement): AnnotationFile | undefined {
  const objects = childrenOf(root, 'object');
  const isOne =
    childAt(root, 'imagesize') || objects.some((one) => childAt(one, 'polygon', 'pt') || childAt(one, 'segm'));
  if (root.name !== 'annotation' || !isOne) return undefined;
  const problems = createProblems();
  const annotations = objects.flatMap((object, index): Annotation[] => {
    if (textAt(object, 'deleted') === '1') return [];
    const id = textAt(object, 'id') ?? String(index + 1);
    const name = textAt(object, 'name') ?? '';
    const drawn = childAt(object, 'polygon') ?? childAt(object, 'segm');
    const shape = drawn ? shapeOf(drawn) : 'it is not drawn';
    if (typeof shape === 'string') problems.add(`Object ${id} (“${name}”): ${shape}.`);
    if (drawn?.name === 'segm') {
      problems.add('Masks of this file lie in PNG files beside it, which are not read; their boxes are.');
    }
    const reader = drawn && textAt(drawn, 'username');
    return [
      {
        id,
        label: { name },
        shape: typeof shape === 'string' ? { type: 'classification' } : shape,
        attributes: new Map(textAt(object, 'occluded') === 'yes' ? [['occluded', true]] : []),
        ...(reader === undefined ? {} : { reader }),
        source: object.source,
      },
    ];
  });
  const [width, height] = ['ncols', 'nrows'].map((name) => numberIn(textAt(root, 'imagesize', name)));
  return {
    format: 'LabelMe',
    images: [{ fileName: textAt(root, 'filename') ?? '', width, height, annotations }],
    problems: problems.all(),
  };
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
