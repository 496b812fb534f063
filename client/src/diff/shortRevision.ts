/** A revision as it stands in a title: a commit's full name is too long for one, other names are not. */
export function shortRevision(revision: string): string {
  return /^[0-9a-f]{40,}$/.test(revision) ? revision.slice(0, 8) : revision;
}
