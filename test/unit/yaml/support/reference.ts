import type { Node, Pair } from 'yaml';
import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Dump } from './dump';

const styles: Record<string, string> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** What the YAML parser makes of a text as a whole, in the terms of our tree, and whether it finds fault with it. */
export function reference(content: string): { tree: Dump; failed: boolean } {
  const text = content.replace(/\r(?!\n)/g, '\n');
  const options = { prettyErrors: false, uniqueKeys: false, stringKeys: true, merge: false, version: '1.2' } as const;
  const parsed = parseAllDocuments(text, options);
  const documents = Array.isArray(parsed) ? parsed : [];
  const first = documents[0];
  const failed = documents.length > 1 || documents.some(({ errors }) => errors.length > 0);
  return { tree: first?.contents ? dump(first.contents as Node) : empty(0), failed };

  function dump(node: Node): Dump {
    const [start, rawEnd] = node.range ?? [0, 0];
    if (isMap(node)) {
      const map = (node.items as Pair<Node, Node | null>[]).map(dumpPair);
      const last = map.at(-1);
      const end = node.flow || !last ? rawEnd : Math.max(endOf(last[0]), endOf(last[1]));
      return { map, style: node.flow ? 'flow' : 'block', at: `${start}-${end}` };
    }
    if (isSeq(node)) {
      const list = (node.items as (Node | Pair<Node, Node | null>)[]).map((item): Dump => {
        if (!('key' in item)) return dump(item);
        const pair = dumpPair(item);
        const at = `${startOf(pair[0])}-${Math.max(endOf(pair[0]), endOf(pair[1]))}`;
        return { map: [pair], style: 'flow', at };
      });
      const last = list.at(-1);
      return { list, style: node.flow ? 'flow' : 'block', at: `${start}-${node.flow || !last ? rawEnd : endOf(last)}` };
    }
    if (!isScalar(node)) return { ...empty(start), at: `${start}-${rawEnd}` };
    const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    if (style === 'plain' && start === rawEnd) return empty(start);
    const trimmed = text.slice(start, rawEnd).trimEnd().length;
    const end = style === 'literal' || style === 'folded' ? start + trimmed : rawEnd;
    const source = style === 'plain' ? (node.source ?? '') : String(node.value);
    return { scalar: node.value, source, style, at: `${start}-${end}` };
  }

  function dumpPair({ key, value }: Pair<Node, Node | null>): [Dump, Dump] {
    const dumped = dump(key);
    const asText = 'scalar' in dumped ? { ...dumped, scalar: dumped.source } : dumped;
    return [asText, value ? dump(value) : empty(endOf(dumped))];
  }
}

function empty(at: number): Dump {
  return { scalar: null, source: '', style: 'missing', at: `${at}-${at}` };
}

function startOf({ at }: Dump): number {
  return Number(at.split('-')[0]);
}

function endOf({ at }: Dump): number {
  return Number(at.split('-')[1]);
}
