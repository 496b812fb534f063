import { Char, isIndicator } from './line';

/** What stands for a code unit beyond ASCII, and for a byte order mark. */
const other = 0xff;
export const byteOrderMark = 0xfe;

const encoder = new TextEncoder();

/**
 * A text as bytes, which are faster to go through than characters: ASCII as it is, one byte for each other UTF-16 code
 * unit, so that offsets are the same. A line feed stands behind the last, so that no line lacks its end. There are no tabs
 * in it, and no lone carriage returns.
 */
export class ByteText {
  text = '';
  bytes = new Uint8Array(4096);

  /** Takes another text, in the same memory. */
  load(text: string): void {
    const { length } = text;
    if (this.bytes.length <= length) this.bytes = new Uint8Array(2 * length);
    this.text = text;
    // Anything beyond ASCII takes more bytes than it has code units.
    if (encoder.encodeInto(text, this.bytes).written !== length) this.fill();
    this.bytes[length] = Char.LineFeed;
  }

  private fill(): void {
    const { bytes, text } = this;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      bytes[i] = code < 128 ? code : code === 0xfeff ? byteOrderMark : other;
    }
  }

  /** Where the line behind the one at `offset` starts; beyond the end of the text when there is none. */
  nextLine(offset: number): number {
    const { bytes } = this;
    let at = offset;
    while (bytes[at] !== Char.LineFeed) at++;
    return at + 1;
  }

  skipSpaces(offset: number): number {
    const { bytes } = this;
    let at = offset;
    while (bytes[at] === Char.Space) at++;
    return at;
  }

  /** Whether nothing, or white space, stands at `offset`. */
  isBlank(offset: number): boolean {
    const code = this.bytes[offset] as number;
    return code === Char.Space || code === Char.LineFeed || code === Char.CarriageReturn;
  }

  /** Where the colon of a key ends that starts at `offset`; -1 when no plain key stands there. */
  keyEnd(offset: number): number {
    const { bytes } = this;
    const first = bytes[offset] as number;
    if (first === Char.DoubleQuote || first === Char.SingleQuote) {
      const close = this.closingQuote(offset, first);
      if (close < 0) return -1;
      const colon = this.skipSpaces(close + 1);
      return bytes[colon] === Char.Colon && this.isBlank(colon + 1) ? colon + 1 : -1;
    }
    if (!this.beginsPlain(offset)) return -1;
    for (let at = offset; ; at++) {
      const code = bytes[at] as number;
      if (code === Char.Colon) {
        if (this.isBlank(at + 1)) return at + 1;
      } else if (code === Char.Hash) {
        if (at > offset && this.isBlank(at - 1)) return -1;
      } else if (code === Char.LineFeed) {
        return -1;
      }
    }
  }

  /** Whether a text without quotes may begin here, outside of brackets. */
  beginsPlain(offset: number): boolean {
    const first = this.bytes[offset] as number;
    if (first === Char.Dash || first === Char.Question || first === Char.Colon) return !this.isBlank(offset + 1);
    return first !== byteOrderMark && !isIndicator(first);
  }

  /** Where what ends at `end` ends without the spaces there. */
  trimmed(start: number, end: number): number {
    const { bytes } = this;
    let at = end;
    while (at > start && bytes[at - 1] === Char.Space) at--;
    return at;
  }

  /** The offset of the quote that closes the one at `offset` in the same line, or -1. */
  closingQuote(offset: number, quote: number): number {
    const { bytes } = this;
    for (let at = offset + 1; ; at++) {
      const code = bytes[at] as number;
      if (code === Char.LineFeed) return -1;
      if (code === quote) {
        if (quote === Char.DoubleQuote || bytes[at + 1] !== quote) return at;
        at++;
      } else if (quote === Char.DoubleQuote && code === Char.Backslash) {
        if (bytes[at + 1] !== Char.LineFeed) at++;
      }
    }
  }

  /** Whether a text in brackets ends at `offset` at the latest. */
  endsWord(offset: number): boolean {
    return this.isBlank(offset) || isBracketOrComma(this.bytes[offset] as number);
  }
}

/** Whether it ends a text that stands in brackets. */
export function isBracketOrComma(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}
