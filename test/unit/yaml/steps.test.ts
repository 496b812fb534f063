import { expect, it } from 'vitest';
import { loneCarriageReturnSteps, withoutLoneCarriageReturns } from '../../../server/src/yaml/line';
import { runAtOnce } from '../../../server/src/yaml/steps';
import { parseSteps } from '../../../server/src/yaml/parseDocument';

/** How many steps a document of so many labels is read in, and the most blocks that were read in one of them. */
function read(labels: number) {
  const content = `labels:\n${'  # a remark\n'.repeat(30)}${Array.from({ length: labels }, (_, i) => `  label-${i}:\n    name: A\n`).join('')}`;
  let [steps, inStep, most] = [0, 0, 0];
  const work = parseSteps(content, { onRead: () => (most = Math.max(most, ++inStep)) });
  while (!work.next().done) [steps, inStep] = [steps + 1, 0];
  return { steps, most };
}

it('a document is read in many steps, of a block at most', () => {
  const { steps, most } = read(3000);
  expect(most).toBe(1);
  // One for each block; of cutting, joining and indexing, one for each thousand.
  expect(steps).toBeGreaterThan(3000 + 12);
  const more = read(6000);
  expect(more.most).toBe(1);
  expect(more.steps - steps).toBeGreaterThan(3000 + 12);
});

it('lone carriage returns become line feeds, wherever the steps end', () => {
  for (const unit of ['a: b\r\n', 'a: b\r', '\r\n', '\r', 'x\r\ry\r\n']) {
    for (const before of ['', 'a', 'ab']) {
      const text = before + unit.repeat(Math.ceil(140_000 / unit.length));
      expect(runAtOnce(loneCarriageReturnSteps(text)) === withoutLoneCarriageReturns(text)).toBe(true);
    }
  }
});
