import compare from 'semver/functions/compare.js';
import inc from 'semver/functions/inc.js';
import valid from 'semver/functions/valid.js';
import type { Located } from '../../model/read';
import { createWorkspace } from '../../workspace/createWorkspace';
import type { Resolved, ResolvedProtocol, ResolvedTaxonomy } from '../../workspace/workspace';
import type { ApprovedVersion } from '../approvedVersions';
import { isIncomplete } from '../brokenPlaces';
import { contentOf } from '../content';
import { replaceFix } from '../fixes';
import type { Finding, Fix } from '../problem';
import type { Bump, Surroundings, SurroundingsRule } from '../rule';
import { taxonomyText } from './examples';

const text = (status: string, size: string) =>
  taxonomyText(`labels:\n  nodule: {name: Nodule, definition: A rounded opacity of at most ${size}.}`).replace(
    'status: draft',
    `status: ${status}`,
  );
const [before, after] = [text('approved', '3 cm'), text('review', '2 cm')];

export const changedWithoutVersionBump: SurroundingsRule = {
  id: 'changed-without-version-bump',
  family: 'versions',
  level: 'warning',
  scope: 'surroundings',
  docs: {
    what:
      'A guideline whose content has changed since the last approved version in git has another version, and one that is raised far enough for what the ' +
      'change means: major where existing annotations no longer fit, minor where readers may decide otherwise or something was added, patch for wording. ' +
      'Comments, white space, status, approvals and the list of changes are no content. Drafts are not looked at, and before 1.0.0 ' +
      'minor is enough. A version is approved where a commit left the file with `status: approved` and no approval of it carries the digest of another text.',
    why: 'Annotations name the version they were made under. Two contents under one version cannot be told apart afterwards, and a number that is too small lets a change pass as one of wording. The FDA draft guidance of January 2025, section VIII, asks for version control.',
    invalid: { 'example.taxonomy.yaml': after, 'approved/example.taxonomy.yaml': before },
    valid: { 'example.taxonomy.yaml': after.replace('1.0.0', '1.1.0'), 'approved/example.taxonomy.yaml': before },
  },
  async *check(guideline, around) {
    const { uri, document } = guideline.file;
    const { version, status } = guideline.kind === 'taxonomy' ? guideline.taxonomy : guideline.protocol;
    if (!version || !valid(version.text) || status?.text === 'draft' || isIncomplete(document)) return;
    // What was first approved as this version, and what was approved before it.
    let first: ApprovedVersion | undefined;
    let last: ApprovedVersion | undefined;
    for await (const one of around.approvedVersions(uri)) {
      if (one.version !== version.text) {
        last = one;
        break;
      }
      first = one;
    }
    const finding =
      first && first.content !== contentOf(document)
        ? await sameVersion(guideline, version, first, around)
        : last && (await tooSmall(guideline, version, last, around));
    if (finding) yield finding;
  },
};

type Guideline = ResolvedTaxonomy | ResolvedProtocol;

const meanings: Readonly<Record<Exclude<Bump, 'none'>, string>> = {
  minor: 'readers may decide otherwise, or something was added',
  patch: 'wording only',
  major: 'existing annotations no longer fit',
};

/** The content is another one, and the version is the same. */
async function sameVersion(
  guideline: Guideline,
  version: Located,
  since: ApprovedVersion,
  around: Surroundings,
): Promise<Finding | undefined> {
  const bump = await bumpSince(guideline, since, around);
  if (bump === 'none') return undefined;
  const day = since.revision.date.slice(0, 10);
  const changed = `Version ${version.text} was approved with another content (commit of ${day}).`;
  if (bump === undefined) {
    const fixes = (['minor', 'patch', 'major'] as const).flatMap((one) => raiseFix(version, one, version.text));
    return { at: version.node, message: `${changed} Raise the version.`, fixes };
  }
  const next = raised(version.text, bump);
  return {
    at: version.node,
    message: `${changed} Raise the version to ${next}: ${meanings[bump]}.`,
    fixes: [{ ...replaceFix(`Change to ${next}`, version.node, next, true) }],
  };
}

/** The version is another one, but not raised far enough. */
async function tooSmall(
  guideline: Guideline,
  version: Located,
  since: ApprovedVersion,
  around: Surroundings,
): Promise<Finding | undefined> {
  if (!valid(since.version) || since.content === contentOf(guideline.file.document)) return undefined;
  const bump = await bumpSince(guideline, since, around);
  if (bump === undefined || bump === 'none') return undefined;
  const next = raised(since.version, bump);
  if (compare(version.text, next) >= 0) return undefined;
  return {
    at: version.node,
    message: `The change since ${since.version}, the last approved version, asks for a ${bump} version, ${next}; this is ${version.text}.`,
    fixes: [replaceFix(`Change to ${next}`, version.node, next, true)],
  };
}

function raiseFix(version: Located, bump: Exclude<Bump, 'none'>, from: string): Fix {
  const next = raised(from, bump);
  return replaceFix(`Change to ${next} (${meanings[bump]})`, version.node, next);
}

function raised(version: string, bump: Exclude<Bump, 'none'>): string {
  return inc(version, bump) ?? version;
}

/** What the change since an approved version asks for; nothing where that cannot be told. */
async function bumpSince(
  guideline: Guideline,
  since: ApprovedVersion,
  { bumpBetween, folders }: Surroundings,
): Promise<Bump | undefined> {
  if (!bumpBetween) return undefined;
  const then = await resolvedAt(since, guideline.file.uri, folders);
  if (then?.kind !== guideline.kind) return undefined;
  const bump = await bumpBetween(then, guideline);
  return bump === 'major' && since.version.startsWith('0.') ? 'minor' : bump;
}

/** The versions that were compared with: they will be again. */
const kept = new WeakMap<ApprovedVersion, Promise<Resolved | undefined>>();

function resolvedAt(version: ApprovedVersion, uri: string, folders: readonly string[]): Promise<Resolved | undefined> {
  let resolved = kept.get(version);
  if (!resolved) {
    resolved = version
      .files()
      .then((fileSystem) => createWorkspace({ fileSystem, folders: [...folders] }).resolve(uri));
    kept.set(version, resolved);
  }
  return resolved;
}
