import type { Alias, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isNode, isPair, isScalar, isSeq } from 'yaml';
import type { Frame, ScalarStyle, YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './node';
import { asKey, createList, createMap, createScalar, missing } from './nodes';

const styles: Record<string, ScalarStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** A colon farther from its key than this is not looked for. UTF-16 code units. */
const longestGap = 1000;

/**
 * Our tree of the parser's nodes, which were read from `text`. An offset there is `shift` more in the frame. Aliases
 * become missing values; they are told to `onFault` with their offsets in the text, and so is a key whose colon is on
 * another line, which the parser takes anywhere but at the top.
 */
export function convert(
  root: Node,
  frame: Frame,
  text: string,
  shift: number,
  onFault: (code: 'alias' | 'colon-apart', start: number, end: number) => void,
): YamlNode {
  return convertNode(root);

  function convertNode(node: Node): YamlNode {
    if (isMap(node)) return convertMap(node);
    if (isSeq(node)) return convertList(node);
    if (isScalar(node)) return convertScalar(node);
    const [start, end] = bounds(node);
    if (isAlias(node)) onFault('alias', start - shift, end - shift);
    return missing(frame, start, end);
  }

  function convertScalar(node: Scalar): YamlScalar {
    const [start, rawEnd] = bounds(node);
    const style = (node.type && styles[node.type]) || 'plain';
    const end = style === 'literal' || style === 'folded' ? trimmedEnd(start, rawEnd) : rawEnd;
    if (style === 'plain' && end === start) return missing(frame, start);
    const written = node.source ?? String(node.value);
    const { value } = node;
    const known = value === null || ['string', 'number', 'boolean'].includes(typeof value);
    const source = style === 'plain' ? written : String(value);
    return createScalar(known ? (value as YamlScalar['value']) : written, source, style, frame, start, end);
  }

  function convertMap(node: YAMLMap): YamlMap {
    const entries = (node.items as Pair<Node | null, Node | null>[]).map(convertPair);
    if (!node.flow) entries.forEach(findColon);
    const [start, rawEnd] = bounds(node);
    const last = entries.at(-1);
    const end = node.flow || !last ? rawEnd : Math.max(last.key.end, last.value.end);
    return createMap(node.flow ? 'flow' : 'block', entries, frame, start, end);
  }

  function convertPair(pair: Pair<Node | null, Node | null>): YamlEntry {
    const key = convertKey(pair.key);
    return { key, value: isNode(pair.value) ? convertNode(pair.value) : missing(frame, key.end) };
  }

  function findColon({ key }: YamlEntry): void {
    const [start, end] = [key.start - shift, key.end - shift];
    const isApart = end > start && /^[ \t]*(?:#[^\n]*)?\r?\n\s*:/.test(text.slice(end, end + longestGap));
    if (isApart && !/\?\s*$/.test(text.slice(Math.max(0, start - longestGap), start)))
      onFault('colon-apart', start, end);
  }

  function convertKey(node: Node | null): YamlScalar {
    if (isScalar(node)) {
      return asKey(convertScalar(node));
    }
    const [start, end] = isNode(node) ? bounds(node) : [shift, shift];
    if (isAlias(node)) onFault('alias', start - shift, end - shift);
    return missing(frame, start, end);
  }

  function convertList(node: YAMLSeq): YamlList {
    const [start, rawEnd] = bounds(node);
    const items = (node.items as (Node | Pair<Node | null, Node | null>)[]).map((item): YamlNode => {
      if (!isPair(item)) return convertNode(item);
      // `[a: b]` is a map of one key inside the list.
      const entry = convertPair(item);
      const end = Math.max(entry.key.end, entry.value.end);
      return createMap('flow', [entry], frame, entry.key.start, end);
    });
    const end = node.flow ? rawEnd : (items.at(-1)?.end ?? rawEnd);
    return createList(node.flow ? 'flow' : 'block', items, frame, start, end);
  }

  function bounds(node: Node | Alias): [number, number] {
    const [start, end] = node.range ?? [0, 0];
    return [start + shift, end + shift];
  }

  function trimmedEnd(start: number, end: number): number {
    let at = end - shift;
    while (at > start - shift && /\s/.test(text[at - 1] ?? '')) at--;
    return at + shift;
  }
}
