import type { Hostile } from './documents';
import { head, inLabel, lines } from './documents';

const levels = 10_000;
const deep = /nested more than 100 levels deep/;

/** Ten thousand levels, and bombs of aliases. */
export const depth: readonly Hostile[] = [
  { name: 'brackets in a label', text: () => inLabel(`geometry: ${'['.repeat(levels)}`), told: deep },
  {
    name: 'brackets that close',
    text: () => inLabel(`geometry: ${'['.repeat(levels)}${']'.repeat(levels)}`),
    told: deep,
  },
  { name: 'braces in a label', text: () => inLabel(`attributes: ${'{a: '.repeat(levels)}`), told: deep },
  { name: 'brackets for a document', text: () => '['.repeat(levels), told: deep },
  { name: 'braces in the lines of a document', text: () => lines(levels, () => '{a:'), told: deep },
  { name: 'dashes in a line', text: () => inLabel(`include:\n  ${'- '.repeat(levels)}x`), told: deep },
  { name: 'question marks in a line', text: () => inLabel(`${'? '.repeat(levels)}x`), told: deep },
  {
    name: 'keys, each deeper than the one before',
    text: () => `${head}labels:\n${lines(levels, (i) => `${' '.repeat(i + 2)}a:`)}`,
    told: /too long/,
  },
  { name: 'a bomb of aliases', text: () => `${head}${bomb(9, '')}labels:\n  a:\n    name: A\n`, told: /Aliases/ },
  { name: 'a bomb of aliases in a label', text: () => inLabel(`attributes:\n${bomb(9, '  ')}`), told: /Aliases/ },
  {
    name: 'a bomb of merge keys',
    text: () =>
      `${head}labels:\n${lines(30, (i) => `  a${i}: &a${i}\n    <<: [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`)}`,
    told: /Merge keys/,
  },
  {
    name: 'an anchor that holds itself',
    text: () => `${head}x-self: &self [*self, {self: *self}]\nlabels:\n  a: &a\n    parent: *a\n`,
    told: /Anchors/,
  },
];

/** Each line stands for ten times the one before. */
function bomb(count: number, indent: string): string {
  const aliases = (i: number) => (i === 0 ? 'lol' : Array.from({ length: 10 }, () => `*x-a${i - 1}`).join(', '));
  return lines(count, (i) => `${indent}x-a${i}: &x-a${i} [${aliases(i)}]`);
}
