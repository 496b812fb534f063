import type { Level, Remedy } from './graded';

/** What a change does to the annotations that exist, what to do with them, and why. */
export interface Judgement {
  readonly level: Level;
  readonly remedy: Remedy;
  /** One sentence. */
  readonly reason: string;
}

const of =
  (level: Level) =>
  (remedy: Remedy, reason: string): Judgement => ({ level, remedy, reason });

export const breaking = of('breaking');
export const review = of('review');
export const quality = of('quality');
export const additive = of('additive');
export const editorial = of('editorial');

/** Judgements that many changes share. */
export const wording = editorial('none', 'Only the spelling is another; nothing that a reader decides by has changed.');
export const administrative = editorial('none', 'This is bookkeeping; no reader decides anything by it.');
export const mayDecide = review('re-read', 'Readers who go by the new words may decide otherwise than those before.');
export const evidence = quality('none', 'The annotations stay as they are; what they are worth as evidence changes.');
export const complete = additive('none', 'What exists stays right; it only lacks what is new.');
export const otherName = additive('none', 'What it is called elsewhere has no bearing on what readers decide.');
export const drawnOtherwise = breaking(
  'redraw',
  'Outlines drawn so far follow another rule than those drawn from now on.',
);
export const seenOtherwise = review('re-read', 'Readers see another picture of the case, and may decide otherwise.');
