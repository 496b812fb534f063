/** What a map is made of that holds nothing itself. */
export interface MapParts<V> {
  readonly get: (key: string) => V | undefined;
  readonly has: (key: string) => boolean;
  readonly size: () => number;
  /** All entries, in order. */
  readonly entries: () => Iterable<readonly [string, V]>;
}

/** A map that looks things up elsewhere. */
export function mapView<V>({ get, has, size, entries }: MapParts<V>): ReadonlyMap<string, V> {
  function* pairs(): MapIterator<[string, V]> {
    for (const [key, value] of entries()) yield [key, value];
    return undefined;
  }
  return {
    get,
    has,
    get size() {
      return size();
    },
    entries: pairs,
    [Symbol.iterator]: pairs,
    *keys(): MapIterator<string> {
      for (const [key] of entries()) yield key;
      return undefined;
    },
    *values(): MapIterator<V> {
      for (const [, value] of entries()) yield value;
      return undefined;
    },
    forEach(use) {
      for (const [key, value] of entries()) use(value, key, this);
    },
  };
}
