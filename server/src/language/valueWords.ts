import type { Scale } from '../checks/rules/metrics';
import { metricNamed } from '../checks/rules/metrics';
import { listed } from '../checks/words';

const geometries = new Map([
  ['mask', 'Every pixel that belongs to it.'],
  ['polygon', 'Its outline, a closed line with corners.'],
  ['box', 'The smallest rectangle around it, with sides along the image.'],
  ['ellipse', 'An ellipse around it, given by its two axes.'],
  ['polyline', 'An open line with corners, such as along a catheter or a fracture.'],
  ['point', 'One point at its place.'],
  ['keypoints', 'Several named points, such as landmarks to measure by.'],
  ['classification', 'A tick for the whole image, series, study or patient: no place is marked.'],
  ['span', 'A stretch of text or of time.'],
]);

const metrics = new Map([
  ['dice', 'Dice: twice the common area over the sum of both areas; 1 is the same area, 0 nothing in common.'],
  ['iou', 'Intersection over union: the common area over the area of both together; 1 is the same area.'],
  ['boundary-iou', 'Intersection over union of a band along the two outlines: strict where large areas hide errors.'],
  ['nsd', 'Normalised surface distance: the share of the outlines that lie within a tolerance of each other.'],
  ['hd', 'Hausdorff distance: the largest distance between the two outlines; one stray pixel decides it.'],
  ['hd95', 'Hausdorff distance without the largest 5%: how far the two outlines lie apart at their worst.'],
  ['assd', 'Average symmetric surface distance: the mean distance of all points of both outlines.'],
  ['masd', 'Mean average surface distance: the mean of the two outlines’ mean distances.'],
  ['f1', 'F1: of all findings of two readers, how many both have found; 1 is all of them.'],
  [
    'oks',
    'Object keypoint similarity: how near named points lie, in proportion to the size of the object; 1 is the same.',
  ],
  ['mean-distance', 'The mean distance between places that two readers marked.'],
  [
    'icc',
    'Intraclass correlation: the share of the differences that lies in the cases and not in the readers; 1 is best.',
  ],
  [
    'bland-altman',
    'Bland–Altman: the mean difference of two readers, and the limits that hold 95% of the differences.',
  ],
  [
    'percent-agreement',
    'The share of equal answers. Some of them are equal by chance, which it does not take into account.',
  ],
  ['cohen-kappa', 'Cohen’s kappa: the agreement of two readers beyond chance; 1 is best, 0 is chance.'],
  ['weighted-kappa', 'Weighted kappa: agreement of two readers beyond chance, where near grades count as half right.'],
  ['fleiss-kappa', 'Fleiss’ kappa: agreement of several readers beyond chance, who need not be the same in each case.'],
  ['conger-kappa', 'Conger’s kappa: agreement beyond chance of several readers who all read every case.'],
  [
    'krippendorff-alpha',
    'Krippendorff’s alpha: agreement of any number of readers beyond chance; answers may be missing.',
  ],
  ['gwet-ac1', 'Gwet’s AC1: agreement beyond chance that stays stable where one answer is much more frequent.'],
  ['gwet-ac2', 'Gwet’s AC2: as AC1, where near grades count as partly right.'],
]);

const scales: Readonly<Record<Scale, string>> = {
  class: 'classes',
  grade: 'grades',
  number: 'numbers',
  area: 'areas',
  box: 'boxes',
  point: 'points',
  line: 'lines',
};

/** What a measure of agreement fits: `for boxes, points or lines`. */
export function metricUse(metric: string): string | undefined {
  const known = metricNamed(metric);
  return known && `for ${listed(known.fits.map((scale) => scales[scale]))}${known.two ? ', two readers' : ''}`;
}

/** What one value out of a list means, where the list is that of the geometries or of the measures of agreement. */
export function wordsOfValue(listTitle: string | undefined, value: string): string | undefined {
  if (listTitle === 'Geometry') return geometries.get(value);
  if (listTitle !== 'Measure of agreement') return undefined;
  const [words, use] = [metrics.get(value), metricUse(value)];
  return words && (use === undefined ? words : `${words} It is ${use}.`);
}
