import type { Hostile } from './documents';
import { head, inLabel, labels, lines } from './documents';

const lineOf50MB = () => 'a line, '.repeat(6_250_000);

/** Very long lines, and very many of one thing. */
export const size: readonly Hostile[] = [
  {
    name: 'a line of 50 MB in a label',
    text: () => inLabel(`definition: ${lineOf50MB()}.`),
    told: /more than a million characters/,
  },
  {
    name: 'a line of 50 MB in brackets',
    text: () => inLabel(`include: [${lineOf50MB()}x]`),
    told: /more than a million characters/,
  },
  {
    name: 'a line of 50 MB in quotes',
    text: () => inLabel(`definition: "${lineOf50MB()}"`),
    told: /more than a million characters/,
  },
  { name: 'a line of 50 MB without a key', text: () => lineOf50MB(), told: /more than a million characters/ },
  {
    name: 'a comment of 50 MB',
    text: () => inLabel(`definition: Short. # ${lineOf50MB()}`),
    told: /more than a million characters/,
  },
  { name: 'a key of 50 MB', text: () => inLabel(`${lineOf50MB()}: x`), told: /more than a million characters/ },
  {
    name: '50 MB of spaces',
    text: () => inLabel(`definition: Short.${' '.repeat(50_000_000)}`),
    told: /more than a million characters/,
  },
  { name: '100,000 comments at the top', text: () => lines(100_000, (i) => `# ${i}`) + inLabel('definition: Short.') },
  {
    name: '100,000 comments in a label',
    text: () => inLabel(`definition: Short.\n${lines(100_000, (i) => `# ${i}`)}`),
  },
  {
    name: '100,000 comments around labels',
    text: () => labels(1000, (i) => `scope: image\n${lines(100, (n) => `${' '.repeat(n % 7)}# ${i}`)}`),
  },
  { name: '100,000 empty lines', text: () => inLabel(`definition: Short.\n${'\n'.repeat(100_000)}`) },
  {
    name: '100,000 entries in one line',
    text: () => inLabel(`attributes: {${Array.from({ length: 100_000 }, (_, i) => `a${i}: 1`).join(', ')}}`),
    told: /more than a million/,
  },
  {
    name: '50,000 entries in one line',
    text: () => inLabel(`attributes: {${Array.from({ length: 50_000 }, (_, i) => `a${i}: 1`).join(', ')}}`),
    told: /./,
  },
  {
    name: '100,000 items in one label',
    text: () => inLabel(`definition: Short.\ninclude:\n${lines(100_000, (i) => `  - Item ${i}`)}`),
  },
  {
    name: '100,000 items in brackets',
    text: () =>
      inLabel(`definition: Short.\ninclude: [${Array.from({ length: 100_000 }, (_, i) => `I${i}`).join(', ')}]`),
  },
  {
    name: '5 MB in a quote that stays open',
    text: () => inLabel(`definition: "${'words '.repeat(833_333)}`),
    told: /./,
  },
  {
    name: '5 MB of lines in a quote that stays open',
    text: () => `${head}labels:\n  odd:\n    definition: "${lines(833_333, () => 'words')}`,
    told: /./,
  },
  {
    name: '5 MB of lines that are no keys',
    text: () => `${head}labels:\n${lines(833_333, () => '  word')}`,
    told: /./,
  },
];
