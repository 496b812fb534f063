import { readText } from '../model/read';
import { decodeText } from '../workspace/decode';
import type { FileSystem } from '../workspace/fileSystem';
import type { CommittedFile, History, Revision } from '../workspace/history';
import { HistoryError } from '../workspace/history';
import type { Slices } from '../workspace/slices';
import { atOnce, runInSlices } from '../workspace/slices';
import type { YamlDocument } from '../yaml/document';
import { entryOf, keyText, valueAt } from '../yaml/node';
import { parseSteps } from '../yaml/parseDocument';
import { staleApprovals } from './approvals';
import { isIncomplete } from './brokenPlaces';
import { contentSteps } from './content';

/** A guideline as a commit left it, approved. */
export interface ApprovedVersion {
  readonly revision: Revision;
  readonly version: string;
  /** As `contentOf` has it. */
  readonly content: string;
  /** The labels in use of a taxonomy, by id, with their names. */
  readonly labels: ReadonlyMap<string, string | undefined>;
  /** The files as they were then. */
  files(): Promise<FileSystem>;
}

/** More approved versions of one guideline are not looked at. */
const most = 50;

/**
 * The commits that left a guideline approved, newest first, each read when it is asked for: its status is `approved`, it
 * can be read as a whole, and no approval of its version was given for another text. None where there is no git history.
 * Reading gives way by `slices`: files may be large, and the history long.
 */
export async function* approvedVersions(
  history: History,
  uri: string,
  slices: Slices = atOnce,
): AsyncIterable<ApprovedVersion> {
  let count = 0;
  try {
    for await (const committed of history.contents(uri)) {
      const read = await runInSlices(approvedSteps(committed), slices);
      if (!read || (await staleApprovals(read.document)).length > 0) continue;
      const { document, version, content } = read;
      const { revision } = committed;
      let files: Promise<FileSystem> | undefined;
      yield {
        revision,
        version,
        content,
        labels: labelsInUse(document),
        files: () => (files ??= history.at(uri, revision.id)),
      };
      if (++count === most) return;
    }
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
  }
}

/** The last version of a guideline that was approved, as git has it: what annotations may have been made by. */
export async function lastApproved(history: History, uri: string): Promise<ApprovedVersion | undefined> {
  for await (const version of approvedVersions(history, uri)) return version;
  return undefined;
}

interface ReadVersion {
  readonly document: YamlDocument;
  readonly version: string;
  readonly content: string;
}

/** What is approved is read as a whole; of what is not, the head is enough. */
function* approvedSteps({ bytes }: CommittedFile): Generator<undefined, ReadVersion | undefined> {
  const text = decodeText(bytes);
  const head = yield* parseSteps(text.slice(0, /^labels[ \t]*:/m.exec(text)?.index));
  const status = readText(valueAt(head.root, 'status'));
  if (status !== undefined && status !== 'approved') return undefined;
  const document = yield* parseSteps(text);
  if (readText(valueAt(document.root, 'status')) !== 'approved' || isIncomplete(document)) return undefined;
  const version = readText(valueAt(document.root, 'version'));
  return version === undefined ? undefined : { document, version, content: yield* contentSteps(document) };
}

function labelsInUse({ root }: YamlDocument): ApprovedVersion['labels'] {
  const labels = valueAt(root, 'labels');
  if (!entryOf(root, 'taxonomy') || labels?.kind !== 'map') return new Map();
  const inUse = labels.entries.filter(({ value }) => !entryOf(value, 'deprecated'));
  return new Map(inUse.map((entry) => [keyText(entry), readText(valueAt(entry.value, 'name'))]));
}

/** Approved versions that are read once, until it is told to forget them: commits come seldom. */
export interface KnownVersions {
  of(uri: string): AsyncIterable<ApprovedVersion>;
  forget(): void;
}

export function createKnownVersions(history: History, slices?: Slices): KnownVersions {
  const known = new Map<string, AsyncIterable<ApprovedVersion>>();
  return {
    of(uri) {
      let versions = known.get(uri);
      if (!versions) known.set(uri, (versions = repeatable(approvedVersions(history, uri, slices))));
      return versions;
    },
    forget: () => known.clear(),
  };
}

/** What can be gone through again, and is asked for once. */
function repeatable<T>(source: AsyncIterable<T>): AsyncIterable<T> {
  const iterator = source[Symbol.asyncIterator]();
  const steps: Promise<IteratorResult<T>>[] = [];
  return {
    async *[Symbol.asyncIterator]() {
      for (let i = 0; ; i++) {
        const step = await (steps[i] ??= iterator.next());
        if (step.done) return;
        yield step.value;
      }
    },
  };
}
