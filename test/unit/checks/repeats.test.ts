import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alsoIn, repeats } from '../../../server/src/checks/repeats';

/** Few enough to be compared with each other, and so many that a set is made. */
const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ...Array.from({ length: 40 }, (_, i) => `t${i}`)), {
  maxLength: 60,
  size: 'max',
});

it('finds texts that stand in a list before', () => {
  fc.assert(
    fc.property(texts, (list) => {
      expect(repeats(list)).toEqual(list.flatMap((text, i) => (list.slice(0, i).includes(text) ? [i] : [])));
    }),
  );
});

it('finds texts that stand in another list', () => {
  fc.assert(
    fc.property(texts, texts, (other, list) => {
      expect(alsoIn(other, list)).toEqual(list.flatMap((text, i) => (other.includes(text) ? [i] : [])));
    }),
  );
});
