import type { Annotation } from '../../../../server/src/annotations/annotation';
import type { LabelStyle } from './labelStyles';

const shapes: Record<Annotation['shape']['type'], string> = {
  box: 'box',
  polygon: 'polygon',
  ellipse: 'ellipse',
  polyline: 'line',
  point: 'point',
  mask: 'mask',
  volume: 'mask',
  keypoints: 'key points',
  classification: 'whole image',
};

/** What an annotation is besides its label, in the guideline's words: `mask · Side: left · Width: 12 mm`. */
export function describeAnnotation({ shape, attributes }: Annotation, { label }: Pick<LabelStyle, 'label'>): string {
  const recorded = [...attributes].map(([word, value]) => {
    const { name = word, unit } = label?.attributes?.find(({ id }) => id === word) ?? {};
    return `${name}: ${value}${unit !== undefined && typeof value !== 'boolean' ? ` ${unit}` : ''}`;
  });
  return [shapes[shape.type], ...recorded].join(' · ');
}

/** How the file's word was matched to the label, where it is not the label's id; or that it was not. */
export function describeMatch(style: LabelStyle, word: string): string | undefined {
  if (!style.label) return 'Not in the taxonomy';
  if (style.others) {
    const labels = [style.label, ...style.others];
    const names = labels.map(({ id, layer }) => `“${id}”${layer === undefined ? '' : ` (layer ${layer})`}`);
    return `Value ${word} may be ${names.join(' or ')}`;
  }
  return style.by && style.by !== 'id' ? `“${word}” in the file, matched by ${style.by}` : undefined;
}
