import type { FileSystem } from './fileSystem';
import type { History, Revision } from './history';

/** A history that remembers what it said, until it is told to forget that: commits come seldom. */
export interface KeptHistory extends History {
  forget(): void;
}

export function keepHistory(history: History): KeptHistory {
  const revisions = new Map<string, Promise<readonly Revision[]>>();
  const versions = new Map<string, Promise<FileSystem>>();

  function remember<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
    let answer = known.get(key);
    if (!answer) {
      answer = ask();
      known.set(key, answer);
      answer.catch(() => known.delete(key));
    }
    return answer;
  }

  return {
    revisions: (uri, limit) => remember(revisions, `${limit} ${uri}`, () => history.revisions(uri, limit)),
    at: (uri, revision) =>
      remember(versions, `${revision} ${uri}`, async () => keepReads(await history.at(uri, revision))),
    forget() {
      revisions.clear();
      versions.clear();
    },
  };
}

/** What is committed does not change. */
function keepReads(files: FileSystem): FileSystem {
  const known = new Map<string, Promise<Uint8Array | undefined>>();
  return {
    ...files,
    read(uri) {
      let bytes = known.get(uri);
      if (!bytes) known.set(uri, (bytes = files.read(uri)));
      return bytes;
    },
  };
}
