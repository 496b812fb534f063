import type { Block, Place } from './block';

/**
 * An entry of the root with all lines up to the next one, or the text before the first of them, or a whole document that
 * is read in one piece. Its blocks follow each other; all but the first are entries of its own map.
 */
export interface Section {
  readonly place: Place;
  readonly blocks: readonly Block[];
  /** Where each block starts, counted from the start of the section, and where the last one ends. */
  readonly starts: Float64Array;
  readonly length: number;
  /** The column of its own keys (from 0); 0 when it is one block. */
  readonly column: number;
  /** Whether a change anywhere in it may change how it is cut. */
  readonly fragile: boolean;
}

/** A section of these blocks; tells their places that they stand in it. */
export function createSection(place: Place, blocks: readonly Block[], column: number, fragile: boolean): Section {
  const starts = new Float64Array(blocks.length + 1);
  let end = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    if (block.place.index !== i) block.place.index = i;
    if (block.place.inside !== place) block.place.inside = place;
    starts[i + 1] = end += block.length;
  }
  return { place, blocks, starts, length: end, column, fragile };
}
