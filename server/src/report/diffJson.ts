import type { ChangeValue } from '../compare/change';
import { documentsOf } from '../compare/documents';
import type { GradedChange, GuidelineDiff, Level, Remedy } from '../grade/graded';
import { notesOf, textsOf } from '../grade/notes';
import { wordDiff } from '../compare/wordDiff';
import type { Comparison, DiffReport, ReportedPlace } from './diffReport';
import { countLevels, headOf, largestBump, reportedPlace } from './diffReport';
import { fitOf, versionOf } from './versionFit';

/** The JSON of `labelwright diff --format json`. Others build on it: keep it. */
export interface ReportedDiff {
  readonly schemaVersion: 1;
  /** What was compared with what. */
  readonly from: string;
  readonly to: string;
  /** The largest step that any of the guidelines should take. */
  readonly bump: GuidelineDiff['bump'];
  readonly levels: Readonly<Record<Level, number>>;
  readonly guidelines: readonly ReportedGuideline[];
  readonly changes: readonly ReportedChange[];
}

/** A guideline that was compared; `null` for what a version does not have. */
export interface ReportedGuideline {
  readonly id: string | null;
  readonly kind: 'taxonomy' | 'protocol';
  readonly from: string;
  readonly to: string;
  readonly fromVersion: string | null;
  readonly toVersion: string | null;
  readonly bump: GuidelineDiff['bump'];
  /** Whether the version went as far as the changes ask for; `null` where a version is not known. */
  readonly bumpMade: boolean | null;
  /** What could not be read, in sentences. */
  readonly problems: readonly string[];
}

export interface ReportedChange {
  readonly id: string;
  readonly level: Level;
  readonly remedy: Remedy;
  /** Index in `guidelines`. */
  readonly guideline: number;
  readonly subject: string;
  /** JSON Pointer in the new document, for what is gone in the old one. */
  readonly path: string;
  readonly message: string;
  readonly reason: string;
  readonly before: ChangeValue;
  readonly after: ChangeValue;
  readonly from: ReportedPlace | null;
  readonly to: ReportedPlace | null;
  readonly fingerprint: string;
  /** Of renames, merges and splits: whether it is certain, and what speaks for it. */
  readonly certain?: boolean;
  readonly evidence?: readonly string[];
  /** Of texts: the words that one version has and the other has not, in order. */
  readonly words?: { readonly removed: readonly string[]; readonly added: readonly string[] };
  /** Negations, conditions, opposites, numbers and units that changed, in sentences. */
  readonly notes?: readonly string[];
}

/** Comparisons as JSON text, with a line end. */
export function reportDiffJson(report: DiffReport): string {
  return `${JSON.stringify(reportedDiff(report), null, 2)}\n`;
}

/** Comparisons as a value to be written as JSON. */
export function reportedDiff({ from, to, comparisons, displayPath }: DiffReport): ReportedDiff {
  return {
    schemaVersion: 1,
    from,
    to,
    bump: largestBump(comparisons),
    levels: countLevels(comparisons),
    guidelines: comparisons.map(reportedGuideline),
    changes: comparisons.flatMap((comparison, guideline) => {
      const [old, now] = [documentsOf(comparison.before), documentsOf(comparison.after)];
      return comparison.changes.map((change) => ({
        id: change.id,
        level: change.level,
        remedy: change.remedy,
        guideline,
        subject: change.subject,
        path: (change.to ?? change.from)?.path ?? '',
        message: change.message,
        reason: change.reason,
        before: change.before,
        after: change.after,
        from: reportedPlace(change.from, old, displayPath),
        to: reportedPlace(change.to, now, displayPath),
        fingerprint: change.fingerprint,
        ...evidenceIn(change),
        ...wordsIn(change),
      }));
    }),
  };
}

function reportedGuideline({ from, to, before, after, diff, problems }: Comparison): ReportedGuideline {
  const head = headOf(after) ?? headOf(before);
  return {
    id: head?.id?.text ?? null,
    kind: (after ?? before)?.kind === 'protocol' ? 'protocol' : 'taxonomy',
    from,
    to,
    fromVersion: versionOf(before),
    toVersion: versionOf(after),
    bump: diff.bump,
    bumpMade: fitOf(diff.bump, before, after),
    problems,
  };
}

function evidenceIn({ details }: GradedChange): Pick<ReportedChange, 'certain' | 'evidence'> {
  const [certain, evidence] = [details?.['certain'], details?.['evidence']];
  return {
    ...(typeof certain === 'boolean' && { certain }),
    ...(Array.isArray(evidence) && { evidence: evidence.map(String) }),
  };
}

function wordsIn(change: GradedChange): Pick<ReportedChange, 'words' | 'notes'> {
  const texts = textsOf(change);
  if (texts?.before === undefined || texts.after === undefined) return {};
  const { before, after } = wordDiff(texts.before, texts.after);
  const changed = (parts: typeof before) => parts.flatMap((part) => (part.changed ? [part.text.trim()] : []));
  const notes = notesOf(change);
  return {
    words: { removed: changed(before).filter(isSaid), added: changed(after).filter(isSaid) },
    ...(notes.length > 0 && { notes }),
  };
}

function isSaid(text: string): boolean {
  return text !== '';
}
