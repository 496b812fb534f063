import { isOrdered } from '../compare/order';
import { normalised } from '../compare/text';
import type { YamlDocument } from '../yaml/document';
import type { YamlNode } from '../yaml/node';
import { keyText } from '../yaml/node';
import { onOneLine } from './line';

/**
 * A guideline as lines of text, one for each thing that it says, with the way there: `labels.mass.name: Mass`. Two
 * documents that mean the same give the same lines, whatever their white space, comments, quotes and order.
 */
export function guidelineLines({ root }: YamlDocument): string[] {
  return linesOf(root, '', '');
}

function linesOf(node: YamlNode, path: string, key: string): string[] {
  if (node.kind === 'scalar') return [said(path, node.source)];
  if (node.kind === 'map') {
    const parts = node.entries.map((entry) => {
      const name = keyText(entry);
      return { name, lines: linesOf(entry.value, path === '' ? name : `${path}.${name}`, name) };
    });
    if (!isOrdered(key)) parts.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return parts.flatMap(({ lines }) => lines);
  }
  const items = node.items.map((item) => linesOf(item, `${path}[]`, key));
  if (!isOrdered(key)) items.sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
  return items.flat();
}

function said(path: string, text: string): string {
  return onOneLine(`${path}: ${normalised(text)}`).trimEnd();
}
