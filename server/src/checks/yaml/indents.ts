import { keysOf, schemaPart } from '../schema/schemas';
import type { TextEdit } from '../../yaml/position';
import type { Text } from '../../yaml/text';
import type { Mend } from './mend';
import { indentOf, inLine, isEmptyLine, keyIn, mostLines, neighbour, spaces } from './mend';

/** White space that is neither a space nor a tab, and looks like one. */
const oddSpace = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/;

const names: Record<string, string> = {
  '\u00a0': 'no-break space',
  '\u202f': 'narrow no-break space',
  '\u200b': 'space of no width',
  '\u3000': 'ideographic space',
};

/** A space of another kind at the start of a line, which YAML takes for a letter. */
export function mendOddSpace(text: Text, line: number): Mend | undefined {
  const whole = text.line(line);
  const indent = /^[\s\u200b]*/.exec(whole)?.[0] ?? '';
  const at = indent.search(oddSpace);
  if (at < 0) return undefined;
  const odd = indent.charAt(at);
  const code = `U+${odd.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const plain = [...indent].map((one) => (one === '\u200b' ? '' : oddSpace.test(one) ? ' ' : one)).join('');
  return {
    at: inLine(line, at, at + 1),
    message: `This line is indented with a ${names[odd] ?? 'special space'} (${code}), which does not count. Use ordinary spaces.`,
    fix: { title: 'Indent with ordinary spaces', edits: [{ range: inLine(line, 0, indent.length), text: plain }] },
  };
}

/** Puts spaces in the place of the tabs at the start of a line and of its neighbours. */
export function mendTabs(text: Text, line: number): Mend | undefined {
  if (!/^ *\t/.test(text.line(line))) return undefined;
  let first = line;
  let last = line;
  while (first > 0 && line - first < mostLines && /^ *\t/.test(text.line(first - 1))) first--;
  while (last < lastNear(text, line) && /^ *\t/.test(text.line(last + 1))) last++;
  const width = tabWidth(text, first);
  if (width === undefined) return undefined;
  const edits: TextEdit[] = [];
  for (let at = first; at <= last; at++) {
    const indent = /^[ \t]*/.exec(text.line(at))?.[0] ?? '';
    edits.push({ range: inLine(at, 0, indent.length), text: ' '.repeat(columnWith(indent, width)) });
  }
  return { fix: { title: 'Indent with spaces', edits } };
}

/** The last line below a mistake that is looked at. */
function lastNear(text: Text, line: number): number {
  return Math.min(line + mostLines, text.lineCount - 1);
}

/** How many spaces a tab stands for, so that the line fits those before it; nothing when there is no telling. */
function tabWidth(text: Text, line: number): number | undefined {
  const indent = /^[ \t]*/.exec(text.line(line))?.[0] ?? '';
  const before = neighbour(text, line, -1);
  const widths = [2, 4, 8];
  if (before === undefined) return undefined;
  const above = text.line(before);
  const parent = keyIn(above)?.column ?? indentOf(above);
  if (/(?:[:-]|: *[>|][-+]?\d?)\s*(?:\s#.*)?$/.test(above)) {
    return widths.find((width) => columnWith(indent, width) > parent);
  }
  const columns = openColumns(text, line);
  const fitting = widths.filter((width) => columns.some(({ column }) => column === columnWith(indent, width)));
  const goal = likeliestOf(
    text.line(line).trim(),
    columns.filter(({ column }) => fitting.some((width) => columnWith(indent, width) === column)),
  );
  return fitting.find((width) => columnWith(indent, width) === goal?.column);
}

function columnWith(indent: string, width: number): number {
  let column = 0;
  for (const one of indent) column = one === '\t' ? (Math.floor(column / width) + 1) * width : column + 1;
  return column;
}

interface Open {
  readonly column: number;
  readonly key: string;
}

/** The columns at which an entry may go on before a line, the innermost first, each with its last key. */
function openColumns(text: Text, line: number): Open[] {
  const found: Open[] = [];
  let least = Infinity;
  for (let at = line - 1; at >= 0 && line - at < mostLines && least > 0; at--) {
    const whole = text.line(at);
    const key = keyIn(whole);
    const indent = indentOf(whole);
    if (!key || isEmptyLine(whole) || /^ *[\t\u00a0]/.test(whole) || indent >= least) continue;
    found.push({ column: key.column, key: key.key });
    least = indent;
  }
  return found;
}

const labelKeys = new Set(keysOf(schemaPart('taxonomy', 'label')));

/** The column (with its last key) whose keys are of the kind that a line begins with: keys of a label, or ids. */
function likeliestOf(line: string, columns: readonly Open[]): Open | undefined {
  const key = keyIn(line)?.key ?? '';
  return columns.find((open) => labelKeys.has(open.key) === labelKeys.has(key)) ?? columns[0];
}

/** Whether the line above is a key alone, which a line opens the content of. */
function opensAbove(text: Text, line: number): boolean {
  const before = neighbour(text, line, -1);
  return (
    before !== undefined && /: *$/.test(text.line(before)) && indentOf(text.line(before)) < indentOf(text.line(line))
  );
}

/** The entries that follow a line under the same key: the outermost of them. */
function below(text: Text, line: number): Open | undefined {
  const parent = indentOf(text.line(neighbour(text, line, -1) ?? line));
  let found: Open | undefined;
  for (let at = line + 1; at <= lastNear(text, line); at++) {
    const whole = text.line(at);
    if (isEmptyLine(whole)) continue;
    const indent = indentOf(whole);
    if (indent <= parent) break;
    const key = keyIn(whole)?.key;
    if (key !== undefined && (!found || indent < found.column)) found = { column: indent, key };
  }
  return found;
}

/** A key below a text, which is indented a little too far to stand beside it. */
export function mendTooFar(text: Text, line: number): Mend | undefined {
  const above = keyIn(text.line(line));
  const next = neighbour(text, line, 1);
  if (!above || next === undefined || next !== line + 1) return undefined;
  const key = keyIn(text.line(next));
  const column = indentOf(text.line(next));
  const behind = text.line(line).slice(above.column + above.key.length);
  if (!key || key.column !== column || column <= above.column || /^ *: *(?:[>|&!*[{]|$)/.test(behind)) return undefined;
  if (/: .*: /.test(behind)) return undefined;
  const extra = column - above.column;
  const edits: TextEdit[] = [];
  for (let at = next; at <= lastNear(text, line); at++) {
    const whole = text.line(at);
    if (whole.trim() !== '' && indentOf(whole) < column) break;
    if (whole.trim() !== '') edits.push({ range: inLine(at, 0, extra), text: '' });
  }
  return {
    at: inLine(next, key.column, key.column + key.key.length),
    message: `This line is indented by ${spaces(extra)} too many. Line it up with “${above.key}”.`,
    fix: { title: `Indent by ${spaces(extra)} less`, edits },
  };
}

/** A key between the columns of those before it. */
export function mendTooLittle(text: Text, line: number): Mend | undefined {
  const key = keyIn(text.line(line));
  const column = indentOf(text.line(line));
  if (!key || key.column !== column || column === 0) return undefined;
  const columns = openColumns(text, line);
  if (columns.some((open) => open.column === column)) return undefined;
  const [inner, outer] = [
    columns.findLast((open) => open.column > column),
    columns.find((open) => open.column < column),
  ];
  const near = [inner, outer].filter((open): open is Open => open !== undefined && Math.abs(open.column - column) < 2);
  const beside = opensAbove(text, line) ? below(text, line) : likeliestOf(text.line(line), near);
  if (!beside || Math.abs(beside.column - column) > 1) return undefined;
  const goal = beside.column;
  const missing = goal - column;
  const edits: TextEdit[] = [];
  for (let at = line; at <= lastNear(text, line); at++) {
    const whole = text.line(at);
    const own = indentOf(whole);
    if (whole.trim() !== '' && (own < column || (at > line && own === goal && goal > column))) break;
    if (whole.trim() === '') continue;
    edits.push({ range: inLine(at, 0, missing < 0 ? -missing : 0), text: ' '.repeat(Math.max(0, missing)) });
  }
  const much = missing > 0 ? `${spaces(missing)} too few` : `${spaces(-missing)} too many`;
  return {
    at: inLine(line, column, column + key.key.length),
    message: `This line is indented by ${much}. Line it up with “${beside.key}”.`,
    fix: { title: `Indent by ${spaces(Math.abs(missing))} ${missing > 0 ? 'more' : 'less'}`, edits },
  };
}
