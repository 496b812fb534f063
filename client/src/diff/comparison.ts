import type { DiffParams, DiffSide } from '../../../server/src/requests';
import { fileName } from '../fileName';
import { shortRevision } from './shortRevision';

/** One of two versions that are compared, with a name for people where its revision's would say little. */
export interface ComparedVersion extends DiffSide {
  /** `where it parted from main`. */
  readonly name?: string;
}

/** Two versions of a guideline, the older one first; or two guidelines. */
export interface Comparison extends DiffParams {
  readonly from: ComparedVersion;
  readonly to: ComparedVersion;
}

/** A file as it stands against an earlier version of it. */
export function since(uri: string, revision: string, name?: string): Comparison {
  return { from: { uri, revision, ...(name !== undefined && { name }) }, to: { uri } };
}

export function swapped({ from, to }: Comparison): Comparison {
  return { from: to, to: from };
}

export function ofTwoFiles({ from, to }: Comparison): boolean {
  return from.uri !== to.uri;
}

/** What tells comparisons apart that each have a panel of their own: versions of one file share one. */
export function panelKey(comparison: Comparison): string {
  const { from, to } = comparison;
  return ofTwoFiles(comparison) ? [from.uri, to.uri].sort().join(' ') : to.uri;
}

/** What a version is called in a title; `now` is the word for the text as it stands. */
export function versionName({ revision, name }: ComparedVersion, now: string): string {
  return name ?? (revision === undefined ? now : shortRevision(revision));
}

/** `chest.taxonomy.yaml`, or both names where there are two files. */
export function filesName(comparison: Comparison): string {
  const [from, to] = [fileName(comparison.from.uri), fileName(comparison.to.uri)];
  return ofTwoFiles(comparison) ? `${from} ↔ ${to}` : to;
}

/** A version as the server is asked for it. */
export function sideOf({ uri, revision }: ComparedVersion): DiffSide {
  return revision === undefined ? { uri } : { uri, revision };
}
