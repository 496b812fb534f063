import type { ChangeValue, Place } from '../compare/change';
import { documentsOf } from '../compare/documents';
import type { GuidelineDiff, Level, Remedy } from '../grade/graded';
import type { Resolved } from '../workspace/workspace';
import type { YamlDocument } from '../yaml/document';

/** What a report of a comparison needs besides its result. */
export interface DiffReportOptions {
  /** The names the two versions were asked for by: paths, or `REV:path`. */
  readonly from: string;
  readonly to: string;
  readonly before: Resolved | undefined;
  readonly after: Resolved | undefined;
  /** A file as it is shown: relative to the working directory, with `/`. */
  readonly displayPath: (uri: string) => string;
}

/** Line and column count from 1, in UTF-16 code units. */
export interface ReportedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The JSON of `labelwright diff --format json`. Others build on it: keep it. */
export interface ReportedDiff {
  readonly schemaVersion: 1;
  readonly from: string;
  readonly to: string;
  readonly bump: GuidelineDiff['bump'];
  readonly levels: Readonly<Record<Level, number>>;
  readonly changes: readonly {
    readonly id: string;
    readonly level: Level;
    readonly remedy: Remedy;
    readonly subject: string;
    /** JSON Pointer in the new document, for what is gone in the old one. */
    readonly path: string;
    readonly message: string;
    readonly before: ChangeValue;
    readonly after: ChangeValue;
    readonly from: ReportedPlace | null;
    readonly to: ReportedPlace | null;
    readonly fingerprint: string;
  }[];
}

/** A comparison as JSON text, with a line end. */
export function reportDiffJson(diff: GuidelineDiff, options: DiffReportOptions): string {
  return `${JSON.stringify(reportedDiff(diff, options), null, 2)}\n`;
}

/** A comparison as a value to be written as JSON. */
export function reportedDiff(
  diff: GuidelineDiff,
  { from, to, before, after, displayPath }: DiffReportOptions,
): ReportedDiff {
  const [old, now] = [documentsOf(before), documentsOf(after)];
  return {
    schemaVersion: 1,
    from,
    to,
    bump: diff.bump,
    levels: diff.counts,
    changes: diff.changes.map((change) => ({
      id: change.id,
      level: change.level,
      remedy: change.remedy,
      subject: change.subject,
      path: (change.to ?? change.from)?.path ?? '',
      message: change.message,
      before: change.before,
      after: change.after,
      from: reportedPlace(change.from, old, displayPath),
      to: reportedPlace(change.to, now, displayPath),
      fingerprint: change.fingerprint,
    })),
  };
}

/** Where a place stands in its document, from 1; `null` for no place. */
export function reportedPlace(
  place: Place | undefined,
  documents: ReadonlyMap<string, YamlDocument>,
  displayPath: (uri: string) => string,
): ReportedPlace | null {
  const document = place && documents.get(place.uri);
  if (!document) return null;
  const { line, character } = document.range(place.span).start;
  return { file: displayPath(place.uri), line: line + 1, column: character + 1 };
}
