import type { History } from '../../../server/src/workspace/history';
import { HistoryError } from '../../../server/src/workspace/history';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';

/** A history of commits, the newest first, each a day older than the one before: the files as they were, by URI. */
export function historyOf(
  commits: readonly Readonly<Record<string, string>>[],
  onRead?: (commit: number) => void,
): History {
  const revisions = commits.map((_, i) => ({
    id: `c${i}`,
    refs: [],
    author: 'A',
    date: new Date(Date.UTC(2026, 2, 20 - i, 8)).toISOString(),
    subject: 'S',
  }));
  return {
    revisions: async (_uri, limit) => revisions.slice(0, limit),
    async *contents(uri) {
      for (const [i, revision] of revisions.entries()) {
        onRead?.(i);
        const bytes = await createMemoryFileSystem(commits[i] ?? {}).read(uri);
        if (bytes) yield { revision, bytes };
      }
    },
    leftOut: async () => undefined,
    async at(_uri, revision) {
      const files = commits[Number(revision.slice(1))];
      if (!files) throw new HistoryError('unknown');
      return createMemoryFileSystem(files);
    },
  };
}
