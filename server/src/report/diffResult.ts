import type { Place } from '../compare/change';
import { documentsOf } from '../compare/documents';
import type { GuidelineDiff } from '../grade/graded';
import { spaceOf } from '../grade/names';
import { notesOf } from '../grade/notes';
import type { DiffResult } from '../requests';
import type { Resolved } from '../workspace/workspace';
import type { YamlDocument } from '../yaml/document';
import type { Range } from '../yaml/position';
import { readable } from './readable';
import { lookOf, subjectOf } from './changeSubject';
import { readingProblems } from './readingProblems';
import { versionOf } from './versionFit';

/** A comparison as the panel shows it. */
export function toDiffResult(
  diff: GuidelineDiff,
  before: Resolved | undefined,
  after: Resolved | undefined,
): DiffResult {
  const [old, now] = [documentsOf(before), documentsOf(after)];
  const spaces = [spaceOf(after), spaceOf(before)].filter((space) => space !== undefined);
  return {
    bump: diff.bump,
    changes: diff.changes.map((change) => ({
      id: change.id,
      level: change.level,
      remedy: change.remedy,
      subject: change.subject,
      about: subjectOf(change, spaces),
      message: change.message,
      reason: change.reason,
      notes: notesOf(change),
      before: readable(change.before),
      after: readable(change.after),
      from: placeIn(old, change.from),
      to: placeIn(now, change.to),
      fingerprint: change.fingerprint,
      look: lookOf(change),
    })),
    fromVersion: versionOf(before),
    toVersion: versionOf(after),
    problems: readingProblems(before, after),
  };
}

function placeIn(
  documents: ReadonlyMap<string, YamlDocument>,
  place: Place | undefined,
): { uri: string; range: Range } | null {
  const document = place && documents.get(place.uri);
  return document ? { uri: place.uri, range: document.range(place.span) } : null;
}
