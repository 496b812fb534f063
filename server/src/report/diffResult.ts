import type { ChangeValue, Place } from '../compare/change';
import { documentsOf } from '../compare/documents';
import type { GuidelineDiff } from '../grade/graded';
import { spaceOf } from '../grade/names';
import type { DiffResult } from '../requests';
import type { Resolved } from '../workspace/workspace';
import type { YamlDocument } from '../yaml/document';
import type { Range } from '../yaml/position';
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

/** A value for people, much as the document writes it; `null` for none. */
export function readable(value: ChangeValue): string | null {
  return value === null ? null : lines(value).join('\n');
}

function lines(value: ChangeValue): string[] {
  if (value === null) return [''];
  if (typeof value !== 'object') return String(value).split('\n');
  if (Array.isArray(value)) {
    if (value.every((item: ChangeValue) => item === null || typeof item !== 'object')) {
      const short = value.map(String);
      if (short.every((item) => item.length < 40 && !item.includes(',') && !item.includes('\n')))
        return [short.join(', ')];
    }
    return value.flatMap((item: ChangeValue) => indented('- ', lines(item)));
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const inner = lines(item);
    if (inner.length === 1 && !(item !== null && typeof item === 'object' && !Array.isArray(item))) {
      return [`${key}: ${inner[0] ?? ''}`.trimEnd()];
    }
    return [`${key}:`, ...indented('  ', inner, '  ')];
  });
}

function indented(first: string, inner: readonly string[], rest = ' '.repeat(first.length)): string[] {
  return inner.map((line, i) => `${i === 0 ? first : rest}${line}`);
}
