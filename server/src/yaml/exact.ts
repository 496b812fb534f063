/** A short list without the room that it grew for, which is some sixteen places in V8: there are very many of them. */
export function exact<T>(list: readonly T[]): readonly T[] {
  return list.length < 12 ? list.slice() : list;
}
