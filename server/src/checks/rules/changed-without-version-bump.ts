import compare from 'semver/functions/compare.js';
import inc from 'semver/functions/inc.js';
import valid from 'semver/functions/valid.js';
import type { Located } from '../../model/read';
import { createWorkspace } from '../../workspace/createWorkspace';
import type { FileSystem } from '../../workspace/fileSystem';
import type { Resolved, ResolvedProtocol, ResolvedTaxonomy } from '../../workspace/workspace';
import { replaceFix } from '../fixes';
import type { Finding, Fix } from '../problem';
import type { Bump, Surroundings, SurroundingsRule } from '../rule';
import { isIncomplete } from '../brokenPlaces';
import type { Committed } from './earlierVersions';
import { committed, contentOf } from './earlierVersions';
import { taxonomyText } from './examples';

const text = (size: string) =>
  taxonomyText(`labels:\n  nodule: {name: Nodule, definition: A rounded opacity of at most ${size}.}`).replace(
    'status: draft',
    'status: review',
  );
const [before, after] = [text('3 cm'), text('2 cm')];

export const changedWithoutVersionBump: SurroundingsRule = {
  id: 'changed-without-version-bump',
  family: 'versions',
  level: 'warning',
  scope: 'surroundings',
  docs: {
    what:
      'A guideline whose content has changed since the last version in git has another version, and one that is raised far enough for what the change ' +
      'means: major where existing annotations no longer fit, minor where readers may decide otherwise or something was added, patch for wording. ' +
      'Comments, white space, status, approvals and the list of changes are no content. Drafts are not looked at, and before 1.0.0 minor is enough.',
    why: 'Annotations name the version they were made under. Two contents under one version cannot be told apart afterwards, and a number that is too small lets a change pass as one of wording. The FDA draft guidance of January 2025, section VIII, asks for version control.',
    invalid: { 'example.taxonomy.yaml': after, 'HEAD/example.taxonomy.yaml': before },
    valid: { 'example.taxonomy.yaml': after.replace('1.0.0', '1.1.0'), 'HEAD/example.taxonomy.yaml': before },
  },
  async *check(guideline, around) {
    const { uri, document } = guideline.file;
    const { version, status } = guideline.kind === 'taxonomy' ? guideline.taxonomy : guideline.protocol;
    if (!version || !valid(version.text) || status?.text === 'draft' || isIncomplete(document)) return;
    let head: Committed | undefined;
    let first: Committed | undefined;
    let last: Committed | undefined;
    for await (const one of committed(around.history, uri)) {
      if (one.version !== version.text) {
        last = one;
        break;
      }
      head ??= one;
      first = one;
    }
    if (head && first && first.content !== contentOf(document)) {
      const sinceHead = head.content !== contentOf(document);
      const finding = await sameVersion(guideline, version, sinceHead ? head : first, sinceHead, around);
      if (finding) yield finding;
    } else if (last) {
      const finding = await tooSmall(guideline, version, last, around);
      if (finding) yield finding;
    }
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
  since: Committed,
  sinceHead: boolean,
  around: Surroundings,
): Promise<Finding | undefined> {
  const bump = await bumpSince(guideline, since, around);
  if (bump === 'none') return undefined;
  const day = since.revision?.date.slice(0, 10);
  const when = sinceHead || day === undefined ? 'since the last commit' : `since ${day}`;
  const changed = `The content has changed ${when}, and the version is still ${version.text}.`;
  if (bump === undefined) {
    const fixes = (['minor', 'patch', 'major'] as const).flatMap((one) => raiseFix(version, one, version.text));
    return { at: version.node, message: `${changed} Raise it.`, fixes };
  }
  const next = raised(version.text, bump);
  return {
    at: version.node,
    message: `${changed} Raise it to ${next}: ${meanings[bump]}.`,
    fixes: [{ ...replaceFix(`Change to ${next}`, version.node, next, true) }],
  };
}

/** The version is another one, but not raised far enough. */
async function tooSmall(
  guideline: Guideline,
  version: Located,
  since: Committed,
  around: Surroundings,
): Promise<Finding | undefined> {
  if (!valid(since.version) || since.content === contentOf(guideline.file.document)) return undefined;
  const bump = await bumpSince(guideline, since, around);
  if (bump === undefined || bump === 'none') return undefined;
  const next = raised(since.version, bump);
  if (compare(version.text, next) >= 0) return undefined;
  return {
    at: version.node,
    message: `The change since ${since.version} asks for a ${bump} version, ${next}; this is ${version.text}.`,
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

/** What the change since a commit asks for; nothing where that cannot be told. */
async function bumpSince(
  guideline: Guideline,
  { files, version }: Committed,
  { bumpBetween, folders }: Surroundings,
): Promise<Bump | undefined> {
  if (!bumpBetween) return undefined;
  const then = await resolvedAt(files, guideline.file.uri, folders);
  if (then?.kind !== guideline.kind) return undefined;
  const bump = await bumpBetween(then, guideline);
  return bump === 'major' && version.startsWith('0.') ? 'minor' : bump;
}

/** The versions that were compared with: they will be again. */
const kept = new WeakMap<FileSystem, Promise<Resolved | undefined>>();

function resolvedAt(files: FileSystem, uri: string, folders: readonly string[]): Promise<Resolved | undefined> {
  let resolved = kept.get(files);
  if (!resolved) {
    kept.set(files, (resolved = createWorkspace({ fileSystem: files, folders: [...folders] }).resolve(uri)));
  }
  return resolved;
}
