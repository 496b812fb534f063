import type { History } from '../../../server/src/workspace/history';
import { HistoryError } from '../../../server/src/workspace/history';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';

/** The texts of a file in one commit. */
export interface PastVersion {
  readonly date: string;
  readonly text: string;
}

/** A history of one file, the newest commit first; the commits are called 1, 2, … from the oldest on. */
export function historyOf(uri: string, versions: readonly PastVersion[]): History {
  const commits = versions.map(({ date, text }, i) => ({
    revision: { id: String(versions.length - i), refs: [], author: '', date: `${date}T12:00:00Z`, subject: '' },
    bytes: new TextEncoder().encode(text),
  }));
  return {
    revisions: async () => commits.map(({ revision }) => revision),
    contents: async function* () {
      yield* commits;
    },
    at: async (_uri, id) => {
      const commit = commits.find(({ revision }) => revision.id === id);
      if (!commit) throw new HistoryError(`There is no revision “${id}”.`);
      return createMemoryFileSystem({ [uri]: commit.bytes });
    },
    leftOut: async () => undefined,
  };
}
