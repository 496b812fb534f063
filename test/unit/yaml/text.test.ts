import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../../server/src/yaml/position';
import type { Text } from '../../../server/src/yaml/text';
import { applyEdits, createText, wholeRange } from '../../../server/src/yaml/text';

/** A text over one string, as simple as can be. */
function simple(content: string) {
  const lines = content.split(/\r\n|\r|\n/);
  const starts = [0, ...[...content.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
  return {
    lines,
    positionAt(offset: number): Position {
      const line = starts.findLastIndex((start) => start <= offset);
      return { line, character: offset - (starts[line] ?? 0) };
    },
    offsetAt({ line, character }: Position): number {
      return (starts[line] ?? 0) + Math.min(character, lines[line]?.length ?? 0);
    },
  };
}

function expectSame(text: Text, content: string): void {
  const expected = simple(content);
  expect(text.slice()).toBe(content);
  expect(text.length).toBe(content.length);
  expect(text.lineCount).toBe(expected.lines.length);
  expect(expected.lines.map((_, line) => text.line(line))).toEqual(expected.lines);
  for (let offset = 0; offset <= content.length; offset += 1 + Math.floor(content.length / 50)) {
    const position = expected.positionAt(offset);
    expect(text.positionAt(offset)).toEqual(position);
    expect(text.offsetAt(position)).toBe(expected.offsetAt(position));
    expect(text.slice(offset, offset + 7)).toBe(content.slice(offset, offset + 7));
  }
}

const piece = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'line',
    '\n',
    '\r',
    '\r\n',
    '\n\r',
    '𝄞',
    '≥ 3\n',
    'x'.repeat(5000),
    'long line\r\n'.repeat(600),
    '\n'.repeat(5000),
  ),
);

describe('a text', () => {
  it('has the lines and places of an editor, also after any edits', { timeout: 60_000 }, () => {
    const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0, 1, 2, 4000, 9000), piece);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.array(edit, { maxLength: 4 }), (pieces, edits) => {
        let content = pieces.join('');
        let text = createText(content);
        expectSame(text, content);
        for (const [at, length, inserted] of edits) {
          const start = Math.floor(at * content.length);
          content = content.slice(0, start) + inserted + content.slice(start + length);
          text = text.splice(start, start + length, inserted);
          expectSame(text, content);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('takes places outside it as its ends', () => {
    const text = createText('ab\r\ncd');
    expect(text.positionAt(-1)).toEqual({ line: 0, character: 0 });
    expect(text.positionAt(99)).toEqual({ line: 1, character: 2 });
    expect(text.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(text.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(text.offsetAt({ line: 0, character: -1 })).toBe(0);
    expect(text.offsetAt({ line: 9, character: 0 })).toBe(6);
    expect(text.line(2)).toBe('');
    expect(text.line(-1)).toBe('');
    expect(text.slice(-2)).toBe('cd');
    expect(wholeRange(text)).toEqual({ start: { line: 0, character: 0 }, end: { line: 1, character: 2 } });
  });

  it('applies changes one after the other', () => {
    const start = { line: 0, character: 0 };
    const end = { line: 1, character: 0 };
    const text = createText('a\nb').edit([
      { range: { start, end: start }, text: 'x\n' },
      { range: { start, end }, text: '' },
      { range: { start: end, end }, text: 'y' },
    ]);
    expect(text.slice()).toBe('a\nyb');
    expect(text.edit([{ text: 'new' }]).slice()).toBe('new');
    expect(text.edit([{ range: { start: end, end: start }, text: '-' }]).slice()).toBe('a\n-yb');
  });

  it('applies edits that speak of the same text, in any order', () => {
    const at = (character: number, to: number) => ({ start: { line: 0, character }, end: { line: 0, character: to } });
    const edits = [
      { range: at(4, 5), text: 'E' },
      { range: at(0, 1), text: 'AA' },
      { range: at(2, 2), text: '-' },
    ];
    expect(applyEdits(createText('abcdef'), edits)).toBe('AAb-cdEf');
  });

  it('survives a line of a million characters', () => {
    const text = createText(`a\n${'x'.repeat(1_000_000)}\nb`);
    const edited = text.splice(500_000, 500_000, '\n');
    expect(edited.lineCount).toBe(4);
    expect(edited.positionAt(edited.length)).toEqual({ line: 3, character: 1 });
  });
});
