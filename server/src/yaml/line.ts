/** Reading single lines of YAML text, whose lines end in LF or CR LF. Offsets are in the text that is given. */

export const enum Char {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  DoubleQuote = 34,
  Hash = 35,
  SingleQuote = 39,
  Dash = 45,
  Colon = 58,
  Question = 63,
  Backslash = 92,
}

/** The text with each lone CR as a LF: a line end for editors, which a YAML parser does not know. Offsets stay the same. */
export function withoutLoneCarriageReturns(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** So many characters are gone through between two pauses. */
const charactersAtATime = 65_536;

/** {@link withoutLoneCarriageReturns} in steps. */
export function* loneCarriageReturnSteps(text: string): Generator<undefined, string> {
  if (!text.includes('\r')) return text;
  const pieces: string[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + charactersAtATime;
    // CR LF stay together.
    if (text.charCodeAt(end - 1) === Char.CarriageReturn) end++;
    pieces.push(withoutLoneCarriageReturns(text.slice(start, end)));
    yield;
  }
  return pieces.join('');
}

/** Where the line's characters end, before its line end. */
export function lineEndAt(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text.charCodeAt(at - 1) === Char.CarriageReturn ? at - 1 : at;
}

/** Where the next line starts; the end of the text when there is none. */
export function nextLineAt(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

/** Where the last line starts that begins before `offset`, from the end of a line or of the text. */
export function lineBefore(text: string, offset: number): number {
  return offset < 2 ? 0 : text.lastIndexOf('\n', offset - 2) + 1;
}

/** The first offset from `offset` on that is no space. */
export function skipSpaces(text: string, offset: number): number {
  let at = offset;
  while (text.charCodeAt(at) === Char.Space) at++;
  return at;
}

/** The first offset from `offset` on that is neither space nor tab. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (text.charCodeAt(at) === Char.Space || text.charCodeAt(at) === Char.Tab) at++;
  return at;
}

/** Whether nothing, or white space, stands at `offset`. */
export function isBlank(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return (
    Number.isNaN(code) ||
    code === Char.Space ||
    code === Char.LineFeed ||
    code === Char.CarriageReturn ||
    code === Char.Tab
  );
}

/** Where the content of the line at `offset` starts, or -1 when it is empty or a comment. */
export function contentAt(text: string, offset: number): number {
  const at = skipBlanks(text, offset);
  const code = text.charCodeAt(at);
  const none = Number.isNaN(code) || code === Char.LineFeed || code === Char.CarriageReturn || code === Char.Hash;
  return none ? -1 : at;
}

/** A line that git writes around two wordings that it could not unite. */
export const conflictLine = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/;

/** `---` or `...` alone or before something else, at the start of a line. */
export function isMarker(text: string, offset: number): boolean {
  return (text.startsWith('---', offset) || text.startsWith('...', offset)) && isBlank(text, offset + 3);
}

/**
 * Where the colon of a key ends that starts at `offset`; -1 when no key of one line stands there. An explicit key (`? `)
 * counts as one, with its question mark for a colon.
 */
export function keyEndAt(text: string, offset: number): number {
  const first = text.charCodeAt(offset);
  if (first === Char.DoubleQuote || first === Char.SingleQuote) {
    const close = closingQuote(text, offset, first);
    if (close < 0) return -1;
    const colon = skipBlanks(text, close + 1);
    return text.charCodeAt(colon) === Char.Colon && isBlank(text, colon + 1) ? colon + 1 : -1;
  }
  if (first === Char.Question && isBlank(text, offset + 1)) return offset + 1;
  if (first === Char.Dash || first === Char.Colon ? isBlank(text, offset + 1) : isIndicator(first)) return -1;
  for (let at = offset; ; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.Colon) {
      if (isBlank(text, at + 1)) return at + 1;
    } else if (code === Char.Hash) {
      if (at > offset && isBlank(text, at - 1)) return -1;
    } else if (code === Char.LineFeed || Number.isNaN(code)) {
      return -1;
    }
  }
}

/** The offset of the quote that closes the one at `offset` in the same line, or -1. */
export function closingQuote(text: string, offset: number, quote: number): number {
  for (let at = offset + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code) || code === Char.LineFeed) return -1;
    if (code === quote) {
      if (quote === Char.DoubleQuote || text.charCodeAt(at + 1) !== quote) return at;
      at++;
    } else if (quote === Char.DoubleQuote && code === Char.Backslash) {
      at++;
    }
  }
}

/** Whether a plain text cannot begin with this character, whatever follows; `-`, `?` and `:` only may not before a blank. */
export function isIndicator(code: number): boolean {
  switch (code) {
    case Char.Tab:
    case Char.LineFeed:
    case Char.CarriageReturn:
    case Char.Space:
    case Char.DoubleQuote:
    case Char.Hash:
    case Char.SingleQuote:
    case 33: // !
    case 37: // %
    case 38: // &
    case 42: // *
    case 44: // ,
    case 62: // >
    case 64: // @
    case 91: // [
    case 93: // ]
    case 96: // `
    case 123: // {
    case 124: // |
    case 125: // }
    case 0xfeff: // byte order mark
      return true;
    default:
      return Number.isNaN(code);
  }
}
