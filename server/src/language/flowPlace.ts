/** Where a cursor stands in brackets, `[…]` and `{…}`. Offsets count in the text that was given. */
export interface FlowPlace {
  /** From the outermost bracket to the map, or to the value, that the cursor is in. */
  readonly path: readonly (string | number)[];
  readonly slot: 'key' | 'value';
  /** The word at the cursor, without quotes. */
  readonly start: number;
  readonly end: number;
  readonly quote: '' | "'" | '"';
  readonly hasColon: boolean;
  /** The other keys of the map. */
  readonly keys: readonly string[];
  /** The other items of the list. */
  readonly items: readonly string[];
}

interface Bracket {
  readonly kind: 'map' | 'list';
  readonly keys: string[];
  readonly items: string[];
  index: number;
  /** The key whose value comes next. */
  key?: string;
}

/** A word as it is read: from `start`, quotes included. */
interface Word {
  readonly start: number;
  readonly quote: '' | "'" | '"';
}

/** Reads brackets from the first character of `text`, which opens one. Nothing when they are closed before the cursor. */
export function flowPlace(text: string, cursor: number): FlowPlace | undefined {
  const open: Bracket[] = [];
  let word: Word | undefined;
  let place: (Omit<FlowPlace, 'keys' | 'items'> & { bracket: Bracket }) | undefined;
  let at = 0;

  const wordText = (end: number) =>
    word
      ? text
          .slice(word.start, end)
          .trim()
          .replace(/^(['"])(.*)\1$/s, '$2')
      : '';
  const isAtCursor = (end: number) => (word ? word.start <= cursor && cursor <= end : false);

  /** Ends the word before `at`: it was a key without value, a value, or an item. */
  function finish(): void {
    const bracket = open[open.length - 1];
    const words = wordText(at);
    if (bracket && words !== '' && !isAtCursor(at)) {
      if (bracket.kind === 'list') bracket.items.push(words);
      else if (bracket.key === undefined) bracket.keys.push(words);
    }
    word = undefined;
  }

  for (; at <= text.length; at++) {
    if (at === cursor) {
      const bracket = open[open.length - 1];
      if (!bracket) return undefined;
      place = { ...placeIn(text, cursor, open, word), bracket };
    }
    const char = text[at];
    if (char === undefined) break;
    if (word && word.quote !== '') {
      if (char === '\\' && word.quote === '"') at++;
      else if (char === word.quote && at > word.start) word = { start: word.start, quote: '' };
    } else if (char === '#' && /\s/.test(text[at - 1] ?? '')) {
      const lineEnd = text.indexOf('\n', at);
      if (cursor > at && (lineEnd < 0 || cursor <= lineEnd)) return undefined;
      finish();
      at = (lineEnd < 0 ? text.length : lineEnd) - 1;
    } else if (char === '[' || char === '{') {
      finish();
      open.push({ kind: char === '[' ? 'list' : 'map', keys: [], items: [], index: 0 });
    } else if (char === ']' || char === '}') {
      finish();
      open.pop();
      if (open.length === 0) break;
    } else if (char === ',') {
      finish();
      const bracket = open[open.length - 1];
      if (bracket?.kind === 'list') bracket.index++;
      else if (bracket) bracket.key = undefined;
    } else if (char === ':' && /^([\s,[\]{}]|$)/.test(text.slice(at + 1, at + 2))) {
      const bracket = open[open.length - 1];
      if (bracket?.kind === 'map' && bracket.key === undefined) {
        const key = wordText(at);
        finish();
        bracket.key = key;
      }
      word = undefined;
    } else if (!word && !/\s/.test(char)) {
      word = { start: at, quote: char === '"' || char === "'" ? char : '' };
    }
  }
  if (!place) return undefined;
  const { bracket, ...rest } = place;
  return { ...rest, keys: bracket.keys, items: bracket.items };
}

function placeIn(
  text: string,
  cursor: number,
  open: readonly Bracket[],
  word: Word | undefined,
): Omit<FlowPlace, 'keys' | 'items'> {
  const inner = open[open.length - 1];
  const path = open.flatMap((bracket): (string | number)[] => {
    if (bracket.kind === 'list') return [bracket.index];
    return bracket.key === undefined ? [] : [bracket.key];
  });
  const slot = inner?.kind === 'map' && inner.key === undefined ? 'key' : 'value';
  const quote = word?.quote ?? '';
  const start = word ? word.start + quote.length : cursor;
  const after = text.slice(cursor);
  const end = cursor + (word || /^\S/.test(after) ? lengthOfWord(after, quote) : 0);
  return { path, slot, start, end, quote, hasColon: /^['"]?\s*:/.test(text.slice(end)) };
}

/** How far the word at the start of `text` goes on: to the closing quote, or to what ends a plain word in brackets. */
function lengthOfWord(text: string, quote: Word['quote']): number {
  if (quote !== '') return /^[^'"\n]*/.exec(text)?.[0].length ?? 0;
  return /^(?:(?![,[\]{}\n]|:(?:\s|$)|\s#).)*/.exec(text)?.[0].trimEnd().length ?? 0;
}
