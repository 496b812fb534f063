/** The heights of the rows of a list, one below the other; in CSS pixels, rows counted from 0. */
export interface Heights {
  readonly total: number;
  /** Where a row begins. */
  top(row: number): number;
  height(row: number): number;
  /** Takes note of a height that was measured; gives how much it differs from what was thought. */
  set(row: number, height: number): number;
  /** The row at a place; the last one below all. */
  at(place: number): number;
}

/** Heights that begin as guesses. */
export function createHeights(guesses: readonly number[]): Heights {
  const heights = [...guesses];
  /** `tops[i]` holds for rows up to `known`. */
  const tops = new Float64Array(heights.length + 1);
  let known = 0;

  function top(row: number): number {
    for (; known < row; known++) tops[known + 1] = tops[known]! + heights[known]!;
    return tops[row] ?? 0;
  }

  return {
    get total() {
      return top(heights.length);
    },
    top,
    height: (row) => heights[row] ?? 0,
    set(row, height) {
      const by = height - (heights[row] ?? height);
      if (by !== 0) {
        heights[row] = height;
        known = Math.min(known, row);
      }
      return by;
    },
    at(place) {
      top(heights.length);
      let [low, high] = [0, heights.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (tops[middle]! <= place) low = middle;
        else high = middle - 1;
      }
      return Math.max(0, low);
    },
  };
}
