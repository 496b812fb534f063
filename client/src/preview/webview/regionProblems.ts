import { shapeFits, shapeWords } from '../../../../server/src/annotations/allowedShapes';
import type { Annotation } from '../../../../server/src/annotations/annotation';
import { boundsOf } from '../../../../server/src/annotations/bounds';
import type { LabelStyle } from './labelStyles';

/** What is wrong with one annotation on its picture, in sentences. */
export function regionProblems(
  { shape }: Annotation,
  { label, name }: Pick<LabelStyle, 'label' | 'name'>,
  size: { readonly width: number; readonly height: number } | undefined,
): readonly string[] {
  const problems: string[] = [];
  const allowed = label?.geometry;
  if (allowed && !shapeFits(shape, allowed)) {
    problems.push(`“${name}” is marked as ${shapeWords[shape.type]}, not as ${allowed.join(', ')}.`);
  }
  const bounds = boundsOf(shape);
  if (bounds && size) {
    const { x, y, width, height } = bounds;
    // A line on the very edge is still on the image.
    const outside = x < -0.5 || y < -0.5 || x + width > size.width + 0.5 || y + height > size.height + 0.5;
    if (outside) problems.push('It reaches beyond the image.');
  }
  return problems;
}
