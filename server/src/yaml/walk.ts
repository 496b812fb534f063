import type { ScalarStyle, YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './node';
import { firstEntries } from './node';
import { nodeAt, placeOnTape, scalarAt, styleOf } from './nodes';
import type { Tape } from './tape';
import { behindAt, insideAt, textAt, Type, typeAt } from './tape';
import type { PlacedText } from './texts';
import { textsOf, textsOn } from './texts';

const none: readonly never[] = [];

/**
 * Goes through the entries of a map in their order, for those who would not keep objects of them: what is on a tape is
 * made anew whenever it is asked for.
 */
export class EntryWalk {
  /** The key of the entry that it is at; it is before the first one at first. */
  key = '';
  private keyAt = 0;
  private index = -1;

  private constructor(
    private readonly tape: Tape | undefined,
    private valueAt: number,
    private readonly end: number,
    private readonly entries: readonly YamlEntry[],
  ) {}

  /** Through all entries. */
  static over(map: YamlMap): EntryWalk {
    const place = placeOnTape(map);
    return place ? EntryWalk.on(place.tape, place.at) : new EntryWalk(undefined, 0, 0, map.entries);
  }

  /** Through all but those whose key stands in the map already. */
  static overFirst(map: YamlMap): EntryWalk {
    const place = placeOnTape(map);
    return place ? EntryWalk.on(place.tape, place.at) : new EntryWalk(undefined, 0, 0, firstEntries(map));
  }

  private static on(tape: Tape, map: number): EntryWalk {
    return new EntryWalk(tape, insideAt(map), behindAt(tape, map), none);
  }

  /** Goes to the next entry; false when there is none. */
  next(): boolean {
    const { tape } = this;
    if (!tape) {
      const entry = this.entries[++this.index];
      if (entry) this.key = entry.key.source;
      return entry !== undefined;
    }
    this.keyAt = ++this.index === 0 ? this.valueAt : behindAt(tape, this.valueAt);
    if (this.keyAt >= this.end) return false;
    this.key = textAt(tape, this.keyAt);
    this.valueAt = behindAt(tape, this.keyAt);
    return true;
  }

  /** The key with its place. */
  get keyNode(): YamlScalar {
    return this.tape ? scalarAt(this.tape, this.keyAt) : this.entry.key;
  }

  get value(): YamlNode {
    return this.tape ? nodeAt(this.tape, this.valueAt) : this.entry.value;
  }

  /** What the value is. */
  get kind(): YamlNode['kind'] {
    if (!this.tape) return this.entry.value.kind;
    const type = typeAt(this.tape, this.valueAt);
    if (type < Type.BlockMap) return 'scalar';
    return type <= Type.FlowMap ? 'map' : 'list';
  }

  /** How the value is written. */
  get style(): ScalarStyle | YamlMap['style'] {
    if (!this.tape) return this.entry.value.style;
    const type = typeAt(this.tape, this.valueAt);
    if (type < Type.BlockMap) return styleOf(type);
    return type === Type.BlockMap || type === Type.BlockList ? 'block' : 'flow';
  }

  /** The value as it is written, where it is a text, number or word. */
  get text(): string | undefined {
    if (!this.tape) {
      const { value } = this;
      return value.kind === 'scalar' && value.style !== 'missing' ? value.source : undefined;
    }
    const type = typeAt(this.tape, this.valueAt);
    return type < Type.BlockMap && type !== Type.Missing ? textAt(this.tape, this.valueAt) : undefined;
  }

  /** The texts that the value is, or holds as a list. */
  get texts(): readonly PlacedText[] {
    return this.tape ? textsOn(this.tape, this.valueAt) : textsOf(this.entry.value);
  }

  /** Goes through the value in the same way; through nothing when that is no map. */
  get inside(): EntryWalk {
    if (this.tape) return this.kind === 'map' ? EntryWalk.on(this.tape, this.valueAt) : nowhere;
    const { value } = this;
    return value.kind === 'map' ? EntryWalk.over(value) : nowhere;
  }

  /** Whether the value is a list with a map or list in it. */
  get isDeepList(): boolean {
    if (this.kind !== 'list') return false;
    if (!this.tape) return (this.value as YamlList).items.some(({ kind }) => kind !== 'scalar');
    const end = behindAt(this.tape, this.valueAt);
    for (let at = insideAt(this.valueAt); at < end; at = behindAt(this.tape, at)) {
      if (typeAt(this.tape, at) >= Type.BlockMap) return true;
    }
    return false;
  }

  private get entry(): YamlEntry {
    return this.entries[this.index] as YamlEntry;
  }

  static readonly nowhere = new EntryWalk(undefined, 0, 0, none);
}

const { nowhere } = EntryWalk;

/** Whether a text under `|` or `>` may stand below a map. */
export function mayHoldBlockTexts(map: YamlMap): boolean {
  const place = placeOnTape(map);
  return !place || place.tape.texts.length > 0;
}
