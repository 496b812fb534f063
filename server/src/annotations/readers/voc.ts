import type { Annotation, AnnotationFile, AttributeValue, Point, Shape } from '../annotation';
import type { Problems } from '../problems';
import { createProblems } from '../problems';
import type { XmlElement } from '../xml';
import { childAt, childrenOf, numberIn, numbersIn, textAt } from '../xml';

/** Reads Pascal VOC: the boxes of one image, with their parts. Nothing when the XML is not like that. */
export function readVoc(root: XmlElement): AnnotationFile | undefined {
  const isVoc = childAt(root, 'filename') || childAt(root, 'size') || childAt(root, 'object', 'bndbox');
  if (root.name !== 'annotation' || !isVoc) return undefined;
  const problems = createProblems();
  const sized = (name: string) => {
    const size = numberIn(textAt(root, 'size', name));
    return size !== undefined && size > 0 ? size : undefined;
  };
  const annotations = childrenOf(root, 'object').flatMap((object, index) =>
    readObject(object, `${index + 1}`, problems),
  );
  const image = {
    fileName: textAt(root, 'filename') ?? '',
    width: sized('width'),
    height: sized('height'),
    annotations,
  };
  return { format: 'Pascal VOC', images: [image], ...problems.told() };
}

function readObject(object: XmlElement, id: string, problems: Problems): Annotation[] {
  const name = textAt(object, 'name') ?? '';
  const shape = shapeOf(object);
  if (typeof shape === 'string') problems.add(`Object ${id} (“${name}”): ${shape}.`, object.source);
  const annotation: Annotation = {
    id,
    label: { name },
    shape: typeof shape === 'string' ? { type: 'classification' } : shape,
    attributes: attributesOf(object),
    source: object.source,
  };
  const parts = childrenOf(object, 'part').flatMap((part, i) => readObject(part, `${id}.${i + 1}`, problems));
  return [annotation, ...parts];
}

function attributesOf(object: XmlElement): Map<string, AttributeValue> {
  const attributes = new Map<string, AttributeValue>();
  for (const name of ['truncated', 'difficult', 'occluded']) {
    if (textAt(object, name) === '1') attributes.set(name, true);
  }
  for (const attribute of childAt(object, 'attributes')?.children ?? []) {
    const name = textAt(attribute, 'name');
    if (name !== undefined) attributes.set(name, textAt(attribute, 'value') ?? '');
  }
  return attributes;
}

function shapeOf(object: XmlElement): Shape | string {
  const outline = childAt(object, 'polygon');
  if (outline) {
    const ring: Point[] = [];
    for (let i = 1; childAt(outline, `x${i}`); i++) {
      const point = numbersIn([textAt(outline, `x${i}`), textAt(outline, `y${i}`)]);
      if (!point) return 'its polygon is not made of pairs of numbers';
      ring.push([point[0] ?? 0, point[1] ?? 0]);
    }
    if (ring.length >= 3) return { type: 'polygon', rings: [ring] };
  }
  const box = childAt(object, 'bndbox');
  if (!box) return { type: 'classification' };
  const edges = numbersIn(['xmin', 'ymin', 'xmax', 'ymax'].map((name) => textAt(box, name)));
  if (!edges) return 'its box is not made of four numbers';
  const [left = 0, top = 0, right = 0, bottom = 0] = edges;
  if (right < left || bottom < top) return 'its box ends before it begins';
  return { type: 'box', x: left, y: top, width: right - left, height: bottom - top };
}
