import { folderOf, nameOf, relativeUri } from '../workspace/uris';
import { lastApproved } from '../checks/approvedVersions';
import type { Environment } from './environment';
import { UnusableCall } from './environment';
import type { Tree } from './tree';
import { guidelineIn, guidelinesBelow, treeAt, workingTree } from './tree';
import type { NamedPlace } from './version';
import { findPlace } from './version';

/** A file in a version. */
export interface SideFile {
  readonly tree: Tree;
  readonly uri: string;
  /** As the user named it, where it was named by itself. */
  readonly name?: string;
}

/** A guideline in the versions that are to be compared, of which one may be missing. */
export interface Pair {
  readonly before?: SideFile;
  readonly after?: SideFile;
}

/** What is to be compared with what. */
export interface Sides {
  /** As the user named it. */
  readonly from: string;
  readonly to: string;
  readonly pairs: readonly Pair[];
  /** What the user should know of how versions were found, in sentences. */
  readonly notes: readonly string[];
}

/** `A..B`, `A...B`; either may be missing, `B` for the files as they stand. */
const range = /^([^:]*?)(?<!\/)(\.\.\.?)(?![./])([^:]*)$/s;

/**
 * What the arguments of `labelwright diff` name: two versions; a range of revisions, with paths; or one or no path, whose
 * files are compared with their last approved versions.
 */
export async function readSides(args: readonly string[], environment: Environment): Promise<Sides> {
  const [first = '.', second, ...more] = args;
  if (!(await exists(first, environment))) {
    const [, from, dots, to] = range.exec(first) ?? [];
    if (dots !== undefined) return rangeSides(from || 'HEAD', dots, to ?? '', args.slice(1), environment);
    if (!first.includes(':') && (await isRevision(environment.uriOf('.'), first, environment)))
      return rangeSides(first, '..', '', args.slice(1), environment);
  }
  if (more.length > 0) {
    throw new UnusableCall(
      'Name two versions, or a range of revisions with the paths to compare: labelwright diff v1..v2 PATH…',
    );
  }
  const place = await findPlace(first, environment);
  if (second !== undefined) return placeSides(place, await findPlace(second, environment));
  if (place.tree.revision === undefined) return approvedSides(place, environment);
  const tree = await workingTree(folderOf(place.uri), environment);
  return placeSides(place, { ...place, name: environment.displayPath(place.uri), tree });
}

async function exists(path: string, environment: Environment): Promise<boolean> {
  return (await environment.fileSystem([]).stat(environment.uriOf(path))) !== undefined;
}

async function isRevision(uri: string, name: string, environment: Environment): Promise<boolean> {
  return environment.history.at(uri, name).then(
    () => true,
    () => false,
  );
}

/** The guidelines in two places: two files as they are, the files of two folders by their paths or their ids. */
async function placeSides(from: NamedPlace, to: NamedPlace): Promise<Sides> {
  if (from.type !== to.type) {
    const words = ({ name, type }: NamedPlace) => `“${name}” is a ${type}`;
    throw new UnusableCall(`${words(from)} and ${words(to)}. Compare two files or two folders.`);
  }
  const names = { from: from.name, to: to.name, notes: [] };
  if (from.type === 'file') return { ...names, pairs: [{ before: from, after: to }] };
  const pairs = await paired(await filesOf(from), await filesOf(to));
  if (pairs.length === 0) throw new UnusableCall(`There is no guideline in “${from.name}” or “${to.name}”.`);
  return { ...names, pairs };
}

/** Files by their path from where they are looked for. */
async function filesOf({ tree, uri }: SideFile): Promise<Map<string, SideFile>> {
  const files = await guidelinesBelow(tree, uri);
  return new Map(files.map((file) => [relativeUri(uri, file) ?? '', { tree, uri: file }]));
}

/** Files of the same path, then those of the same kind and id (a file that was renamed), then those of one side only. */
async function paired(before: ReadonlyMap<string, SideFile>, after: ReadonlyMap<string, SideFile>): Promise<Pair[]> {
  const pairs: Pair[] = [...after].map(([path, file]) => {
    const old = before.get(path);
    return { ...(old && { before: old }), after: file };
  });
  const gone = new Map<string, SideFile>();
  for (const [path, file] of before) if (!after.has(path)) gone.set((await identity(file)) ?? path, file);
  const found: Pair[] = [];
  for (const pair of pairs) {
    const key = pair.before || !pair.after ? undefined : await identity(pair.after);
    const old = key === undefined ? undefined : gone.get(key);
    if (key !== undefined) gone.delete(key);
    found.push(old ? { ...pair, before: old } : pair);
  }
  return [...found, ...[...gone.values()].map((file) => ({ before: file }))];
}

async function identity({ tree, uri }: SideFile): Promise<string | undefined> {
  const guideline = await guidelineIn(tree, uri);
  if (!guideline) return undefined;
  const id = guideline.kind === 'taxonomy' ? guideline.taxonomy.id : guideline.protocol.id;
  return id && `${guideline.kind} ${id.text}`;
}

async function rangeSides(
  from: string,
  dots: string,
  to: string,
  paths: readonly string[],
  environment: Environment,
): Promise<Sides> {
  const here = environment.uriOf('.');
  const base = dots === '...' ? `${from}...${to || 'HEAD'}` : from;
  const old = { ...(await treeAt(here, base, environment)), revision: dots === '...' ? base : from };
  const now = to === '' ? await workingTree(here, environment) : await treeAt(here, to, environment);
  const found = new Map<string, Pair>();
  for (const path of paths.length > 0 ? paths : ['.']) {
    const uri = environment.uriOf(path);
    const pairs = await paired(await filesOf({ tree: old, uri }), await filesOf({ tree: now, uri }));
    if (pairs.length === 0) throw new UnusableCall(`There is no guideline in “${path}”, neither then nor now.`);
    for (const pair of pairs) found.set((pair.after ?? pair.before)?.uri ?? '', pair);
  }
  return { from: base, to: to || 'the working tree', pairs: [...found.values()], notes: [] };
}

/** Files as they stand, and those that were deleted since the last commit, with their last approved versions. */
async function approvedSides({ name, tree, uri, type }: NamedPlace, environment: Environment): Promise<Sides> {
  const files = await guidelinesBelow(tree, uri);
  const last = await lastCommit(uri, environment);
  const gone = type === 'file' || !last ? [] : (await guidelinesBelow(last, uri)).filter((one) => !files.includes(one));
  if (files.length + gone.length === 0) throw new UnusableCall(`There is no guideline in “${name}”.`);
  if (!last) throw new UnusableCall(`“${name}” is in no git repository with a commit. Name two versions to compare.`);
  const trees = new Map<string, Tree>();
  const notes: string[] = [];
  const before = new Map<string, SideFile>();
  for (const file of [...files, ...gone]) {
    const approved = await lastApproved(environment.history, file);
    const revision = approved?.revision.id.slice(0, 10) ?? 'HEAD';
    const old = trees.get(revision) ?? (await treeAt(file, revision, environment));
    trees.set(revision, old);
    if (!(await old.fileSystem.stat(file))) continue;
    before.set(file, { tree: old, uri: file });
    if (!approved) notes.push(await neverApproved(file, environment));
  }
  const after = new Map(files.map((file) => [file, { tree, uri: file }]));
  return { from: 'the last approved version', to: 'the working tree', pairs: await paired(before, after), notes };
}

async function neverApproved(file: string, { history }: Environment): Promise<string> {
  const leftOut = await history.leftOut(file);
  const note = `No commit has an approved version of ${nameOf(file)}: it is compared with the last commit.`;
  return leftOut === undefined ? note : `${note} ${leftOut}`;
}

/** Nothing where there is no repository, or no commit yet. */
async function lastCommit(uri: string, environment: Environment): Promise<Tree | undefined> {
  return (await isRevision(uri, 'HEAD', environment)) ? treeAt(uri, 'HEAD', environment) : undefined;
}
