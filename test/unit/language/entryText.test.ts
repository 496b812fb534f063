import { describe, expect, it } from 'vitest';
import { entryText } from '../../../server/src/language/entryText';

const mass = `  mass:
    name: Mass
    definition: >-
      A shadow.

      It is round.
# a comment
    include:
      - Cavities`;

describe('the text of an entry', () => {
  it('goes to the line before the next entry, at whatever depth', () => {
    expect(entryText(`labels:\n  a: {}\n${mass}\n\n  other:\n    name: Other\n`, 'mass')).toBe(mass);
    expect(entryText(`labels:\n${mass}\ntitle: After it\n`, 'mass')).toBe(mass);
    expect(entryText(`labels:\n${mass}`, 'mass')).toBe(mass);
  });

  it('is that of a label, not of what has the same id before', () => {
    const text = 'attributes:\n  mass:\n    type: number\nlabels:\n  mass:\n    name: Mass\n';
    expect(entryText(text, 'mass')).toBe('  mass:\n    name: Mass');
  });

  it('is found by an id in quotes, and with signs', () => {
    expect(entryText(`labels:\n  '4A':\n    name: Four\n`, '4A')).toBe("  '4A':\n    name: Four");
    expect(entryText('labels:\n  t1b+:\n    name: T\n  t1b:\n    name: U\n', 't1b+')).toBe('  t1b+:\n    name: T');
  });

  it('keeps the ends of lines', () => {
    expect(entryText('labels:\r\n  a:\r\n    name: A\r\n  b: {}\r\n', 'a')).toBe('  a:\r\n    name: A');
  });

  it.each(['', 'taxonomy: a\n', 'labels: {mass: {name: Mass}}\n', 'labels:\n  masses:\n    name: M\n'])(
    'is not found in %j',
    (text) => expect(entryText(text, 'mass')).toBeUndefined(),
  );
});
