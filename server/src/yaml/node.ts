import { firstOf, keysOf } from './keys';
import { below, placeOnTape, setKey, valueOn } from './nodes';

/**
 * What offsets are counted in: a stretch of a document that is parsed by itself. Opaque outside `yaml/`: an edit above
 * a frame moves it and leaves the offsets in it as they are, so that whatever was made of it stays good.
 */
export interface Frame {
  readonly id: number;
  /** Whether its text is known to hold printable ASCII, tabs and line ends only. */
  readonly ascii?: boolean;
}

/** A stretch of a document: offsets in UTF-16 code units from the start of the frame, `end` exclusive. */
export interface Span {
  readonly frame: Frame;
  readonly start: number;
  readonly end: number;
}

/** How a scalar is written; `missing` is a key without a value, or an item without anything. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'missing';

/** One value. `value` is what YAML 1.2 makes of it (`yes` is text, `1.0` a number). */
export interface YamlScalar extends Span {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As it is written, for plain scalars (`1.0`); else the text it stands for. */
  readonly source: string;
  readonly style: ScalarStyle;
}

/** A key with its value. */
export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

/** Keys with values, in the order they are written; a key that is written twice stands here twice. */
export interface YamlMap extends Span {
  readonly kind: 'map';
  readonly style: 'block' | 'flow';
  readonly entries: readonly YamlEntry[];
}

export interface YamlList extends Span {
  readonly kind: 'list';
  readonly style: 'block' | 'flow';
  readonly items: readonly YamlNode[];
}

export type YamlNode = YamlScalar | YamlMap | YamlList;

/** The entry of a key (the first, where it is written twice); nothing when `node` is no map or lacks the key. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  // Most maps are read once: an index of each would take more time and room than it saves.
  if (node.entries.length < 40) {
    for (const entry of node.entries) if (entry.key.source === key) return entry;
    return undefined;
  }
  return firstOf(keysOf(node), key);
}

/** All entries of a key, in order. */
export function entriesOf(map: YamlMap, key: string): readonly YamlEntry[] {
  const found = keysOf(map).byKey.get(key) ?? [];
  return Array.isArray(found) ? found : [found];
}

/** The entries of a map without those whose key stands in it already; the map's own list where there are none. */
export function firstEntries(map: YamlMap): readonly YamlEntry[] {
  const index = keysOf(map);
  if (index.repeated.size === 0) return map.entries;
  return map.entries.filter((entry) => !index.repeated.has(keyText(entry)) || firstOf(index, keyText(entry)) === entry);
}

/** The value at a path of keys and of list indexes (from 0) below `node`. */
export function valueAt(node: YamlNode | undefined, ...path: (string | number)[]): YamlNode | undefined {
  let current = node;
  for (const step of path) current = valueOf(current, step);
  return current;
}

function valueOf(node: YamlNode | undefined, step: string | number): YamlNode | undefined {
  if (!node || node.kind === 'scalar') return undefined;
  const place = placeOnTape(node);
  if (place && !place.known) return below(place.tape, place.at, step);
  return node.kind === 'list' ? node.items[Number(step)] : entryOf(node, String(step))?.value;
}

/** A key as text; keys are always text here. */
export function keyText(entry: YamlEntry): string {
  return entry.key.source;
}

/** The stretch from `from` to `to` (UTF-16 offsets in its text) of a scalar, where it is written as it reads; else all of it. */
export function spanWithin(node: YamlScalar, from: number, to: number): Span {
  const shift = node.style === 'plain' ? 0 : 1;
  const asWritten =
    ['plain', 'single', 'double'].includes(node.style) && node.end - node.start === node.source.length + 2 * shift;
  if (!asWritten) return node;
  return { frame: node.frame, start: node.start + shift + from, end: node.start + shift + to };
}

/** From the start of one span to the end of another in the same frame; of spans in different frames, the first. */
export function spanBetween(first: Span, last: Span): Span {
  if (first.frame !== last.frame) return first;
  return { frame: first.frame, start: first.start, end: Math.max(first.end, last.end) };
}

/** A plain value, for validators; of a key that is written twice the first counts. Order is lost: never for models. */
export function toValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  const onTape = placeOnTape(node);
  if (onTape) return valueOn(onTape.tape, onTape.at);
  if (node.kind === 'list') return node.items.map(toValue);
  const result: Record<string, unknown> = {};
  for (const entry of node.entries) {
    const key = keyText(entry);
    if (!Object.hasOwn(result, key)) setKey(result, key, toValue(entry.value));
  }
  return result;
}

/** The node that a JSON Pointer (RFC 6901) names below `node`. */
export function nodeAtPointer(node: YamlNode, pointer: string): YamlNode | undefined {
  return valueAt(node, ...pointerSteps(pointer));
}

/** The steps of a JSON Pointer, unescaped. */
export function pointerSteps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A JSON Pointer (RFC 6901) of these steps. */
export function toPointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
