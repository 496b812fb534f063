import type { Annotation, AnnotationFile, Point, Shape } from './annotation';

/** Places farther from the image's corner are a mistake of the file, and cannot be drawn. */
const farthest = 10_000_000;

/** A file of which no shape has a place that is no number or beyond any image; such ones become classes, and are told. */
export function checkedFile(file: AnnotationFile): AnnotationFile {
  let count = 0;
  let example: Annotation | undefined;
  const images = file.images.map((image) => {
    if (image.annotations.every(({ shape }) => isPlaced(shape))) return image;
    const annotations = image.annotations.map((annotation): Annotation => {
      if (isPlaced(annotation.shape)) return annotation;
      count++;
      example ??= annotation;
      return { ...annotation, shape: { type: 'classification' } };
    });
    return { ...image, annotations };
  });
  if (count === 0) return file;
  const others = count > 1 ? ` (so do ${count - 1} others)` : '';
  const problem = `Annotation ${example?.id} has a place beyond any image, more than ${farthest} pixels away${others}.`;
  const places = new Map(file.places);
  if (example?.source) places.set(problem, example.source);
  return { ...file, images, problems: [...file.problems, problem], ...(places.size > 0 && { places }) };
}

function isPlaced(shape: Shape): boolean {
  switch (shape.type) {
    case 'box':
      return [shape.x, shape.y, shape.width, shape.height, shape.rotation ?? 0].every(isNear);
    case 'ellipse':
      return [...shape.center, ...shape.radii, shape.rotation ?? 0].every(isNear);
    case 'polygon':
      return shape.rings.every((ring) => ring.every(isPoint));
    case 'polyline':
      return shape.points.every(isPoint);
    case 'point':
      return isPoint(shape.at);
    case 'keypoints':
      return shape.points.every(({ at }) => !at || isPoint(at));
    default:
      return true;
  }
}

function isPoint([x, y]: Point): boolean {
  return isNear(x) && isNear(y);
}

function isNear(number: number): boolean {
  return Math.abs(number) <= farthest;
}
