import type { Label } from '../../model/taxonomy';
import { entryOf } from '../../yaml/node';
import { removeFix, removeItemFix } from '../fixes';
import type { Fix } from '../problem';

/** Takes one parent away from a label. */
export function removeParent(label: Label, parent: string): Fix {
  const title = `Remove the parent “${parent}”`;
  const entry = entryOf(label.node, 'parent');
  const value = entry?.value;
  if (value?.kind === 'list' && value.items.length > 1) {
    const item = value.items.find((node) => node.kind === 'scalar' && node.source === parent);
    if (item) return removeItemFix(title, value.items, item, value.style === 'flow');
  }
  if (label.node.kind === 'map' && entry) return removeFix(title, label.node, entry);
  return { title, edits: () => [] };
}
