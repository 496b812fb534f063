import { missing } from './convert';
import {
  Char,
  closingQuote,
  contentAt,
  isBlank,
  isIndicator,
  keyEndAt,
  lineEndAt,
  nextLineAt,
  skipSpaces,
} from './line';
import { exact } from './exact';
import type { Frame, YamlEntry, YamlMap, YamlNode, YamlScalar } from './node';
import { blockScalarAt } from './plainBlockScalar';
import { resolvePlain } from './resolve';

/** Nested more deeply than this, a block is not plain. */
const maximumDepth = 40;

/** With more texts and keys than this in it, a block is not plain: no label has them, and they would take up much room. */
const maximumScalars = 250_000;

/** Thrown on meeting anything that is not plain; never leaves this file. */
const notPlain = new Error('not plain');

/**
 * Reads a block of plain YAML, many times faster than the parser does, and exactly as it does: keys, values and quoted
 * texts of one line without escapes, lists, brackets within a line, and texts under `|` and `>`. Returns nothing when
 * anything else is in it, mistakes included. `base` is the offset of the text in its frame; lines end in LF or CR LF.
 */
export function readPlain(frame: Frame, text: string, base: number): YamlMap | undefined {
  if (text.includes('\t')) return undefined;
  const reader = new Reader(frame, text, base);
  try {
    return reader.readAll();
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

class Reader {
  /** Where the reader is, in the text. */
  private at = 0;
  /** The column of the content that the reader is at, when it is at the first of its line; -1 at the end of the text. */
  private column = -1;
  /** Where what was read last ends, in the text. */
  private end = 0;
  private depth = 0;
  private scalars = 0;

  constructor(
    private readonly frame: Frame,
    private readonly text: string,
    private readonly base: number,
  ) {}

  readAll(): YamlMap {
    this.toContent(0);
    // What follows in the same column is no entry: then it would be a block of its own.
    const start = this.at;
    const entries = [this.readEntry(this.column)];
    if (this.column >= 0) throw notPlain;
    return this.mapOf(entries, 'block', start, this.end);
  }

  /** Goes to the next content from the line at `offset` on. */
  private toContent(offset: number): void {
    const { text } = this;
    for (let line = offset; line < text.length; line = nextLineAt(text, line)) {
      const content = contentAt(text, line);
      if (content < 0) continue;
      this.at = content;
      this.column = content - line;
      return;
    }
    this.at = text.length;
    this.column = -1;
  }

  private readMap(column: number): YamlMap {
    if (++this.depth > maximumDepth) throw notPlain;
    const start = this.at;
    const entries: YamlEntry[] = [];
    do {
      addEntry(entries, this.readEntry(column));
    } while (this.column === column);
    this.depth--;
    return this.mapOf(entries, 'block', start, this.end);
  }

  private readEntry(column: number): YamlEntry {
    const colon = keyEndAt(this.text, this.at);
    if (colon < 0 || colon - this.at > 1000) throw notPlain;
    const key = this.readKey(colon - 1);
    if (key.source === '<<') throw notPlain;
    const value = this.readValue(colon, column, true);
    if (this.column > column) throw notPlain;
    return { key, value };
  }

  private mapOf(entries: readonly YamlEntry[], style: 'block' | 'flow', start: number, end: number): YamlMap {
    const { frame, base } = this;
    this.end = end;
    return { kind: 'map', style, entries: exact(entries), frame, start: start + base, end: end + base };
  }

  /** The key that starts where the reader is and ends before the colon. */
  private readKey(colon: number): YamlScalar {
    const first = this.text.charCodeAt(this.at);
    if (first === Char.DoubleQuote || first === Char.SingleQuote) return this.readQuoted(first);
    if (first === Char.Question && isBlank(this.text, this.at + 1)) throw notPlain;
    const start = this.at;
    const end = this.trimmed(start, colon);
    return this.scalar(sharedWord(this.text.slice(start, end)), start, end);
  }

  private trimmed(start: number, end: number): number {
    let at = end;
    while (at > start && this.text.charCodeAt(at - 1) === Char.Space) at--;
    return at;
  }

  /** A plain text as a key, which is text whatever it looks like. */
  private scalar(source: string, start: number, end: number): YamlScalar {
    const { frame, base } = this;
    this.end = end;
    return { kind: 'scalar', value: source, source, style: 'plain', frame, start: start + base, end: end + base };
  }

  /** What stands behind a colon or dash that ends at `offset`, in a map or list at `column`; goes on to the next content. */
  private readValue(offset: number, column: number, inMap: boolean): YamlNode {
    const { text } = this;
    const start = skipSpaces(text, offset);
    const first = text.charCodeAt(start);
    this.at = start;
    if (Number.isNaN(first) || first === Char.LineFeed || first === Char.CarriageReturn || first === Char.Hash) {
      this.toContent(nextLineAt(text, start));
      const list = this.column >= 0 && this.atDash();
      if (this.column > column) return list ? this.readList(this.column) : this.readMap(this.column);
      if (list && inMap && this.column === column) return this.readList(column);
      this.end = start;
      return missing(this.frame, start + this.base);
    }
    if (first === 124 || first === 62) {
      const scalar = blockScalarAt(this.frame, text, this.base, start, column);
      if (!scalar) throw notPlain;
      this.end = scalar.node.end - this.base;
      this.toContent(scalar.next);
      return scalar.node;
    }
    const node = this.readInLine(first);
    const rest = skipSpaces(text, this.at);
    const code = text.charCodeAt(rest);
    const comment = code === Char.Hash && rest > this.at;
    if (!comment && !(Number.isNaN(code) || code === Char.LineFeed || code === Char.CarriageReturn)) throw notPlain;
    this.toContent(nextLineAt(text, rest));
    return node;
  }

  private readInLine(first: number): YamlNode {
    if (first === Char.DoubleQuote || first === Char.SingleQuote) return this.readQuoted(first);
    if (first === 91) return this.readFlowList();
    if (first === 123) return this.readFlowMap();
    const { text, at: start } = this;
    if (isIndicator(first)) throw notPlain;
    if ((first === Char.Dash || first === Char.Question || first === Char.Colon) && isBlank(text, start + 1))
      throw notPlain;
    let end = lineEndAt(text, start);
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === Char.Colon && isBlank(text, at + 1)) throw notPlain;
      if (code === Char.Hash && text.charCodeAt(at - 1) === Char.Space) end = at;
    }
    return this.plainValue(start, this.trimmed(start, end));
  }

  private plainValue(start: number, end: number): YamlScalar {
    const { frame, base } = this;
    if (++this.scalars > maximumScalars) throw notPlain;
    const source = this.text.slice(start, end);
    this.at = this.end = end;
    const value = resolvePlain(source);
    return { kind: 'scalar', value, source, style: 'plain', frame, start: start + base, end: end + base };
  }

  private readQuoted(quote: number): YamlScalar {
    const { frame, text, base, at: start } = this;
    const close = closingQuote(text, start, quote);
    if (close < 0 || ++this.scalars > maximumScalars) throw notPlain;
    let value = text.slice(start + 1, close);
    if (quote === Char.DoubleQuote && value.includes('\\')) throw notPlain;
    if (quote === Char.SingleQuote && value.includes("'")) value = value.replaceAll("''", "'");
    const style = quote === Char.DoubleQuote ? 'double' : 'single';
    this.at = this.end = close + 1;
    return { kind: 'scalar', value, source: value, style, frame, start: start + base, end: close + 1 + base };
  }

  private atDash(): boolean {
    return this.text.charCodeAt(this.at) === Char.Dash && isBlank(this.text, this.at + 1);
  }

  private readList(column: number): YamlNode {
    if (++this.depth > maximumDepth) throw notPlain;
    const start = this.at;
    const items: YamlNode[] = [];
    do {
      items.push(this.readItem(column));
      if (this.column > column) throw notPlain;
    } while (this.column === column && this.atDash());
    this.depth--;
    const { frame, base, end } = this;
    return { kind: 'list', style: 'block', items: exact(items), frame, start: start + base, end: end + base };
  }

  private readItem(column: number): YamlNode {
    const dash = this.at;
    const start = skipSpaces(this.text, dash + 1);
    this.at = start;
    if (contentAt(this.text, start) === start) {
      if (this.atDash()) return this.readList(column + start - dash);
      if (keyEndAt(this.text, start) >= 0) return this.readMap(column + start - dash);
    }
    return this.readValue(dash + 1, column, false);
  }

  private readFlowList(): YamlNode {
    if (++this.depth > maximumDepth) throw notPlain;
    const start = this.at++;
    const items: YamlNode[] = [];
    while (!this.closes(93)) {
      items.push(this.readFlowValue());
      this.toNextItem(93);
    }
    this.depth--;
    const { frame, base } = this;
    this.end = this.at;
    return { kind: 'list', style: 'flow', items: exact(items), frame, start: start + base, end: this.at + base };
  }

  private readFlowMap(): YamlNode {
    if (++this.depth > maximumDepth) throw notPlain;
    const start = this.at++;
    const entries: YamlEntry[] = [];
    while (!this.closes(125)) {
      const value = this.readFlowValue();
      if (value.kind !== 'scalar') throw notPlain;
      const key = value.style === 'plain' ? { ...value, value: value.source } : value;
      const colon = skipSpaces(this.text, this.at);
      if (this.text.charCodeAt(colon) !== Char.Colon || this.text.charCodeAt(colon + 1) !== Char.Space) throw notPlain;
      this.at = skipSpaces(this.text, colon + 1);
      addEntry(entries, { key, value: this.readFlowValue() });
      this.toNextItem(125);
    }
    this.depth--;
    return this.mapOf(entries, 'flow', start, this.at);
  }

  /** Whether the next thing is this bracket, which is then behind the reader. */
  private closes(bracket: number): boolean {
    this.at = skipSpaces(this.text, this.at);
    if (this.text.charCodeAt(this.at) !== bracket) return false;
    this.at++;
    return true;
  }

  /** Goes behind the comma; stays where the bracket is. */
  private toNextItem(bracket: number): void {
    this.at = skipSpaces(this.text, this.at);
    const code = this.text.charCodeAt(this.at);
    if (code === 44) this.at++;
    else if (code !== bracket) throw notPlain;
  }

  private readFlowValue(): YamlNode {
    const { text, at: start } = this;
    const first = text.charCodeAt(start);
    if (first === Char.DoubleQuote || first === Char.SingleQuote) return this.readQuoted(first);
    if (first === 91) return this.readFlowList();
    if (first === 123) return this.readFlowMap();
    if (isIndicator(first)) throw notPlain;
    if ((first === Char.Dash || first === Char.Question || first === Char.Colon) && endsWord(text, start + 1))
      throw notPlain;
    let end = start;
    for (; ; end++) {
      const code = text.charCodeAt(end);
      if (isBracketOrComma(code)) break;
      if (code === Char.Colon && endsWord(text, end + 1)) break;
      if (code === Char.Hash && text.charCodeAt(end - 1) === Char.Space) throw notPlain;
      if (Number.isNaN(code) || code === Char.LineFeed || code === Char.CarriageReturn) throw notPlain;
    }
    return this.plainValue(start, this.trimmed(start, end));
  }
}

const words = new Map<string, string>();

/** The same string for the same word, for the keys that are in every label; a few hundred of them, so as not to grow. */
function sharedWord(word: string): string {
  const known = words.get(word);
  if (known !== undefined) return known;
  if (words.size >= 500 || word.length > 16) return word;
  // As the name of a property it is the very string that the same word is in the program: they compare by identity.
  const [own = word] = Object.keys({ [word]: true });
  words.set(word, own);
  return own;
}

function isBracketOrComma(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}

function endsWord(text: string, offset: number): boolean {
  return isBlank(text, offset) || isBracketOrComma(text.charCodeAt(offset));
}

/** Adds an entry, unless its key is there already: that is not plain. */
function addEntry(entries: YamlEntry[], entry: YamlEntry): void {
  const { source } = entry.key;
  if (source === '<<' || entries.length > 200) throw notPlain;
  for (const other of entries) if (other.key.source === source) throw notPlain;
  entries.push(entry);
}
