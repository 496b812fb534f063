import { describe, expect, it } from 'vitest';
import { runInSlices } from '../../../server/src/workspace/slices';

/** A clock that each step of the work moves on, and the times at which there was a pause. */
function fake(stepTakes: number) {
  let time = 0;
  const pauses: number[] = [];
  const done: number[] = [];
  function* work(steps: number): Generator<undefined, string> {
    for (let i = 0; i < steps; i++) {
      time += stepTakes;
      done.push(i);
      yield;
    }
    return 'done';
  }
  const slices = { now: () => time, pause: async () => void pauses.push(time) };
  return { slices, work, pauses, done };
}

describe('work in slices', () => {
  it('pauses after each 8 ms', async () => {
    const { slices, work, pauses } = fake(3);
    expect(await runInSlices(work(7), slices)).toBe('done');
    expect(pauses).toEqual([9, 18]);
  });

  it('does not pause when it is short', async () => {
    const { slices, work, pauses } = fake(1);
    expect(await runInSlices(work(7), slices)).toBe('done');
    expect(pauses).toEqual([]);
  });

  it('is left off when it is overtaken in a pause', async () => {
    const { slices, work, pauses, done } = fake(8);
    expect(await runInSlices(work(7), slices, () => pauses.length === 2)).toBeUndefined();
    expect(done).toEqual([0, 1]);
  });

  it('tells that it takes long, and when it is over', async () => {
    const { slices, work } = fake(10);
    const told: string[] = [];
    const onLongWork = () => {
      told.push(`from ${slices.now()}`);
      return () => told.push(`to ${slices.now()}`);
    };
    await runInSlices(work(10), { ...slices, onLongWork });
    expect(told).toEqual([]);
    await runInSlices(work(20), { ...slices, onLongWork });
    expect(told).toEqual(['from 210', 'to 300']);
    await runInSlices(work(20), { ...slices, onLongWork }, () => told.length === 3);
    expect(told.slice(2)).toEqual(['from 410', 'to 420']);
    await runInSlices(work(2), { ...slices, onLongWork }, () => false, true);
    expect(told.slice(4)).toEqual(['from 420', 'to 440']);
  });
});
