import type { FileSystem } from './fileSystem';

/** One version of a file in the history of its repository. */
export interface Revision {
  /** The full name of the commit. */
  readonly id: string;
  /** Branches and tags that stand at it. */
  readonly refs: readonly string[];
  readonly author: string;
  /** ISO 8601 with time zone. */
  readonly date: string;
  /** The first line of the message. */
  readonly subject: string;
}

/** A mistake that the user can mend: a revision that does not exist, a file that is in no repository. */
export class HistoryError extends Error {}

/** A file as a commit left it. */
export interface CommittedFile {
  readonly revision: Revision;
  readonly bytes: Uint8Array;
}

/** Earlier versions of files. Where there is none (a virtual workspace), `revisions` and `contents` are empty. */
export interface History {
  /** The commits that changed a file, newest first, at most `limit`. Follows renames as far as the history does. */
  revisions(uri: string, limit: number): Promise<readonly Revision[]>;
  /** What the commits of a file left in it, newest first, under the names it had; each is read when it is asked for. */
  contents(uri: string): AsyncIterable<CommittedFile>;
  /**
   * The files as they were at a revision (any name that git knows: a commit, a branch, a tag, `HEAD~2`; `A...B` is where
   * two of them parted), under the URIs they have now. Rejects with {@link HistoryError} when `uri` is in no repository or the revision is unknown.
   */
  at(uri: string, revision: string): Promise<FileSystem>;
  /** What the clone leaves out of the history, and how to get it, in a sentence; nothing where it holds all. */
  leftOut(uri: string): Promise<string | undefined>;
}

/** For places without a history. */
export const noHistory: History = {
  revisions: async () => [],
  contents: async function* () {},
  at: async () => {
    throw new HistoryError('There is no git history here.');
  },
  leftOut: async () => undefined,
};
