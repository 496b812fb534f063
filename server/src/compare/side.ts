import type { YamlDocument } from '../yaml/document';
import type { Span, YamlNode } from '../yaml/node';
import { entryOf, toPointer } from '../yaml/node';
import type { ChangeValue, Place } from './change';
import { normalised } from './text';

/** One version of a value, with the way to it, so that its place can be told when it is asked for. */
export interface Side {
  readonly node: YamlNode | undefined;
  /** What the place of a change covers: the value, or the id of an entry. */
  readonly at: Span;
  readonly uri: string;
  readonly parent?: Side;
  readonly step?: string | number;
  /** Where a map looks for keys that it does not have itself, nearest first. */
  readonly bases?: readonly Side[];
}

/** The whole of a document. */
export function rootSide(uri: string, document: YamlDocument): Side {
  return { node: document.root, at: document.root, uri };
}

/** Whether there is nothing to compare: no value, or one that says as much as none. */
export function isAbsent(side: Side | undefined): boolean {
  const node = side?.node;
  if (!node) return true;
  if (node.kind === 'scalar') return node.style === 'missing';
  return (node.kind === 'list' ? node.items.length : node.entries.length) === 0 && !side.bases?.length;
}

/** The value of a key, from the bases where the map itself does not say it. */
export function child(side: Side | undefined, key: string): Side | undefined {
  if (!side) return undefined;
  const own = entryOf(side.node, key);
  if (own) {
    const found: Side = { node: own.value, at: own.value, uri: side.uri, parent: side, step: key };
    if (!isAbsent(found)) return found;
  }
  for (const base of side.bases ?? []) {
    const found = child(base, key);
    if (found) return found;
  }
  return undefined;
}

/** The value at a path of keys. */
export function descend(side: Side | undefined, ...path: string[]): Side | undefined {
  return path.reduce<Side | undefined>((at, key) => child(at, key), side);
}

/** The entries of a map by id (those of a list of ids without values), in order; the place of each is its id. */
export function entriesOf(side: Side | undefined): Map<string, Side> {
  const result = new Map<string, Side>();
  if (!side) return result;
  const { node, uri } = side;
  if (node?.kind === 'map') {
    for (const { key, value } of node.entries) {
      if (!result.has(key.source))
        result.set(key.source, { node: value, at: key, uri, parent: side, step: key.source });
    }
  } else {
    for (const item of itemsOf(side)) {
      if (item.node?.kind !== 'scalar' || result.has(item.node.source)) continue;
      result.set(item.node.source, { ...item, node: undefined });
    }
  }
  for (const base of side.bases ?? []) {
    for (const [key, entry] of entriesOf(base)) if (!result.has(key)) result.set(key, entry);
  }
  return result;
}

/** The items of a list, or a single value as a list of one. */
export function itemsOf(side: Side | undefined): Side[] {
  if (!side || isAbsent(side)) return [];
  const { node, uri } = side;
  if (node?.kind !== 'list') return [side];
  return node.items.map((item, step) => ({ node: item, at: item, uri, parent: side, step }));
}

/** The place of a side, for a change. */
export function placeOf(side: Side): Place {
  const steps: (string | number)[] = [];
  for (let at: Side | undefined = side; at; at = at.parent) if (at.step !== undefined) steps.unshift(at.step);
  return { uri: side.uri, span: side.at, path: toPointer(steps) };
}

/** The value as it is shown and kept. */
export function valueOf(node: YamlNode | undefined): ChangeValue {
  if (!node) return null;
  if (node.kind === 'list') return node.items.map(valueOf);
  if (node.kind === 'map') return recordOf(node.entries.map(({ key, value }) => [key.source, valueOf(value)]));
  if (node.style === 'missing') return null;
  return typeof node.value === 'string' ? node.source.trim() : node.value;
}

/** A record whose keys may be any text, `__proto__` included; of a key that comes twice the first counts. */
export function recordOf(entries: readonly (readonly [string, ChangeValue])[]): {
  readonly [key: string]: ChangeValue;
} {
  const result: { [key: string]: ChangeValue } = {};
  for (const [key, value] of entries) {
    if (Object.hasOwn(result, key)) continue;
    Object.defineProperty(result, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return result;
}

/**
 * A text that is the same for values that mean the same: keys and list items in any order, quoted or not, white
 * space aside.
 */
export function canonical(value: ChangeValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return JSON.stringify(normalised(String(value)));
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${entries.sort().join()}}`;
}
