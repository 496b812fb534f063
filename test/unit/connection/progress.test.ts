import type { Connection } from 'vscode-languageserver';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withProgress } from '../../../server/src/connection/progress';

/** Slices under a client, a clock that is moved by hand, and what the client was shown. */
function shownTo(workDoneProgress: boolean) {
  const state = { time: 0, shown: [] as string[] };
  const connection = {
    window: {
      createWorkDoneProgress: async () => ({
        begin: (title: string, _percentage: undefined, message: string) => state.shown.push(`${title}: ${message}`),
        done: () => state.shown.push('done'),
      }),
    },
  };
  const slices = withProgress(
    connection as unknown as Connection,
    { now: () => state.time, pause: async () => undefined },
    { window: { workDoneProgress } },
  );
  async function work(milliseconds: number): Promise<void> {
    for (let spent = 0; spent < milliseconds; spent += 10) {
      state.time += 10;
      await slices.pause();
    }
  }
  async function rest(milliseconds: number): Promise<void> {
    state.time += milliseconds;
    await vi.advanceTimersByTimeAsync(milliseconds);
  }
  return { state, work, rest };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('work that goes on for long', () => {
  it('is shown, and ends when there is nothing more to do', async () => {
    const { state, work, rest } = shownTo(true);
    await work(1500);
    expect(state.shown).toEqual(['Labelwright: Reading and checking guidelines']);
    await rest(1000);
    expect(state.shown.slice(1)).toEqual(['done']);
    await work(1500);
    await rest(1000);
    expect(state.shown.length).toBe(4);
  });

  it('is not shown when it is short, or with rests between', async () => {
    const { state, work, rest } = shownTo(true);
    for (let i = 0; i < 10; i++) {
      await work(500);
      await rest(400);
    }
    expect(state.shown).toEqual([]);
  });

  it('is not shown to a client that cannot', async () => {
    const { state, work } = shownTo(false);
    await work(5000);
    expect(state.shown).toEqual([]);
  });
});
