/** A branch or a tag. */
export interface Ref {
  /** `main`, `origin/main`, `v2.3.0`. */
  readonly name: string;
  readonly kind: 'branch' | 'tag';
  /** Whether it is the branch that is checked out. */
  readonly isCurrent: boolean;
  /** ISO 8601 with time zone: of its last commit, or of the tag. */
  readonly date: string;
  /** The first line of the message of its last commit, or of the tag. */
  readonly subject: string;
}

/** The names by which a repository calls its versions. */
export interface Branches {
  /** Branches and tags of the repository that a file lies in, the latest first; none where there is no repository. */
  refs(uri: string): Promise<readonly Ref[]>;
}

/** For places without a history. */
export const noBranches: Branches = { refs: async () => [] };
