import type { LoggedVersion } from '../report/guidelineLog';
import { judgedVersion, reportLogJson, reportLogText } from '../report/guidelineLog';
import { readingProblems } from '../report/readingProblems';
import type { Revision } from '../workspace/history';
import type { ResolvedProtocol, ResolvedTaxonomy } from '../workspace/workspace';
import type { Environment, ExitCode, Format } from './environment';
import { UnusableCall } from './environment';
import { countFrom } from './optionValues';
import type { Tree } from './tree';
import { gradedDiff, guidelineIn, treeAt } from './tree';
import { findPlace } from './version';

export interface LogOptions {
  readonly format: Format;
  /** So many commits are listed. */
  readonly limit?: string;
}

/** `labelwright log GUIDELINE`: its versions in git, newest first, with the level of what changed, the bump and the author. */
export async function runLog(path: string, options: LogOptions, environment: Environment): Promise<ExitCode> {
  const limit = countFrom('--limit', options.limit) ?? 20;
  const { uri, type, tree } = await findPlace(path, environment);
  if (type === 'folder') throw new UnusableCall(`“${path}” is a folder. Name one guideline’s file.`);
  // One more than is listed: the last one is compared with it.
  const revisions = await environment.history.revisions(uri, limit + 1);
  if (revisions.length === 0) throw new UnusableCall(`No commit has “${path}”, so that it has no versions in git.`);

  let newer: Version | undefined = { guideline: await guidelineIn(tree, uri) };
  const found: LoggedVersion[] = [];
  for (const revision of revisions) {
    const older: Version = { revision, guideline: await guidelineIn(await treeAt(uri, revision.id, environment), uri) };
    if (newer) found.push(await logged(newer, older, tree));
    newer = older;
  }
  if (newer && revisions.length <= limit) found.push(await logged(newer, undefined, tree));
  const [current, ...committed] = found;
  const isChanged = current !== undefined && Object.values(current.levels ?? {}).some((count) => count > 0);
  const listed = isChanged ? found : committed;
  environment.print(options.format === 'json' ? reportLogJson(path, listed) : reportLogText(listed));
  return 0;
}

interface Version {
  readonly revision?: Revision;
  readonly guideline: ResolvedTaxonomy | ResolvedProtocol | undefined;
}

/** Judged as the configuration of today says. */
async function logged(
  { revision, guideline }: Version,
  older: Version | undefined,
  tree: Tree,
): Promise<LoggedVersion> {
  const before = older?.guideline;
  const diff = before && guideline ? await gradedDiff(tree, before, guideline) : undefined;
  return {
    commit: revision?.id ?? null,
    refs: revision?.refs ?? [],
    date: revision?.date ?? null,
    author: revision?.author ?? null,
    subject: revision?.subject ?? null,
    ...judgedVersion(guideline, before, diff),
    problems: guideline ? readingProblems(undefined, guideline) : ['This version cannot be read.'],
  };
}
