import type { TextEdit } from '../../yaml/position';
import type { Text } from '../../yaml/text';
import type { Mend } from './mend';
import { indentOf, inLine, mostLines, neighbour } from './mend';

/** `value:3`, or the wide colon of Chinese and Japanese keyboards. */
export function mendColon(text: Text, line: number): Mend | undefined {
  const whole = text.line(line);
  const [, before = '', colon = ''] = /^(\s*(?:- +)*[A-Za-z][\w-]*)(:(?=[^\s:/])|：\s*)/.exec(whole) ?? [];
  if (colon === '') return undefined;
  const wide = colon.startsWith('：');
  const at = inLine(line, before.length, before.length + colon.length);
  return {
    message: wide
      ? 'This colon is a wide one. Write an ordinary colon and a space.'
      : 'A space is missing behind the colon.',
    at: inLine(line, before.length, before.length + 1),
    fix: {
      title: wide ? 'Write an ordinary colon' : 'Put a space behind the colon',
      edits: [{ range: at, text: ': ' }],
    },
  };
}

/** How far below a bracket a colour is looked for: a label in brackets seldom has more lines. */
const linesInBrackets = 30;

/** `{color: #e4572e}`: the number sign begins a comment, which takes the bracket that closes with it. */
export function mendColour(text: Text, line: number): Mend | undefined {
  const end = Math.min(line + linesInBrackets, text.lineCount);
  for (let at = line; at < end; at++) {
    const [whole, before = '', colour = ''] = /^(.*?:\s+)(#[\da-f]{3,8})(?![\w-])/i.exec(text.line(at)) ?? [];
    if (whole === undefined) continue;
    const range = inLine(at, before.length, before.length + colour.length);
    return {
      message: `“${colour}” and all behind it is a comment here. Put the colour in quotes.`,
      at: range,
      fix: { title: 'Put the colour in quotes', edits: [{ range, text: `'${colour}'` }] },
    };
  }
  return undefined;
}

const item = /^( *)(?:-(?=[^\s-])|[*•·‣–—](?= ))/u;

/** `-Any line`, `• Any line`: items of a list that do not begin with a hyphen and a space. */
export function mendHyphens(text: Text, line: number): Mend | undefined {
  const whole = text.line(line);
  const found = item.exec(whole)?.[0];
  if (found === undefined || !isInList(text, line)) return undefined;
  const column = indentOf(whole);
  const mark = found.charAt(column);
  const edits: TextEdit[] = [];
  let first = line;
  while (
    first > 0 &&
    line - first < mostLines &&
    indentOf(text.line(first - 1)) === column &&
    item.test(text.line(first - 1))
  )
    first--;
  const end = Math.min(line + mostLines, text.lineCount);
  for (let at = first; at < end && indentOf(text.line(at)) === column; at++) {
    const one = item.exec(text.line(at))?.[0];
    if (one?.charAt(column) === '-') edits.push({ range: inLine(at, column, column + 1), text: '- ' });
    else if (one !== undefined) edits.push({ range: inLine(at, column, column + 1), text: '-' });
  }
  return {
    at: inLine(line, column, column + 1),
    message:
      mark === '-'
        ? 'A hyphen needs a space behind it.'
        : `An item of a list begins with a hyphen, not with “${mark}”.`,
    fix: { title: mark === '-' ? 'Put a space behind each hyphen' : 'Begin each item with a hyphen', edits },
  };
}

/** Whether items may stand in a line: below a key without a value, or beside other items. */
function isInList(text: Text, line: number): boolean {
  const before = neighbour(text, line, -1);
  if (before === undefined) return false;
  const above = text.line(before);
  if (/: *$/.test(above)) return indentOf(above) <= indentOf(text.line(line));
  return indentOf(above) === indentOf(text.line(line)) && (item.test(above) || /^ *- /.test(above));
}
