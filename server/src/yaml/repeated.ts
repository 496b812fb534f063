import type { Fault } from './fault';
import type { YamlEntry, YamlNode } from './node';
import { keyText } from './node';

/**
 * Keys that a map holds already, and merge keys, in a node and all below it; offsets in its frame. `deeper` leaves out
 * keys that the node itself holds already.
 */
export function repeatedKeys(root: YamlNode, deeper: boolean): Fault[] {
  const found: Fault[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    const seen = new Set<string>();
    for (const entry of node.entries) {
      const { start, end } = entry.key;
      if (isMergeKey(entry)) found.push({ code: 'merge-key', start, end });
      else if (seen.has(keyText(entry)) && !(deeper && node === root))
        found.push({ code: 'DUPLICATE_KEY', start, end });
      seen.add(keyText(entry));
      visit(entry.value);
    }
  };
  visit(root);
  return found;
}

/** Whether an entry is YAML 1.1's way to take over the keys of another map. */
export function isMergeKey({ key }: YamlEntry): boolean {
  return key.style === 'plain' && key.source === '<<';
}
