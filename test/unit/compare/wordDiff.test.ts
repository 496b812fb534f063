import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextPart } from '../../../server/src/compare/wordDiff';
import { wordDiff } from '../../../server/src/compare/wordDiff';
import { signalsOf } from '../../../server/src/compare/signals';
import { notesOf } from '../../../server/src/grade/notes';

const written = (parts: readonly TextPart[]) =>
  parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');

describe('texts word by word', () => {
  it.each([
    ['A round opacity.', 'A round mass.', 'A round [opacity].', 'A round [mass].'],
    ['A b c', 'A c', 'A [b ]c', 'A c'],
    ['over 3.5 cm', 'over 3.6 cm', 'over [3.5] cm', 'over [3.6] cm'],
    ['same', 'same', 'same', 'same'],
    ['', 'New words', '', '[New words]'],
    ['Lymph-node', 'Lymph node', '[Lymph-node]', '[Lymph node]'],
  ])('%j and %j', (before, after, old, now) => {
    const diff = wordDiff(before, after);
    expect([written(diff.before), written(diff.after)]).toEqual([old, now]);
  });

  it('gives both texts back, and marks nothing where they are the same', () => {
    const text = fc.array(fc.constantFrom('not', 'a ', '  ', '3', 'mm', '.', 'ö', '\n')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = wordDiff(before, after);
        const joined = (parts: readonly TextPart[]) => parts.map((part) => part.text).join('');
        expect([joined(diff.before), joined(diff.after)]).toEqual([before, after]);
        const same = (parts: readonly TextPart[]) => parts.filter(({ changed }) => !changed).map((part) => part.text);
        expect(same(diff.before).join('').replace(/\s/g, '')).toBe(same(diff.after).join('').replace(/\s/g, ''));
        expect(wordDiff(before, before).before.some(({ changed }) => changed)).toBe(false);
      }),
    );
  });
});

describe('what to look at in a changed text', () => {
  it.each([
    ['Do not mark folds.', 'Unless otherwise stated, do not mark folds.', ['The condition “unless” was added.']],
    ['Do not mark folds.', 'Mark folds.', ['The negation “not” was removed.']],
    ['Marks aren’t drawn.', 'Marks are drawn.', ['The negation “aren’t” was removed.']],
    ['An opacity of less than 3 cm.', 'An opacity of less than 3 mm.', ['“3 cm” became “3 mm”.']],
    ['Over 20 HU', 'Over 30 HU', ['“20 HU” became “30 HU”.']],
    ['At ≥ 5 mm.', 'At > 5 mm.', ['“≥ 5 mm” became “> 5 mm”.']],
    ['Mark 2 lines.', 'Mark lines of 1.5 mm, 2 at most.', ['“2” became “2 at most”.', '“1.5 mm” was added.']],
    ['The left lung.', 'The right lung.', ['“left” became “right”.']],
    ['If more than 5 mm.', 'If less than 5 mm.', ['“more than 5 mm” became “less than 5 mm”.']],
    ['More than 3 cm.', 'At least 3 cm.', ['“more than 3 cm” became “at least 3 cm”.']],
    ['If more than 5 mm.', 'If 5 mm or more.', ['“more than 5 mm” became “5 mm or more”.']],
    [
      'More than 5 mm, less than 9 mm',
      'Less than 5 mm, more than 9 mm',
      ['“more than 5 mm” became “less than 5 mm”.', '“less than 9 mm” became “more than 9 mm”.'],
    ],
    ['No more than 5 mm.', 'More than 5 mm.', ['The negation “no” was removed.']],
    ['More than half of it.', 'Less than half of it.', ['“more than half” became “less than half”.']],
    ['5 mm or more.', '6 mm or more.', ['“5 mm” became “6 mm”.']],
    ['Wider than the aorta.', 'Narrower than the aorta.', ['“wider” became “narrower”.']],
    ['A wider margin.', 'A narrower margin.', ['“wider” became “narrower”.']],
    ['After some hours.', 'After some days.', ['“hours” became “days”.']],
    ['Within 24 hours.', 'Within 24 days.', ['“24 hours” became “24 days”.']],
    ['A day later.', 'Days later.', []],
    ['5 millimetres', '5 centimetres', ['“5 millimetres” became “5 centimetres”.']],
    ['Seen on both sides.', 'Seen on one side.', ['“both” became “one”.']],
    ['The upper lobe.', 'The lower lobe.', ['“upper” became “lower”.']],
    ['A higher density.', 'A lower density.', ['“higher” became “lower”.']],
    ['Readers must mark it.', 'Readers may mark it.', ['“must” became “may”.']],
    ['Nodules T1b only', 'Nodules T1c only', []],
    ['Not a fold; do mark it.', 'Do mark it, not a fold.', []],
    ['A solid opacity.', 'A dense opacity.', []],
    ['Keine Falten markieren.', 'Falten markieren.', ['The negation “keine” was removed.']],
  ])('%j → %j', (before, after, notes) => {
    expect(notesOf({ before, after })).toEqual(notes);
  });

  it('is nothing where a text came or went, or it is no text', () => {
    expect(notesOf({ before: null, after: 'Do not mark folds.' })).toEqual([]);
    expect(notesOf({ before: 3, after: 4 })).toEqual([]);
    expect(notesOf({ before: { fold: 'Do not mark it.' }, after: { fold: 'Do mark it.' } })).toEqual([
      'The negation “not” was removed.',
    ]);
  });

  it('is the mirror image when the texts are exchanged', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'do',
          'not',
          'unless',
          '3 mm',
          '3 cm',
          '5',
          'left',
          'right',
          'more than',
          'at least',
          'or less',
          'wider',
          'narrower',
          'both',
          'one',
          'must',
          'may',
          'mark',
        ),
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const kinds = (found: ReturnType<typeof signalsOf>) => found.map(({ kind }) => kind).sort();
        expect(kinds(signalsOf(before, after))).toEqual(kinds(signalsOf(after, before)));
        expect(signalsOf(before, before)).toEqual([]);
      }),
    );
  });
});
