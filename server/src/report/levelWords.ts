import type { Level, Remedy } from '../grade/graded';

/** What each level means for the annotations made so far. */
export const headings: Readonly<Record<Level, string>> = {
  breaking: 'Breaking: annotations made so far become invalid or change their meaning',
  review: 'Review: annotations stay valid, but readers may decide otherwise now',
  quality: 'Quality: what the annotations are worth as evidence changes',
  additive: 'Additive: annotations made so far are incomplete, not wrong',
  editorial: 'Editorial: nothing that a reader would decide by',
};

/** What is to be done with the annotations that exist. */
export const remedyWords: Readonly<Record<Remedy, string>> = {
  none: 'Nothing is to be done.',
  migrate: 'A program can bring the annotations over.',
  're-read': 'A reader must look again.',
  redraw: 'A reader must draw again.',
};
