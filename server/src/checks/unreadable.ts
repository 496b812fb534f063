import type { GuidelineKind } from '../model/kind';
import type { YamlNode } from '../yaml/node';

/** Why the whole of a document cannot be read as what it is, and what to do, in a sentence; nothing where it can. */
export function unreadable(kind: GuidelineKind, root: YamlNode): string | undefined {
  if (root.kind === 'map') return undefined;
  const isEmpty = root.kind === 'scalar' && root.style === 'missing';
  const begins = kind === 'config' ? 'It holds “rules” and “waivers”.' : `It begins with “${kind}: its-id”.`;
  const what = kind === 'config' ? 'labelwright.yaml' : `A ${kind}`;
  if (isEmpty && kind === 'config') return undefined;
  return `${isEmpty ? 'This file is empty' : `${what} is made of keys with values`}. ${begins}`;
}
