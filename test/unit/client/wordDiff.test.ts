import { describe, expect, it } from 'vitest';
import type { WordPart } from '../../../client/src/diff/webview/wordDiff';
import { wordDiff } from '../../../client/src/diff/webview/wordDiff';

/** The parts of a side as text, what changed in brackets. */
const marked = (parts: readonly WordPart[]) =>
  parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
const compare = (before: string, after: string) => {
  const diff = wordDiff(before, after);
  return [marked(diff.before), marked(diff.after)];
};

describe('wordDiff', () => {
  it('marks words that came and went', () => {
    expect(compare('Any visible pleural line', 'Any thin pleural line, also after drainage')).toEqual([
      'Any [visible] pleural line',
      'Any [thin] pleural line[, also after drainage]',
    ]);
  });

  it('marks a negation that came in between', () => {
    expect(compare('do not mark', 'unless otherwise stated, do not mark')).toEqual([
      'do not mark',
      '[unless otherwise stated, ]do not mark',
    ]);
  });

  it('takes a number with its decimals, and a word with its hyphens, as one', () => {
    expect(compare('over 2.5 mm', 'over 2.0 mm')).toEqual(['over [2.5] mm', 'over [2.0] mm']);
    expect(compare('a skin-fold', 'a skin-line')).toEqual(['a [skin-fold]', 'a [skin-line]']);
  });

  it('finds nothing in equal wordings, and all in what is new', () => {
    expect(compare('same', 'same')).toEqual(['same', 'same']);
    expect(compare('', 'new text')).toEqual(['', '[new text]']);
  });

  it('loses no character of letters beyond the Basic Multilingual Plane', () => {
    const text = 'Δ 𝛼-mass 👩‍⚕️ e\u0301dème';
    const diff = wordDiff(text, `${text}!`);
    expect(diff.before.map((part) => part.text).join('')).toBe(text);
    expect(diff.after.map((part) => part.text).join('')).toBe(`${text}!`);
  });

  it('gives up on single words where texts are too long, but not on their common ends', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ');
    const diff = wordDiff(`Start ${long('a')} end.`, `Start ${long('b')} end.`);
    expect(diff.before).toEqual([
      { text: 'Start ', changed: false },
      { text: long('a'), changed: true },
      { text: ' end.', changed: false },
    ]);
  });
});
