import type { YamlDocument } from '../yaml/document';
import type { YamlEntry, YamlNode } from '../yaml/node';
import { keyText } from '../yaml/node';
import { besides } from './rules/earlierVersions';

/** Blocks whose order says something. */
const ordered = new Set(['workflow', 'values', 'timepoints']);

/**
 * The digest of a guideline's content, as approvals carry it: `sha256:` and 64 hexadecimal digits. It is the same however
 * the content is written: comments, quotes, white space and the order of keys make no difference, nor do version, status,
 * approvals and the list of changes.
 */
export async function contentDigest({ root }: YamlDocument): Promise<string> {
  const content =
    root.kind === 'map'
      ? mapText(
          root.entries.filter((entry) => !besides.has(keyText(entry))),
          '',
        )
      : textOf(root, '');
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return `sha256:${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
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
