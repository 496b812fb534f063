import { expect, test } from 'vitest';
import { createProgress } from '../../../server/src/cli/progress';

/** What a bar prints when each of its steps takes as long (ms). */
function printed(steps: number, each: number, total = steps): string[] {
  let time = 0;
  const lines: string[] = [];
  const progress = createProgress({ total, what: 'files', now: () => time, print: (text) => lines.push(text) });
  for (let step = 0; step < steps; step++) {
    time += each;
    progress.step();
  }
  progress.end();
  return lines;
}

test('a bar is not drawn for what is done in two seconds', () => {
  expect(printed(100, 19)).toEqual([]);
});

test('a bar shows how far long work is, and goes', () => {
  const bar = (filled: number, done: number) =>
    `\r[${'#'.repeat(filled)}${' '.repeat(30 - filled)}] ${done} of 4 files\u001b[K`;
  expect(printed(4, 1000)).toEqual([bar(15, 2), bar(23, 3), bar(30, 4), '\r\u001b[K']);
});

test('a bar is drawn ten times a second at most', () => {
  expect(printed(3000, 1).length).toBe(12);
});
