import type { Bump, GuidelineDiff, Level } from '../grade/graded';
import { levels } from '../grade/graded';
import type { Resolved } from '../workspace/workspace';
import { headOf } from './diffReport';
import { onOneLine } from './line';
import { fitOf, versionOf } from './versionFit';

/** What a commit made of a guideline. `labelwright log --format json` lists them; others build on it: keep it. */
export interface LoggedVersion {
  /** The full name of the commit; `null` for the files as they stand. */
  readonly commit: string | null;
  /** Branches and tags that stand at it. */
  readonly refs: readonly string[];
  /** ISO 8601 with time zone; `null` for the files as they stand, as are the author and the subject. */
  readonly date: string | null;
  readonly author: string | null;
  readonly subject: string | null;
  readonly version: string | null;
  readonly status: string | null;
  /** The gravest level of what changed since the commit before; `null` where nothing did, or there was none. */
  readonly level: Level | null;
  readonly levels: Readonly<Record<Level, number>> | null;
  /** The step that the changes ask for; `null` where there was no guideline before. */
  readonly bump: Bump | null;
  /** Whether the version went that far. */
  readonly bumpMade: boolean | null;
  /** What could not be read of it, in sentences. */
  readonly problems: readonly string[];
}

/** What a version says of itself, and how it differs from the one before. */
export function judgedVersion(
  guideline: Resolved | undefined,
  before: Resolved | undefined,
  diff: GuidelineDiff | undefined,
): Pick<LoggedVersion, 'version' | 'status' | 'level' | 'levels' | 'bump' | 'bumpMade'> {
  return {
    version: versionOf(guideline),
    status: headOf(guideline)?.status?.text ?? null,
    level: levels.find((level) => (diff?.counts[level] ?? 0) > 0) ?? null,
    levels: diff?.counts ?? null,
    bump: diff?.bump ?? null,
    bumpMade: diff ? fitOf(diff.bump, before, guideline) : null,
  };
}

/** The versions of a guideline as JSON text, with a line end. */
export function reportLogJson(guideline: string, versions: readonly LoggedVersion[]): string {
  return `${JSON.stringify({ schemaVersion: 1, guideline, versions }, null, 2)}\n`;
}

/** The versions of a guideline as a table, newest first; behind a version, `!` says that it did not go far enough, `?` that it could not all be read. */
export function reportLogText(versions: readonly LoggedVersion[]): string {
  const rows = versions.map((one) => [
    commitOf(one),
    `${one.version ?? '–'}${one.bumpMade === false ? ' !' : ''}${one.problems.length > 0 ? ' ?' : ''}`,
    one.status ?? '–',
    one.bump === null ? 'first' : (one.level ?? 'no change'),
    one.bump ?? '–',
    one.date?.slice(0, 10) ?? '',
    onOneLine(one.author ?? ''),
    onOneLine(one.subject ?? ''),
  ]);
  const head = ['commit', 'version', 'status', 'level', 'asks for', 'date', 'author', 'subject'];
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = versions.some(({ bumpMade }) => bumpMade === false)
    ? ['! The version did not go as far as the changes ask for.']
    : [];
  for (const one of versions) {
    const [problem] = one.problems;
    if (problem !== undefined) notes.push(`? ${commitOf(one)}: ${onOneLine(problem)}`);
  }
  return `${[...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')}\n`;
}

function commitOf({ commit }: LoggedVersion): string {
  return commit?.slice(0, 10) ?? 'not committed';
}
