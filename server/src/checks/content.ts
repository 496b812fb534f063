import type { YamlDocument } from '../yaml/document';
import type { YamlEntry, YamlNode } from '../yaml/node';
import { keyText } from '../yaml/node';
import { runAtOnce } from '../yaml/steps';

/** Blocks that speak of the version, and are no content. */
const besides: ReadonlySet<string> = new Set(['version', 'changes', 'approvals', 'status']);

/** Blocks whose order says something. */
const ordered: ReadonlySet<string> = new Set(['workflow', 'values', 'timepoints']);

/**
 * A short text for what a document says: the same however that is written, and another one for other content. For
 * comparing within one run; {@link contentDigest} is the one to keep.
 */
export function contentOf(document: YamlDocument): string {
  return runAtOnce(contentSteps(document));
}

/** The same in steps, each of which looks at one block or label. */
export function* contentSteps({ root }: YamlDocument): Generator<undefined, string> {
  return root.kind === 'map' ? yield* entriesContent(contentEntries(root.entries)) : short(textOf(root, ''));
}

/**
 * The digest of a guideline's content, as approvals carry it: `sha256:` and 64 hexadecimal digits. It is the same however
 * the content is written: comments, quotes, white space and the order of keys make no difference, nor do version, status,
 * approvals and the list of changes.
 */
export async function contentDigest({ root }: YamlDocument): Promise<string> {
  const content = root.kind === 'map' ? mapText(contentEntries(root.entries), '') : textOf(root, '');
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return `sha256:${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function contentEntries(entries: readonly YamlEntry[]): YamlEntry[] {
  return entries.filter((entry) => !besides.has(keyText(entry)));
}

const known = new WeakMap<YamlNode, string>();

/** The entries of a large map, such as `labels`, are looked at again only where they changed. */
function* entriesContent(entries: readonly YamlEntry[]): Generator<undefined, string> {
  const contents: string[] = [];
  for (const entry of entries) {
    const { value } = entry;
    const key = keyText(entry);
    const isLarge = value.kind === 'map' && value.entries.length > 20 && !ordered.has(key);
    contents.push(
      `${JSON.stringify(key)} ${isLarge ? yield* entriesContent(value.entries) : valueContent(value, key)}`,
    );
    yield;
  }
  return short(contents.sort().join('\n'));
}

function valueContent(value: YamlNode, key: string): string {
  let content = known.get(value);
  if (content === undefined) known.set(value, (content = short(textOf(value, key))));
  return content;
}

function textOf(node: YamlNode, key: string): string {
  if (node.kind === 'scalar') return JSON.stringify(node.value);
  if (node.kind === 'list') return `[${node.items.map((item) => textOf(item, '')).join()}]`;
  return mapText(node.entries, key);
}

function mapText(entries: readonly YamlEntry[], key: string): string {
  const texts = entries.map((entry) => `${JSON.stringify(keyText(entry))}:${textOf(entry.value, keyText(entry))}`);
  return `{${(ordered.has(key) ? texts : texts.sort()).join()}}`;
}

/** Two hashes of 32 bits (FNV-1a, with different starts), and the length. */
function short(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  return `${text.length}-${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
}
