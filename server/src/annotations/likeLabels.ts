/** More pixels in a row that differ from the one before than one in so many: a picture. */
const changeEvery = 5;
/** Fewer values than this are labels, however they are strewn. */
const few = 16;

/**
 * Whether values are those of labels: whole numbers from 0 on, not more than `most` different ones, in stretches. `width`
 * values are a row.
 */
export function looksLikeLabels(values: ArrayLike<number>, width: number, most: number): boolean {
  const known = new Set<number>();
  let changes = 0;
  let previous = -1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value === previous) continue;
    if (!Number.isInteger(value) || value < 0) return false;
    if (i % width !== 0) changes++;
    known.add(value);
    if (known.size > most) return false;
    previous = value;
  }
  return known.size <= few || changes * changeEvery <= values.length;
}
