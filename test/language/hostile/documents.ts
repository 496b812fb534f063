import { taxonomy } from '../texts';

/** A document that no person would write, and what must be said of it. */
export interface Hostile {
  readonly name: string;
  /** Made when it is needed: some are large. */
  readonly text: () => string;
  /** What one of its problems says; nothing when it is odd and right. */
  readonly told?: RegExp;
  /** `taxonomy` when it is not given. */
  readonly kind?: 'taxonomy' | 'protocol';
}

export const head = taxonomy.slice(0, taxonomy.indexOf('labels:'));

/** As many lines as that, made one by one, from 0 on. */
export function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}

/** A taxonomy of so many labels, each with a name of its own, a definition, and what else `more` writes below it. */
export function labels(count: number, more: (index: number) => string): string {
  const label = (i: number) =>
    `  label-${i}:\n    name: Label ${i}\n    definition: The one of number ${i}.\n    ${more(i)}`;
  return `${head}labels:\n${lines(count, label)}`;
}

/** A taxonomy with one label, with this as its body (lines without indentation). */
export function inLabel(body: string): string {
  return `${head}labels:\n  before:\n    name: Before\n    definition: It stands before.\n  odd:\n    name: Odd\n${body.replace(/^(?=.)/gm, '    ')}\n  after:\n    name: After\n    definition: It stands behind.\n`;
}
