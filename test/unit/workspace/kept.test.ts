import { expect, it } from 'vitest';
import type { FileStat } from '../../../server/src/workspace/fileSystem';
import { keepFiles } from '../../../server/src/workspace/keptFiles';

/** One file, whose size and time can be changed, and how often it was read. */
function oneFile(stat: FileStat) {
  const file = { stat, reads: 0 };
  const fileSystem = {
    read: async () => {
      file.reads++;
      return new Uint8Array(file.stat.size);
    },
    stat: async () => file.stat,
    list: async () => [],
  };
  return { file, fileSystem };
}

it('a file is read once, as long as its size and time are the same', async () => {
  const { file, fileSystem } = oneFile({ type: 'file', size: 10, changed: 1 });
  const kept = keepFiles(fileSystem);
  const first = await kept.read('file:///a');
  expect(await kept.read('file:///a')).toBe(first);
  expect(file.reads).toBe(1);
  file.stat = { type: 'file', size: 10, changed: 2 };
  expect(await kept.read('file:///a')).not.toBe(first);
  kept.forget();
  await kept.read('file:///a');
  expect(file.reads).toBe(3);
});

it('large files, and files of which no time is known, are read each time', async () => {
  for (const stat of [
    { type: 'file', size: 5_000_000, changed: 1 },
    { type: 'file', size: 10 },
  ] as const) {
    const { file, fileSystem } = oneFile(stat);
    const kept = keepFiles(fileSystem);
    await kept.read('file:///a');
    await kept.read('file:///a');
    expect(file.reads).toBe(2);
  }
});

it('only the files that were read last are kept', async () => {
  const { file, fileSystem } = oneFile({ type: 'file', size: 4_000_000, changed: 1 });
  const kept = keepFiles(fileSystem);
  for (let i = 0; i < 10; i++) await kept.read(`file:///${i}`);
  await kept.read('file:///9');
  expect(file.reads).toBe(10);
  await kept.read('file:///0');
  expect(file.reads).toBe(11);
});
