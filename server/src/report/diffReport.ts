import { documentsOf } from '../compare/documents';
import type { Place } from '../compare/change';
import type { Bump, GradedChange, GuidelineDiff, Level } from '../grade/graded';
import { levels } from '../grade/graded';
import type { Resolved, ResolvedProtocol, ResolvedTaxonomy } from '../workspace/workspace';
import type { YamlDocument } from '../yaml/document';
import { entryOf, pointerSteps } from '../yaml/node';
import type { Range } from '../yaml/position';

/** One guideline in two versions, of which one may be missing. */
export interface Comparison {
  /** What the two versions are called: paths, or `REV:path`. */
  readonly from: string;
  readonly to: string;
  readonly before: Resolved | undefined;
  readonly after: Resolved | undefined;
  /** All that changed. */
  readonly diff: GuidelineDiff;
  /** What is shown of it. */
  readonly changes: readonly GradedChange[];
  /** What could not be read of either version, in sentences. */
  readonly problems: readonly string[];
}

/** What is reported of guidelines that were compared. */
export interface DiffReport {
  /** What was compared with what, as it was asked for. */
  readonly from: string;
  readonly to: string;
  readonly comparisons: readonly Comparison[];
  /** Changes of this level and graver ones are what a check should fail of. */
  readonly failOn: Level;
  /** Labelwright's version. */
  readonly version: string;
  /** The date of today, as `2026-02-01`. */
  readonly today: string;
  /** A file as the user would name it. */
  displayPath(uri: string): string;
  /** The URI of the repository (or other folder) that a file is in. */
  rootOf(uri: string): string;
}

/** The URI of the newer version of a guideline, or of the older one where it is gone. */
export function uriOf({ before, after }: Comparison): string {
  return (after ?? before)?.file.uri ?? '';
}

/** The taxonomy or protocol of a comparison, the newer one where there is one. */
export function headOf(guideline: Resolved | undefined) {
  if (!guideline || guideline.kind === 'config') return undefined;
  return headIn(guideline);
}

function headIn(guideline: ResolvedTaxonomy | ResolvedProtocol) {
  return guideline.kind === 'taxonomy' ? guideline.taxonomy : guideline.protocol;
}

/** How many changes are shown of each level. */
export function countLevels(comparisons: readonly Comparison[]): Record<Level, number> {
  const counts: Record<Level, number> = { breaking: 0, review: 0, quality: 0, additive: 0, editorial: 0 };
  for (const { changes } of comparisons) for (const { level } of changes) counts[level]++;
  return counts;
}

const bumps: readonly Bump[] = ['none', 'patch', 'minor', 'major'];

/** The largest step that any of the guidelines should take. */
export function largestBump(comparisons: readonly Comparison[]): Bump {
  return bumps[Math.max(0, ...comparisons.map(({ diff }) => bumps.indexOf(diff.bump)))] ?? 'none';
}

/** Whether a level is as grave as another, or graver. */
export function isAsGrave(level: Level, as: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(as);
}

/** `3 changes: 1 breaking, 2 additive.` */
export function summary(comparisons: readonly Comparison[]): string {
  const counts = countLevels(comparisons);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return 'No changes.';
  const parts = levels.filter((level) => counts[level] > 0).map((level) => `${counts[level]} ${level}`);
  return `${total} ${total === 1 ? 'change' : 'changes'}: ${parts.join(', ')}.`;
}

/** Line and column count from 1, in UTF-16 code units; ends are exclusive. */
export interface ReportedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a place stands in its document, from 1; `null` for no place. */
export function reportedPlace(
  place: Place | undefined,
  documents: ReadonlyMap<string, YamlDocument>,
  displayPath: (uri: string) => string,
): ReportedPlace | null {
  const range = rangeOf(place, documents);
  if (!place || !range) return null;
  return { file: displayPath(place.uri), line: range.start.line + 1, column: range.start.character + 1 };
}

/** A change in a file as it is now. */
export interface Anchor {
  readonly uri: string;
  readonly range: Range;
}

/**
 * Where a change is shown in the newer version: its place there; for what is gone, the key of what it belonged to; the
 * start of the file where that is gone, too.
 */
export function anchorOf({ from, to }: GradedChange, comparison: Comparison): Anchor {
  const documents = documentsOf(comparison.after);
  const range = rangeOf(to, documents);
  if (to && range) return { uri: to.uri, range };
  const start = { line: 0, character: 0 };
  const now = from && nowAt(from, comparison);
  const uri = now && documents.has(now.uri) ? now.uri : uriOf(comparison);
  const document = documents.get(uri);
  if (!document || !now) return { uri, range: { start, end: start } };
  let [node, key] = [document.root, undefined as typeof document.root | undefined];
  for (const step of pointerSteps(now.path)) {
    const entry = entryOf(node, step);
    if (!entry) break;
    [node, key] = [entry.value, entry.key];
  }
  return { uri, range: key ? document.range(key) : { start, end: start } };
}

/** Where an old place would be in the newer version: inside what was renamed, inside what has the new id. */
function nowAt({ uri, path }: Pick<Place, 'uri' | 'path'>, { diff }: Comparison): Pick<Place, 'uri' | 'path'> {
  const renames = diff.changes.flatMap(({ id, from, to }) => {
    return id.endsWith('-renamed') && from && to && from.uri === uri && path.startsWith(`${from.path}/`)
      ? [{ from, to }]
      : [];
  });
  const [nearest] = renames.sort((a, b) => b.from.path.length - a.from.path.length);
  return nearest
    ? { uri: nearest.to.uri, path: nearest.to.path + path.slice(nearest.from.path.length) }
    : { uri, path };
}

function rangeOf(place: Place | undefined, documents: ReadonlyMap<string, YamlDocument>): Range | undefined {
  const document = place && documents.get(place.uri);
  return document && document.range(place.span);
}
