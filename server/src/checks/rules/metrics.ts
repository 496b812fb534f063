import type { Geometry } from '../../model/taxonomy';
import { lookup } from '../lookup';

/** What a measure of agreement is taken of. */
export type Scale = 'class' | 'grade' | 'number' | 'area' | 'box' | 'point' | 'line';

export interface Metric {
  readonly fits: readonly Scale[];
  /** Whether it is for two readers only. */
  readonly two?: boolean;
  /** The least and the greatest value it can have. */
  readonly range: readonly [number, number];
  /** Whether less is better, so that a limit is a `maximum`. */
  readonly less?: boolean;
}

const area = { fits: ['area'], range: [0, 1] } as const;
const distance = { fits: ['area', 'line'], range: [0, Infinity], less: true } as const;

/** The measures of agreement of the format: what they fit, for how many readers, and in which range (Metrics Reloaded; PMC10973739). */
const metrics: Readonly<Record<string, Metric>> = {
  dice: area,
  iou: { fits: ['area', 'box'], range: [0, 1] },
  'boundary-iou': area,
  nsd: area,
  hd: distance,
  hd95: distance,
  assd: distance,
  masd: distance,
  f1: { fits: ['box', 'point', 'area', 'line'], range: [0, 1] },
  oks: { fits: ['point'], range: [0, 1] },
  'mean-distance': { fits: ['point', 'line', 'box'], range: [0, Infinity], less: true },
  icc: { fits: ['number', 'grade'], range: [-1, 1] },
  'bland-altman': { fits: ['number'], two: true, range: [-Infinity, Infinity], less: true },
  'percent-agreement': { fits: ['class', 'grade'], range: [0, 1] },
  'cohen-kappa': { fits: ['class'], two: true, range: [-1, 1] },
  'weighted-kappa': { fits: ['grade'], two: true, range: [-1, 1] },
  'fleiss-kappa': { fits: ['class'], range: [-1, 1] },
  'conger-kappa': { fits: ['class'], range: [-1, 1] },
  'krippendorff-alpha': { fits: ['class', 'grade', 'number'], range: [-1, 1] },
  'gwet-ac1': { fits: ['class'], range: [-1, 1] },
  'gwet-ac2': { fits: ['grade'], range: [-1, 1] },
};

/** What is known of a measure; nothing when the format has no such measure. */
export function metricNamed(name: string): Metric | undefined {
  return lookup(metrics, name);
}

/** What to use for a scale, by how many readers there are. */
export const recommended: Readonly<Record<Scale, readonly [two: string, more: string]>> = {
  class: ['cohen-kappa', 'fleiss-kappa'],
  grade: ['weighted-kappa', 'krippendorff-alpha'],
  number: ['icc', 'icc'],
  area: ['dice', 'dice'],
  box: ['f1', 'f1'],
  point: ['f1', 'f1'],
  line: ['assd', 'assd'],
};

/** What agreement on a geometry is measured by. */
export function scaleOfGeometry(geometry: string): Scale | undefined {
  const scales: Record<Geometry, Scale> = {
    mask: 'area',
    polygon: 'area',
    ellipse: 'area',
    box: 'box',
    span: 'box',
    point: 'point',
    keypoints: 'point',
    polyline: 'line',
    classification: 'class',
  };
  return lookup(scales, geometry);
}
