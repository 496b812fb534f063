import { readText } from '../../model/read';
import { decodeText } from '../../workspace/decode';
import type { FileSystem } from '../../workspace/fileSystem';
import type { History, Revision } from '../../workspace/history';
import { HistoryError } from '../../workspace/history';
import type { YamlDocument } from '../../yaml/document';
import type { YamlEntry, YamlNode } from '../../yaml/node';
import { entryOf, keyText, toValue, valueAt } from '../../yaml/node';
import { parseYaml } from '../../yaml/parseDocument';
import { isIncomplete } from '../brokenPlaces';

/** A guideline as it was committed. */
export interface Committed {
  /** The commit; nothing where only `HEAD` is known. */
  readonly revision?: Revision;
  /** The files as they were then. */
  readonly files: FileSystem;
  readonly version: string;
  /** As {@link contentOf} has it. */
  readonly content: string;
  /** The labels in use of a taxonomy, by id, with their names. */
  readonly labels: ReadonlyMap<string, string | undefined>;
}

type Summary = Pick<Committed, 'version' | 'content' | 'labels'>;

/** What is remembered of a version: a guideline that counts, or `none`. Not its tree, which is large. */
const summaries = new WeakMap<Uint8Array, Summary | 'none'>();

function summaryOf(bytes: Uint8Array): Summary | 'none' {
  let summary = summaries.get(bytes);
  if (!summary) summaries.set(bytes, (summary = summarise(parseYaml(decodeText(bytes)))));
  return summary;
}

function summarise(document: YamlDocument): Summary | 'none' {
  const version = readText(valueAt(document.root, 'version'));
  const isDraft = readText(valueAt(document.root, 'status')) === 'draft';
  if (isIncomplete(document) || version === undefined || isDraft) return 'none';
  return { version, content: contentOf(document), labels: labelsInUse(document) };
}

function labelsInUse({ root }: YamlDocument): Summary['labels'] {
  const labels = valueAt(root, 'labels');
  if (!entryOf(root, 'taxonomy') || labels?.kind !== 'map') return new Map();
  const inUse = labels.entries.filter(({ value }) => !entryOf(value, 'deprecated'));
  return new Map(inUse.map((entry) => [keyText(entry), readText(valueAt(entry.value, 'name'))]));
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
      const summary = bytes ? summaryOf(bytes) : 'none';
      if (summary !== 'none') yield { ...(revision && { revision }), files, ...summary };
    }
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
  }
}

/** Blocks that speak of the version, and are no content. */
export const besides: ReadonlySet<string> = new Set(['version', 'changes', 'approvals', 'status']);

/** A short text for what a document says: the same however that is written, and another one for other content. */
export function contentOf({ root }: YamlDocument): string {
  if (root.kind !== 'map') return digest(JSON.stringify(toValue(root)));
  const parts = root.entries.filter((entry) => !besides.has(keyText(entry))).map(entryContent);
  return digest(parts.sort().join('\n'));
}

const known = new WeakMap<YamlNode, string>();

/** The entries of a large map, such as `labels`, are looked at again only where they changed. */
function entryContent(entry: YamlEntry): string {
  const { value } = entry;
  const key = JSON.stringify(keyText(entry));
  if (value.kind === 'map' && value.entries.length > 20) {
    return `${key} ${digest(value.entries.map(entryContent).sort().join('\n'))}`;
  }
  let content = known.get(value);
  if (content === undefined) known.set(value, (content = digest(JSON.stringify(sorted(toValue(value))))));
  return `${key} ${content}`;
}

/** Two hashes of 32 bits (FNV-1a, with different starts), and the length. */
function digest(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  return `${text.length}-${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
}

/** Order is no content. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, item]) => [key, sorted(item)]);
}
