import type { CommittedFile, Revision } from '../../workspace/history';
import { runGit } from './git';

const fields = ['%H', '%D', '%an', '%aI', '%s'];

/** The arguments of the command whose output {@link readLog} reads. */
export function log(path: string, limit: number, ...also: readonly string[]): string[] {
  const format = `--format=${fields.join('%x00')}`;
  const safe = ['--no-show-signature', '--no-ext-diff'];
  return ['log', '--follow', `--max-count=${limit}`, '-z', format, ...safe, ...also, '--', path];
}

/** Five fields a commit, each ended by a zero byte: no message can hold one. */
export function readLog(output: string): Revision[] {
  const texts = output.split('\0');
  const revisions: Revision[] = [];
  for (let i = 0; i + 4 < texts.length; i += fields.length) revisions.push(revisionFrom(texts, i));
  return revisions;
}

function revisionFrom(texts: readonly string[], start: number): Revision {
  const [id = '', refs = '', author = '', date = '', subject = ''] = texts.slice(start, start + fields.length);
  return { id, refs: refs.split(', ').map(withoutPrefix).filter(isName), author, date, subject };
}

function withoutPrefix(ref: string): string {
  return ref.replace(/^HEAD -> |^tag: /, '');
}

function isName(ref: string): boolean {
  return ref !== '' && ref !== 'HEAD';
}

/** So many commits of a file are looked at. */
const farthest = 1000;

/** So many versions of a file are read by one process: few at first, since the first ones are often enough. */
const firstBatch = 2;
const largestBatch = 16;

/** What the commits of a file left in it, newest first. */
export async function* committedFiles(root: string, path: string): AsyncIterable<CommittedFile> {
  const { ok, output } = await runGit(root, log(path, farthest, '--raw', '--root', '--no-abbrev'));
  const commits = ok ? readRawLog(output.toString('utf8')) : [];
  for (
    let start = 0, size = firstBatch;
    start < commits.length;
    start += size, size = Math.min(4 * size, largestBatch)
  ) {
    const batch = commits.slice(start, start + size);
    const blobs = await readBlobs(
      root,
      batch.map(({ blob }) => blob),
    );
    for (const [i, bytes] of blobs.entries()) {
      const revision = batch[i]?.revision;
      if (revision && bytes) yield { revision, bytes };
    }
  }
}

/** The fields of {@link readLog}, then `:mode mode blob blob status` and the path, or two when it was another one. */
function readRawLog(output: string): { revision: Revision; blob: string }[] {
  const texts = output.split('\0');
  const found: { revision: Revision; blob: string }[] = [];
  for (let i = 0; i + fields.length < texts.length;) {
    const [, blob, status] = /^\n?:\d+ \d+ \w+ (\w+) ([A-Z])/.exec(texts[i + fields.length] ?? '') ?? [];
    if (blob !== undefined && status !== 'D') found.push({ revision: revisionFrom(texts, i), blob });
    const paths = blob === undefined ? 0 : status === 'R' || status === 'C' ? 3 : 2;
    i += fields.length + paths;
  }
  return found;
}

/** The contents of blobs, in order; nothing for one that is not there (in a partial clone). */
async function readBlobs(root: string, ids: readonly string[]): Promise<(Uint8Array | undefined)[]> {
  const { ok, output } = await runGit(root, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
  if (!ok) return [];
  let at = 0;
  return ids.map(() => {
    const lineEnd = output.indexOf(0x0a, at);
    const [, size] = /^\w+ blob (\d+)$/.exec(output.toString('latin1', at, Math.max(at, lineEnd))) ?? [];
    const start = lineEnd + 1;
    if (size === undefined) {
      at = start;
      return undefined;
    }
    at = start + Number(size) + 1;
    return output.subarray(start, start + Number(size));
  });
}
