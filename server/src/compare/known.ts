import type { Concept } from './concepts';
import { nameWords, plainName } from './sidedNames';
import { words } from './text';

/** A concept with what is computed of it once, and only where it is needed. */
export interface Known extends Concept {
  /** The words of the name. */
  readonly label: readonly string[];
  /** Name and synonyms, each as its words in any order: “right kidney” is “kidney right”. */
  readonly names: ReadonlySet<string>;
  /** The words of the definition. */
  readonly text: readonly string[];
}

/**
 * The concepts of one version by id, without those that are settled. A code that several of them carry, or of the others
 * in the version, tells none from another, and is left out.
 */
export function knowAll(
  concepts: readonly Concept[],
  settled: ReadonlySet<string>,
  others: () => Iterable<string>,
): Map<string, Known> {
  const counts = once(() => {
    const result = new Map<string, number>();
    const count = (code: string) => result.set(code, (result.get(code) ?? 0) + 1);
    for (const { codes } of concepts) codes.forEach(count);
    for (const code of others()) count(code);
    return result;
  });
  const isOnly = (code: string) => counts().get(code) === 1;
  const known = new Map<string, Known>();
  for (const concept of concepts) if (!settled.has(concept.id)) known.set(concept.id, know(concept, isOnly));
  return known;
}

function know(concept: Concept, isOnly: (code: string) => boolean): Known {
  const codes = once(() => concept.codes.filter(isOnly));
  const label = once(() => nameWords(nameOf(concept)));
  const text = once(() => words(concept.definition ?? ''));
  const names = once(() => {
    const all = [concept.name ?? '', ...concept.synonyms].map((name) => plainName(nameWords(name)));
    return new Set(all.filter((name) => name !== ''));
  });
  return {
    ...concept,
    get codes() {
      return codes();
    },
    get label() {
      return label();
    },
    get text() {
      return text();
    },
    get names() {
      return names();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: compute() }).value;
}

/** The name, or what the id says where there is none. */
export function nameOf({ id, name }: Concept): string {
  return name ?? id.replaceAll('-', ' ');
}

export function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((item) => b.includes(item));
}

export function sharesName(a: Known, b: Known): boolean {
  for (const name of a.names) if (b.names.has(name)) return true;
  return false;
}
