/** A version of a file that VS Code's Git shows; of what is not committed there is no revision. */
export interface GitVersion {
  /** The file's path on the disk. */
  readonly path: string;
  readonly revision?: string;
}

/**
 * The version behind the query of a `git:` document (`{"path": …, "ref": …}`). `~` is what a change in the work tree is
 * compared with, and counts as HEAD; an empty one is the index, and counts as the text as it stands.
 */
export function gitVersion(query: string): GitVersion | undefined {
  let read: unknown;
  try {
    read = JSON.parse(query);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null || !('path' in read) || typeof read.path !== 'string') return undefined;
  const ref = 'ref' in read && typeof read.ref === 'string' ? read.ref : '';
  if (ref === '') return { path: read.path };
  return { path: read.path, revision: /^~\d*$/.test(ref) ? 'HEAD' : ref };
}

/** What git has before a file's first commit, in repositories with short and with long names of commits. */
const emptyTrees: readonly string[] = [
  '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
];

/** Whether a revision is the one that VS Code's Git names where there is nothing before a commit. */
export function isBeforeFirst(revision: string | undefined): boolean {
  return revision !== undefined && emptyTrees.includes(revision);
}
