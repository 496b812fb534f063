/**
 * Run lengths of a mask as COCO has them: down the columns from the left, beginning with a run of zeros.
 * @param {Uint8Array} mask row by row, not 0 where set
 * @param {number} width
 * @param {number} height
 * @returns {number[]} the runs; they add up to `width * height`
 */
export function encodeRuns(mask, width, height) {
  const runs = [];
  let value = 0;
  let length = 0;
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < height; y += 1) {
      const next = mask[y * width + x] ? 1 : 0;
      if (next !== value) {
        runs.push(length);
        value = next;
        length = 0;
      }
      length += 1;
    }
  }
  return [...runs, length];
}

/**
 * The same runs as the short text of COCO's tools: each run from the fourth on as the difference to the one two before,
 * in groups of five bits, least first, a sixth bit for "more follows", as characters from code 48 on.
 * @param {number[]} runs
 * @returns {string}
 */
export function compressRuns(runs) {
  let text = '';
  runs.forEach((run, i) => {
    let rest = i > 2 ? run - runs[i - 2] : run;
    let more = true;
    while (more) {
      const bits = rest & 0x1f;
      rest >>= 5;
      more = bits & 0x10 ? rest !== -1 : rest !== 0;
      text += String.fromCharCode(48 + (more ? bits | 0x20 : bits));
    }
  });
  return text;
}
