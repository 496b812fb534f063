/** Up to so many texts are compared with each other; of more a set is made. */
const few = 20;

/** The indexes (from 0) of texts that stand in a list before. */
export function repeats(texts: readonly string[]): readonly number[] {
  if (texts.length < 2) return none;
  const found: number[] = [];
  const known = texts.length > few ? new Set<string>() : undefined;
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] as string;
    if (known ? known.has(text) : texts.indexOf(text) < index) found.push(index);
    known?.add(text);
  }
  return found;
}

/** The indexes (from 0) of texts that stand in another list, too. */
export function alsoIn(other: readonly string[], texts: readonly string[]): readonly number[] {
  if (texts.length === 0 || other.length === 0) return none;
  const known = other.length > few ? new Set(other) : undefined;
  const found: number[] = [];
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] as string;
    if (known ? known.has(text) : other.includes(text)) found.push(index);
  }
  return found;
}

const none: readonly never[] = [];
