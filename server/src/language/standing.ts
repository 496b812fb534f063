import { hash } from '../grade/fingerprint';
import type { Label } from '../model/label';
import type { SpaceLabel } from '../model/labelSpace';
import { readTaxonomy } from '../model/taxonomy';
import { decodeText } from '../workspace/decode';
import type { CommittedFile, History } from '../workspace/history';
import { HistoryError } from '../workspace/history';
import type { Slices } from '../workspace/slices';
import { runInSlices } from '../workspace/slices';
import { parseSteps } from '../yaml/parseDocument';
import { entryText } from './entryText';

/** Since when the definitions of labels stand, by what git has of them. */
export interface Standings {
  /** A sentence; nothing where git has no version of the label's file, or when it is cancelled. */
  of(label: SpaceLabel, isCancelled: () => boolean): Promise<string | undefined>;
  /** Says that the history may have changed. */
  forget(): void;
}

/** How a commit left the definitions of a file: what each label means, in short, by its id. */
interface Definitions {
  readonly version?: string;
  readonly meanings: ReadonlyMap<string, string>;
}

/** So many versions of a file, and so many bytes of them in all, are looked at. */
const mostVersions = 100;
const mostBytes = 16 * 1024 * 1024;
/** So many versions of files are remembered. */
const mostKept = 300;

export function createStandings(history: History, slices: Slices): Standings {
  /** By commit and file: a commit stays what it is. */
  const known = new Map<string, Definitions>();
  const answers = new Map<string, string | undefined>();

  /** Nothing for a version that cannot be read as a whole. */
  async function definitionsIn(
    uri: string,
    { revision, bytes }: CommittedFile,
    isCancelled: () => boolean,
  ): Promise<Definitions | undefined> {
    const key = `${revision.id} ${uri}`;
    const before = known.get(key);
    if (before) return before;
    const document = await runInSlices(parseSteps(decodeText(bytes)), slices, isCancelled);
    if (!document || document.errors.length > 0) return undefined;
    const { version, labels } = readTaxonomy(document);
    const meanings = new Map<string, string>();
    for (const [id, label] of labels) meanings.set(id, meaningOf(label));
    const found = { ...(version && { version: version.text }), meanings };
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return found;
  }

  async function look({ label, uri }: SpaceLabel, isCancelled: () => boolean): Promise<string | undefined> {
    const now = meaningOf(label);
    /** The oldest version that has the same, and how it writes the label. */
    let since: { readonly committed: CommittedFile; readonly written: string | undefined } | undefined;
    let [versions, bytes] = [0, 0];
    const called = async (committed: CommittedFile) => {
      const day = committed.revision.date.slice(0, 10);
      const version = (await definitionsIn(uri, committed, isCancelled))?.version;
      return version === undefined ? day : `version ${version} (${day})`;
    };
    for await (const committed of history.contents(uri)) {
      if (isCancelled()) return undefined;
      versions++;
      bytes += committed.bytes.length;
      if (since && (versions > mostVersions || bytes > mostBytes)) {
        return `Its definition and criteria stand since ${await called(since.committed)} or earlier.`;
      }
      const written = entryText(decodeText(committed.bytes), label.id);
      if (since && written !== undefined && written === since.written) {
        since = { committed, written };
        continue;
      }
      const then = await definitionsIn(uri, committed, isCancelled);
      if (isCancelled()) return undefined;
      if (!then) continue;
      const meaning = then.meanings.get(label.id);
      if (meaning === now) since = { committed, written };
      else if (since) break;
      else if (meaning === undefined)
        return `It is new: ${await called(committed)}, the last in git, does not have it.`;
      else return `Its definition or criteria have changed since ${await called(committed)}, the last in git.`;
    }
    return since && `Its definition and criteria stand since ${await called(since.committed)}.`;
  }

  return {
    async of(label, isCancelled) {
      const key = `${label.uri} ${label.label.id} ${meaningOf(label.label)}`;
      if (answers.has(key)) return answers.get(key);
      try {
        const sentence = await look(label, isCancelled);
        if (!isCancelled()) answers.set(key, sentence);
        return sentence;
      } catch (error) {
        if (error instanceof HistoryError) return undefined;
        throw error;
      }
    },
    forget: () => answers.clear(),
  };
}

/** What a label means: its definition and criteria, however they are broken into lines. */
function meaningOf({ definition = '', include, exclude }: Label): string {
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ');
  const criteria = [include, exclude].map((items) => items.map(({ text }) => plain(text)));
  return hash(JSON.stringify([plain(definition), ...criteria]));
}
