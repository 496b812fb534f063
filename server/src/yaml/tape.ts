import type { Frame } from './node';

/**
 * What a plain block reads as: its nodes as numbers, in the order they are written in, a key before its value. So they
 * take a tenth of the room that objects would, and nothing goes through them when garbage is collected; objects are made
 * of those that are asked for (`nodes.ts`).
 *
 * A node is its type and where it starts, then where it ends (UTF-16 offsets in the text, which has `base` before it in
 * its frame), then {@link hasThird} for some types a third number.
 */
export interface Tape {
  readonly frame: Frame;
  readonly text: string;
  readonly base: number;
  readonly numbers: Uint32Array;
  /** Texts that are not written as they read. */
  readonly texts: readonly string[];
}

/** The kind of a node, its style, and where its text is found. */
export const enum Type {
  Missing,
  /** Whatever it looks like, it is text. */
  Key,
  /** The same, where the third number is that of a word that is known. */
  KnownKey,
  Plain,
  Single,
  Double,
  /** These have a text that is not written as it reads; the third number is its index. */
  SingleOwn,
  Literal,
  Folded,
  /** What follows is in them; the third number is where it ends. */
  BlockMap,
  FlowMap,
  BlockList,
  FlowList,
}

const typeBits = 4;
const typeMask = 15;

/** An offset up to here, exclusive, fits beside a type. */
export const maximumOffset = 2 ** (32 - typeBits);

export function typeAt({ numbers }: Tape, at: number): Type {
  return (numbers[at] as number) & typeMask;
}

/** Where the node starts, as an offset in its frame. */
export function startAt({ numbers, base }: Tape, at: number): number {
  return ((numbers[at] as number) >>> typeBits) + base;
}

/** Where the node ends. */
export function endAt({ numbers, base }: Tape, at: number): number {
  return (numbers[at + 1] as number) + base;
}

function hasThird(type: Type): boolean {
  return type > Type.Double || type === Type.KnownKey;
}

/** Where the first node in a map or list is. */
export function insideAt(at: number): number {
  return at + 3;
}

/** Where the node behind this one, with all in it, is. */
export function behindAt({ numbers }: Tape, at: number): number {
  const type = (numbers[at] as number) & typeMask;
  if (type >= Type.BlockMap) return numbers[at + 2] as number;
  return at + (hasThird(type) ? 3 : 2);
}

/** The text of a node that is no map or list: as it is written, if it is plain. */
export function textAt({ numbers, text, texts }: Pick<Tape, 'numbers' | 'text' | 'texts'>, at: number): string {
  const first = numbers[at] as number;
  const start = first >>> typeBits;
  switch (first & typeMask) {
    case Type.Missing:
      return '';
    case Type.Key:
    case Type.Plain:
      return text.slice(start, numbers[at + 1]);
    case Type.KnownKey:
      return words[numbers[at + 2] as number] as string;
    case Type.Single:
    case Type.Double:
      return text.slice(start + 1, (numbers[at + 1] as number) - 1);
    default:
      return texts[numbers[at + 2] as number] as string;
  }
}

const words: string[] = [];
const numbersOfWords = new Map<string, number>();

/** More words, and longer ones, are not known. */
const mostWords = 500;
const longestWord = 16;

/**
 * The number of a word that is a key in many blocks, so that there is one string of it; -1 when it is none, or there are
 * too many. The string is the very one that the same word is in the program: they compare by identity.
 */
export function numberOfWord(word: string): number {
  const known = numbersOfWords.get(word);
  if (known !== undefined) return known;
  if (words.length >= mostWords || word.length > longestWord) return -1;
  const [own = word] = Object.keys({ [word]: true });
  numbersOfWords.set(own, words.length);
  return words.push(own) - 1;
}

/** Writes tapes, one after the other. */
export class TapeWriter {
  private numbers = new Uint32Array(1024);
  private texts: string[] = [];
  private next = 0;

  /** Where the next node comes. */
  get length(): number {
    return this.next;
  }

  /** Begins a new tape. */
  reset(): void {
    this.next = 0;
    if (this.texts.length > 0) this.texts = [];
  }

  /** Adds a node that is none of the others; where it is. */
  scalar(type: Type, start: number, end: number): number {
    const at = this.room(2);
    this.numbers[at] = (start << typeBits) | type;
    this.numbers[at + 1] = end;
    return at;
  }

  /** Adds a node with a third number. */
  longScalar(type: Type, start: number, end: number, third: number): number {
    const at = this.room(3);
    this.numbers[at] = (start << typeBits) | type;
    this.numbers[at + 1] = end;
    this.numbers[at + 2] = third;
    return at;
  }

  /** Adds a text that is not written as it reads. */
  ownText(type: Type, start: number, end: number, text: string): number {
    return this.longScalar(type, start, end, this.texts.push(text) - 1);
  }

  /** Begins a map or list; where it is. */
  open(type: Type, start: number): number {
    const at = this.room(3);
    this.numbers[at] = (start << typeBits) | type;
    return at;
  }

  /** What was added since is in the map or list, which ends there. */
  close(at: number, end: number): void {
    this.numbers[at + 1] = end;
    this.numbers[at + 2] = this.next;
  }

  /** Makes a key of a node that was added last. */
  makeKey(at: number): void {
    if (((this.numbers[at] as number) & typeMask) === Type.Plain)
      this.numbers[at] = ((this.numbers[at] as number) & ~typeMask) | Type.Key;
  }

  /** The type of a node. */
  typeAt(at: number): Type {
    return (this.numbers[at] as number) & typeMask;
  }

  /** The text of a node. */
  textAt(at: number, text: string): string {
    return textAt({ numbers: this.numbers, texts: this.texts, text }, at);
  }

  finish(frame: Frame, text: string, base: number): Tape {
    return {
      frame,
      text,
      base,
      numbers: this.numbers.slice(0, this.next),
      texts: this.texts.length > 0 ? this.texts : none,
    };
  }

  private room(count: number): number {
    const at = this.next;
    this.next += count;
    if (this.next > this.numbers.length) {
      const larger = new Uint32Array(2 * this.numbers.length);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    return at;
  }
}

const none: readonly string[] = [];
