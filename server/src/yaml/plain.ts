import { ByteText, byteOrderMark, isBracketOrComma } from './bytes';
import { Char, isIndicator } from './line';
import type { Frame, YamlMap } from './node';
import { nodeAt } from './nodes';
import { blockScalarAt } from './plainBlockScalar';
import { maximumOffset, numberOfWord, TapeWriter, Type } from './tape';

/** Nested more deeply than this, a block is not plain. */
const maximumDepth = 40;

/** With more texts and keys than this in it, a block is not plain: no label has them, and they would take up much room. */
const maximumScalars = 250_000;

/** A longer key is none. UTF-16 code units. */
const maximumKey = 1000;

/** With more keys than this, a map is not plain: each is compared with all others. */
const maximumKeys = 200;

/** Thrown on meeting anything that is not plain; never leaves this file. */
const notPlain = new Error('not plain');

/**
 * Reads a block of plain YAML, many times faster than the parser does, and exactly as it does: keys, values and quoted
 * texts of one line without escapes, lists, brackets within a line, and texts under `|` and `>`. Returns nothing when
 * anything else is in it, mistakes included. `base` is the offset of the text in its frame; lines end in LF or CR LF.
 */
export function readPlain(frame: Frame, text: string, base: number): YamlMap | undefined {
  if (text.length >= maximumOffset || text.includes('\t')) return undefined;
  try {
    reader.read(text);
    return nodeAt(reader.tape.finish(frame, text, base), 0) as YamlMap;
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

/** Reads texts one after the other. A line feed stands behind the last character of each, so that no line lacks its end. */
class Reader {
  readonly tape = new TapeWriter();
  private readonly source = new ByteText();
  /** Where the reader is, in the text. */
  private at = 0;
  /** The column of the content that the reader is at, when it is at the first of its line; -1 at the end of the text. */
  private column = -1;
  /** Where what was read last ends, in the text. */
  private end = 0;
  private depth = 0;
  private scalars = 0;
  /** The keys of the maps that the reader is in. */
  private readonly keys: string[] = [];

  /** Writes the map of one entry that the text is to {@link tape}. */
  read(text: string): void {
    this.source.load(text);
    this.tape.reset();
    this.depth = this.scalars = this.keys.length = 0;
    this.toContent(0);
    const map = this.tape.open(Type.BlockMap, this.at);
    this.readEntry(this.column, 0);
    // What follows in the same column is no entry: then it would be a block of its own.
    if (this.column >= 0) throw notPlain;
    this.tape.close(map, this.end);
  }

  /** Goes to the next content from the line at `offset` on. */
  private toContent(offset: number): void {
    const { bytes, text } = this.source;
    for (let line = offset; line < text.length;) {
      let at = line;
      while (bytes[at] === Char.Space) at++;
      const code = bytes[at] as number;
      if (code !== Char.LineFeed && code !== Char.CarriageReturn && code !== Char.Hash) {
        this.at = at;
        this.column = at - line;
        return;
      }
      line = this.source.nextLine(at);
    }
    this.at = text.length;
    this.column = -1;
  }

  private readMap(column: number): void {
    this.enter();
    const map = this.tape.open(Type.BlockMap, this.at);
    const first = this.keys.length;
    do {
      this.readEntry(column, first);
    } while (this.column === column);
    this.leaveMap(map, first, this.end);
  }

  private enter(): void {
    if (++this.depth > maximumDepth) throw notPlain;
  }

  private leaveMap(map: number, firstKey: number, end: number): void {
    this.depth--;
    this.keys.length = firstKey;
    this.end = end;
    this.tape.close(map, end);
  }

  /** The entry of a map whose keys are those from `firstKey` on. */
  private readEntry(column: number, firstKey: number): void {
    const colon = this.source.keyEnd(this.at);
    if (colon < 0 || colon - this.at > maximumKey) throw notPlain;
    this.addKey(this.readKey(colon - 1), firstKey);
    this.readValue(colon, column, true);
    if (this.column > column) throw notPlain;
  }

  /** Takes note of a key, unless it is in the map already: that is not plain. */
  private addKey(key: string, firstKey: number): void {
    const { keys } = this;
    if (key === '<<' || keys.length - firstKey > maximumKeys) throw notPlain;
    for (let i = firstKey; i < keys.length; i++) if (keys[i] === key) throw notPlain;
    keys.push(key);
  }

  /** The key that starts where the reader is and ends before the colon. */
  private readKey(colon: number): string {
    const first = this.source.bytes[this.at] as number;
    if (first === Char.DoubleQuote || first === Char.SingleQuote) {
      const at = this.readQuoted(first);
      return this.tape.textAt(at, this.source.text);
    }
    const start = this.at;
    const end = (this.end = this.source.trimmed(start, colon));
    const key = this.source.text.slice(start, end);
    const known = numberOfWord(key);
    if (known < 0) this.tape.scalar(Type.Key, start, end);
    else this.tape.longScalar(Type.KnownKey, start, end, known);
    return key;
  }

  /** What stands behind a colon or dash that ends at `offset`, in a map or list at `column`; goes on to the next content. */
  private readValue(offset: number, column: number, inMap: boolean): void {
    const start = (this.at = this.source.skipSpaces(offset));
    const first = this.source.bytes[start] as number;
    if (first === Char.LineFeed || first === Char.CarriageReturn || first === Char.Hash) {
      this.readBelow(start, column, inMap);
    } else if (first === 124 || first === 62) {
      const found = blockScalarAt(this.source.text, start, column);
      if (!found) throw notPlain;
      this.tape.ownText(first === 124 ? Type.Literal : Type.Folded, start, found.end, found.value);
      this.end = found.end;
      this.toContent(found.next);
    } else {
      this.readInLine(first);
      const rest = this.source.skipSpaces(this.at);
      const code = this.source.bytes[rest] as number;
      const isComment = code === Char.Hash && rest > this.at;
      if (!isComment && code !== Char.LineFeed && code !== Char.CarriageReturn) throw notPlain;
      this.toContent(this.source.nextLine(rest));
    }
  }

  /** What stands on the lines below a colon or dash, behind which nothing is. */
  private readBelow(start: number, column: number, inMap: boolean): void {
    this.toContent(this.source.nextLine(start));
    const isList = this.column >= 0 && this.atDash();
    if (this.column > column) {
      if (isList) this.readList(this.column);
      else this.readMap(this.column);
    } else if (isList && inMap && this.column === column) {
      this.readList(column);
    } else {
      this.end = start;
      this.tape.scalar(Type.Missing, start, start);
    }
  }

  private readInLine(first: number): void {
    if (first === Char.DoubleQuote || first === Char.SingleQuote) this.readQuoted(first);
    else if (first === 91) this.readFlowList();
    else if (first === 123) this.readFlowMap();
    else {
      const start = this.at;
      const { bytes } = this.source;
      if (!this.source.beginsPlain(start)) throw notPlain;
      let end = start;
      for (; ; end++) {
        const code = bytes[end] as number;
        if (code === Char.LineFeed) break;
        if (code === Char.Colon && this.source.isBlank(end + 1)) throw notPlain;
        if (code === Char.Hash && bytes[end - 1] === Char.Space) break;
      }
      if (bytes[end] === Char.LineFeed && bytes[end - 1] === Char.CarriageReturn) end--;
      this.addPlain(start, this.source.trimmed(start, end));
    }
  }

  private addPlain(start: number, end: number): number {
    if (++this.scalars > maximumScalars) throw notPlain;
    this.at = this.end = end;
    return this.tape.scalar(Type.Plain, start, end);
  }

  private readQuoted(quote: number): number {
    const start = this.at;
    const { bytes, text } = this.source;
    const close = this.source.closingQuote(start, quote);
    if (close < 0 || ++this.scalars > maximumScalars) throw notPlain;
    this.at = this.end = close + 1;
    if (quote === Char.DoubleQuote) {
      for (let at = start + 1; at < close; at++) if (bytes[at] === Char.Backslash) throw notPlain;
      return this.tape.scalar(Type.Double, start, close + 1);
    }
    for (let at = start + 1; at < close; at++) {
      if (bytes[at] !== Char.SingleQuote) continue;
      const own = text.slice(start + 1, close).replaceAll("''", "'");
      return this.tape.ownText(Type.SingleOwn, start, close + 1, own);
    }
    return this.tape.scalar(Type.Single, start, close + 1);
  }

  private atDash(): boolean {
    return this.source.bytes[this.at] === Char.Dash && this.source.isBlank(this.at + 1);
  }

  private readList(column: number): void {
    this.enter();
    const list = this.tape.open(Type.BlockList, this.at);
    do {
      this.readItem(column);
      if (this.column > column) throw notPlain;
    } while (this.column === column && this.atDash());
    this.depth--;
    this.tape.close(list, this.end);
  }

  private readItem(column: number): void {
    const dash = this.at;
    const start = (this.at = this.source.skipSpaces(dash + 1));
    const first = this.source.bytes[start] as number;
    if (first !== Char.LineFeed && first !== Char.CarriageReturn && first !== Char.Hash) {
      if (this.atDash()) return this.readList(column + start - dash);
      if (this.source.keyEnd(start) >= 0) return this.readMap(column + start - dash);
    }
    this.readValue(dash + 1, column, false);
  }

  private readFlowList(): void {
    this.enter();
    const list = this.tape.open(Type.FlowList, this.at++);
    while (!this.closes(93)) {
      this.readFlowValue();
      this.toNextItem(93);
    }
    this.depth--;
    this.end = this.at;
    this.tape.close(list, this.at);
  }

  private readFlowMap(): void {
    this.enter();
    const map = this.tape.open(Type.FlowMap, this.at++);
    const first = this.keys.length;
    while (!this.closes(125)) {
      const key = this.readFlowValue();
      if (this.tape.typeAt(key) >= Type.BlockMap) throw notPlain;
      this.tape.makeKey(key);
      this.addKey(this.tape.textAt(key, this.source.text), first);
      const colon = this.source.skipSpaces(this.at);
      if (this.source.bytes[colon] !== Char.Colon || this.source.bytes[colon + 1] !== Char.Space) throw notPlain;
      this.at = this.source.skipSpaces(colon + 1);
      this.readFlowValue();
      this.toNextItem(125);
    }
    this.leaveMap(map, first, this.at);
  }

  /** Whether the next thing is this bracket, which is then behind the reader. */
  private closes(bracket: number): boolean {
    this.at = this.source.skipSpaces(this.at);
    if (this.source.bytes[this.at] !== bracket) return false;
    this.at++;
    return true;
  }

  /** Goes behind the comma; stays where the bracket is. */
  private toNextItem(bracket: number): void {
    this.at = this.source.skipSpaces(this.at);
    const code = this.source.bytes[this.at];
    if (code === 44) this.at++;
    else if (code !== bracket) throw notPlain;
  }

  /** Where it is on the tape. */
  private readFlowValue(): number {
    const start = this.at;
    const { bytes } = this.source;
    const first = bytes[start] as number;
    if (first === Char.DoubleQuote || first === Char.SingleQuote) return this.readQuoted(first);
    if (first === 91 || first === 123) {
      const at = this.tape.length;
      if (first === 91) this.readFlowList();
      else this.readFlowMap();
      return at;
    }
    if (first === byteOrderMark || isIndicator(first)) throw notPlain;
    if ((first === Char.Dash || first === Char.Question || first === Char.Colon) && this.source.endsWord(start + 1))
      throw notPlain;
    let end = start;
    for (; ; end++) {
      const code = bytes[end] as number;
      if (isBracketOrComma(code)) break;
      if (code === Char.Colon && this.source.endsWord(end + 1)) break;
      if (code === Char.Hash && bytes[end - 1] === Char.Space) throw notPlain;
      if (code === Char.LineFeed || code === Char.CarriageReturn) throw notPlain;
    }
    return this.addPlain(start, this.source.trimmed(start, end));
  }
}

const reader = new Reader();
