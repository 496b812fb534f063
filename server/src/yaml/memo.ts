import type { YamlNode } from './node';

/** What was made of nodes; it lives as long as they do. */
export interface Memo<T> {
  get(node: YamlNode): T | undefined;
  set(node: YamlNode, made: T): void;
}

/** A slot of each node. */
interface WithSlots {
  made?: unknown[];
}

let slots = 0;

/**
 * Keeps something with nodes: in the nodes themselves, since a `WeakMap` of tens of thousands of them makes each garbage
 * collection long.
 */
export function createMemo<T>(): Memo<T> {
  const slot = slots++;
  return {
    get: (node) => (node as WithSlots).made?.[slot] as T | undefined,
    set(node, made) {
      const own = node as WithSlots;
      own.made ??= new Array<unknown>(slots);
      own.made[slot] = made;
    },
  };
}
