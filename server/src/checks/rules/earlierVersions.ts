import { readText } from '../../model/read';
import { decodeText } from '../../workspace/decode';
import type { FileSystem } from '../../workspace/fileSystem';
import type { History, Revision } from '../../workspace/history';
import { HistoryError } from '../../workspace/history';
import type { YamlDocument } from '../../yaml/document';
import type { YamlNode } from '../../yaml/node';
import { keyText, toValue, valueAt } from '../../yaml/node';
import { parseYaml } from '../../yaml/parseDocument';
import { isIncomplete } from '../brokenPlaces';

/** A guideline as it was committed. */
export interface Committed {
  /** The commit; nothing where only `HEAD` is known. */
  readonly revision?: Revision;
  /** The files as they were then. */
  readonly files: FileSystem;
  readonly document: YamlDocument;
  readonly version: string;
}

/** How far back is looked. */
const limit = 50;

/**
 * The commits of a guideline that can be read and were no drafts, newest first. None where there is no repository, or no
 * commit yet.
 */
export async function* committed(history: History, uri: string): AsyncIterable<Committed> {
  try {
    const revisions = await history.revisions(uri, limit);
    for (const revision of revisions.length > 0 ? revisions : [undefined]) {
      const files = await history.at(uri, revision?.id ?? 'HEAD');
      const bytes = await files.read(uri);
      const document = bytes && parseYaml(decodeText(bytes));
      if (!document || isIncomplete(document)) continue;
      const version = readText(valueAt(document.root, 'version'));
      if (version === undefined || readText(valueAt(document.root, 'status')) === 'draft') continue;
      yield { ...(revision && { revision }), files, document, version };
    }
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
  }
}

/** Blocks that speak of the version, and are no content. */
const besides = new Set(['version', 'changes', 'approvals', 'status']);

/** What a document says, as a text that is the same however it is written. */
export function contentOf({ root }: YamlDocument): string {
  if (root.kind !== 'map') return JSON.stringify(toValue(root));
  const entries = root.entries.filter((entry) => !besides.has(keyText(entry)));
  return JSON.stringify(sorted(toValue({ ...root, entries } satisfies YamlNode)));
}

/** Order is no content. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, item]) => [key, sorted(item)]);
}
