import type { Text } from '../../yaml/text';
import type { Mend } from './mend';
import { indentOf, inLine, isEmptyLine, keyIn, mostLines } from './mend';

/** A value as it is written behind its key or hyphen, to the end of its line or of the lines that go on with it. */
interface Written {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly lastLine: number;
  readonly lastColumn: number;
}

const lead = /^(\s*(?:- +)*(?:[\p{L}\p{N}_"'][^:#]*?: +)?)(?=\S)/u;

/** Puts a value in quotes that cannot stand without them, or mends the quotes it has. Nothing where that is not sure. */
export function mendQuotes(text: Text, line: number, code: string): Mend | undefined {
  const written = valueIn(text, line);
  if (!written || /[\t\\]/.test(written.text)) return undefined;
  const { text: value } = written;
  const first = value.charAt(0);
  if (first === '"' || first === "'") return mendQuoted(written, first);
  if (code === 'open-quote' || code === 'open-bracket') return undefined;

  if (/^[[{]/.test(first)) return bracketThenText(value) ? { ...begins(first), ...quote(written) } : undefined;
  if (/^[>|]/.test(first)) return /^[>|][-+0-9]*$/.test(value) ? undefined : { ...begins(first), ...quote(written) };
  if (/^[@%`]/.test(first)) return { ...begins(first), ...quote(written) };
  if (first === '*' && /^\*[\w.-]*$/.test(value)) return undefined;
  if (first === '*' || /^& /.test(value)) return { ...begins(first), ...quote(written) };
  // An anchor or a tag may be meant as one.
  if (first === '&' || value.startsWith('!!')) return undefined;
  if (first === '!') return quote(written);
  if (/: |:$/.test(value) && code === 'BLOCK_AS_IMPLICIT_KEY') return quote(written);
  return undefined;
}

function begins(character: string): Mend {
  return { message: `“${character}” at the start of a text has a meaning of its own in YAML. Put the text in quotes.` };
}

/** The value of the key or item that a line begins with; nothing when its end is not sure. */
function valueIn(text: Text, line: number): Written | undefined {
  const whole = text.line(line);
  const column = lead.exec(whole)?.[1]?.length;
  if (column === undefined || (column === indentOf(whole) && !/^[%@`*&!>|]/.test(whole.trim()))) return undefined;
  const end = endIn(whole, column);
  const owner = keyIn(whole)?.column ?? whole.search(/\S/);
  let [lastLine, lastColumn] = [line, end];
  const parts = [whole.slice(column, end)];
  for (let next = line + 1; next < text.lineCount; next++) {
    if (next - line > mostLines) return undefined;
    const more = text.line(next);
    if (more.trim() === '') continue;
    if (indentOf(more) <= owner) break;
    // Keys, items and comments below a text are another mistake.
    if (isEmptyLine(more) || keyIn(more) || /^\s*- /.test(more) || /\s#/.test(more) || end < whole.trimEnd().length)
      return undefined;
    if (next > lastLine + 1) return undefined;
    parts.push(more.trim());
    [lastLine, lastColumn] = [next, more.trimEnd().length];
  }
  return { text: parts.join('\n'), line, column, lastLine, lastColumn };
}

/** Where a value ends in its line: before a comment. */
function endIn(line: string, from: number): number {
  const comment = line.slice(from).search(/\s+#/);
  return comment < 0 ? line.trimEnd().length : from + comment;
}

function quote(written: Written, inner = written.text): Pick<Mend, 'fix'> {
  if (inner.includes('\n')) return quoteLines(written);
  return replace('Put the text in quotes', written, `'${inner.replaceAll("'", "''")}'`);
}

/** A text of several lines keeps its lines: quotes around it, and every single quote twice. */
function quoteLines(written: Written): Pick<Mend, 'fix'> {
  const [first = '', ...rest] = written.text.split('\n');
  if (written.text.includes("'")) return {};
  const end = { line: written.lastLine, character: written.lastColumn };
  const start = { line: written.line, character: written.column };
  if (first === '' || rest.length === 0) return {};
  return {
    fix: {
      title: 'Put the text in quotes',
      edits: [
        { range: { start, end: start }, text: "'" },
        { range: { start: end, end }, text: "'" },
      ],
    },
  };
}

function replace(title: string, { line, column, lastColumn }: Written, text: string): Pick<Mend, 'fix'> {
  return { fix: { title, edits: [{ range: inLine(line, column, lastColumn), text }] } };
}

/** A value that begins with a quote: it is not closed, holds quotes of its own, or goes on behind them. */
function mendQuoted(written: Written, mark: '"' | "'"): Mend | undefined {
  const { text: value, line, column } = written;
  if (value.includes('\n')) return undefined;
  const rest = value.slice(1);
  const second = rest.indexOf(mark);
  const count = value.split(mark).length - 1;
  if (second < 0) {
    if (/[[\]{}]/.test(value)) return undefined;
    return replace('Close the quote', written, `${value}${mark}`);
  }
  const after = rest.charAt(second + 1);
  const before = rest.charAt(second - 1);
  const at = inLine(line, column + 1 + second, column + 2 + second);
  const inside = /[\p{L}\p{N}]/u.test(after) || /\s/.test(before);
  if (inside && value.endsWith(mark) && value.length > 2) {
    const inner = value.slice(1, -1);
    const message = `The quote before ${quotedWord(rest.slice(second + 1))} ends the text. ${mark === "'" ? 'Write it twice.' : 'Use single quotes around the text.'}`;
    const bare = mark === "'" ? inner.replaceAll("''", "'") : inner;
    const title = mark === "'" ? 'Write the inner quotes twice' : 'Put the text in single quotes';
    return { message, at, ...replace(title, written, `'${bare.replaceAll("'", "''")}'`) };
  }
  if (inside && mark === "'" && count % 2 === 0) {
    const bare = rest.replaceAll("''", "'").replaceAll("'", "''");
    return {
      message: 'The quote that opens here is not closed, and the one in the text must stand twice.',
      ...replace('Close the quote', written, `'${bare}'`),
    };
  }
  if (mark === "'" && count % 2 === 1 && value.endsWith(mark)) {
    const inner = value.slice(1, -1).replaceAll("''", "'").replaceAll("'", "''");
    return {
      message: 'The quote in the text ends it. Write it twice.',
      at,
      ...replace('Write the inner quotes twice', written, `'${inner}'`),
    };
  }
  const behind = rest.slice(second + 1).trim();
  if (behind === '' || /^[,\]}:]/.test(behind)) return undefined;
  return {
    message: `The text ends with its quotes, and ${quotedWord(behind)} stands behind them. Put all of it in quotes.`,
    ...quote(written),
  };
}

function quotedWord(text: string): string {
  return `“${
    /^\s*\S+/
      .exec(text)?.[0]
      .trim()
      .replace(/["']+$/, '') ?? ''
  }”`;
}

/** `[x] done`: brackets that close, and text behind them. */
function bracketThenText(value: string): boolean {
  const close = value.charAt(0) === '[' ? ']' : '}';
  const end = value.indexOf(close);
  return end > 0 && !/[[{]/.test(value.slice(1)) && /^\s*[^\s,:\]}]/.test(value.slice(end + 1));
}
