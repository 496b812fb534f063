import { compareGuidelines } from '../../../server/src/compare/compareGuidelines';
import { documentsOf } from '../../../server/src/compare/documents';
import type { Change, Place } from '../../../server/src/compare/change';
import { gradeChanges } from '../../../server/src/grade/gradeChanges';
import type { GuidelineDiff } from '../../../server/src/grade/graded';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace';
import type { Resolved } from '../../../server/src/workspace/workspace';

/** Where the files of a comparison stand, in either version. */
export const folder = 'file:///home/guideline';

/** Texts by file name; the first one is the guideline. */
export type Files = Readonly<Record<string, string>>;

/** The guideline that the first of the files is, in a workspace of all of them. */
export async function resolve(files: Files): Promise<Resolved> {
  const entries = Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text] as const);
  const workspace = createWorkspace({
    fileSystem: createMemoryFileSystem(Object.fromEntries(entries)),
    folders: [folder],
  });
  const resolved = await workspace.resolve(entries[0]?.[0] ?? '');
  if (!resolved) throw new Error('The first file is no guideline');
  return resolved;
}

export interface Compared {
  readonly before: Resolved;
  readonly after: Resolved;
  readonly changes: readonly Change[];
  readonly diff: GuidelineDiff;
}

export async function compareFiles(old: Files, now: Files): Promise<Compared> {
  const [before, after] = [await resolve(old), await resolve(now)];
  const changes = compareGuidelines(before, after);
  return { before, after, changes, diff: gradeChanges(changes, before, after) };
}

/** A document with this behind its head, which takes five lines. */
export function documentText(kind: 'taxonomy' | 'protocol', body: string): string {
  return [`${kind}: test`, 'version: 1.0.0', 'title: Test', 'status: approved', 'language: en', body].join('\n');
}

/** A place as `line:column path`, from 1; `-` for none. */
export function placeText(place: Place | undefined, guideline: Resolved): string {
  if (!place) return '-';
  const start = documentsOf(guideline).get(place.uri)?.range(place.span).start;
  return `${(start?.line ?? -1) + 1}:${(start?.character ?? -1) + 1} ${place.path}`;
}

/** A change in one line: `level/remedy id subject before → after | from | to`. */
export function lines({ before, after, diff }: Compared): string[] {
  return diff.changes.map(
    (change) =>
      `${change.level}/${change.remedy} ${change.id} ${change.subject} ${JSON.stringify(change.before)} → ${JSON.stringify(change.after)}` +
      ` | ${placeText(change.from, before)} | ${placeText(change.to, after)}`,
  );
}
