import type { Frame, ScalarStyle, YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './node';
import { resolvePlain } from './resolve';
import type { Tape } from './tape';
import { behindAt, endAt, insideAt, startAt, textAt, Type, typeAt } from './tape';

/** Making nodes: of their parts, which are all of one shape for each kind, or of a place on a tape. */

export function createScalar(
  value: YamlScalar['value'],
  source: string,
  style: ScalarStyle,
  frame: Frame,
  start: number,
  end: number,
): YamlScalar {
  return { kind: 'scalar', value, source, style, frame, start, end };
}

/** What stands where nothing is written. */
export function missing(frame: Frame, start: number, end = start): YamlScalar {
  return createScalar(null, '', 'missing', frame, start, end);
}

/** A text as a key, which is text whatever it looks like. */
export function asKey({ source, style, frame, start, end }: YamlScalar): YamlScalar {
  return createScalar(source, source, style, frame, start, end);
}

type CollectionStyle = YamlMap['style'];

export function createMap(
  style: CollectionStyle,
  entries: readonly YamlEntry[],
  frame: Frame,
  start: number,
  end: number,
): YamlMap {
  return { kind: 'map', style, entries, frame, start, end };
}

/** A map with other entries in the same place. */
export function withEntries({ style, frame, start, end }: YamlMap, entries: readonly YamlEntry[]): YamlMap {
  return createMap(style, entries, frame, start, end);
}

export function createList(
  style: CollectionStyle,
  items: readonly YamlNode[],
  frame: Frame,
  start: number,
  end: number,
): YamlList {
  return { kind: 'list', style, items, frame, start, end };
}

/** A place on a tape. */
abstract class OnTape {
  /** What was made of it (`memo.ts`). */
  made: unknown[] | undefined = undefined;

  constructor(
    readonly tape: Tape,
    readonly at: number,
  ) {}

  get style(): CollectionStyle {
    const type = typeAt(this.tape, this.at);
    return type === Type.BlockMap || type === Type.BlockList ? 'block' : 'flow';
  }

  get frame(): Frame {
    return this.tape.frame;
  }

  get start(): number {
    return startAt(this.tape, this.at);
  }

  get end(): number {
    return endAt(this.tape, this.at);
  }
}

/** A map on a tape. Its entries are made when they are asked for. */
class MapOnTape extends OnTape implements YamlMap {
  known: readonly YamlEntry[] | undefined = undefined;

  get kind(): 'map' {
    return 'map';
  }

  get entries(): readonly YamlEntry[] {
    return (this.known ??= entriesOn(this.tape, this.at));
  }
}

/** A list on a tape. Its items are made when they are asked for. */
class ListOnTape extends OnTape implements YamlList {
  known: readonly YamlNode[] | undefined = undefined;

  get kind(): 'list' {
    return 'list';
  }

  get items(): readonly YamlNode[] {
    return (this.known ??= itemsOn(this.tape, this.at));
  }
}

/** The node at a place of a tape, made anew at each call. */
export function nodeAt(tape: Tape, at: number): YamlNode {
  const type = typeAt(tape, at);
  if (type < Type.BlockMap) return scalarAt(tape, at);
  return type <= Type.FlowMap ? new MapOnTape(tape, at) : new ListOnTape(tape, at);
}

/** The same of a key, or of a value that is no map or list. */
export function scalarAt(tape: Tape, at: number): YamlScalar {
  const type = typeAt(tape, at);
  const source = textAt(tape, at);
  const value = type === Type.Plain ? resolvePlain(source) : type === Type.Missing ? null : source;
  return createScalar(value, source, styleOf(type), tape.frame, startAt(tape, at), endAt(tape, at));
}

/** How a node that is no map or list is written. */
export function styleOf(type: Type): ScalarStyle {
  switch (type) {
    case Type.Missing:
      return 'missing';
    case Type.Single:
    case Type.SingleOwn:
      return 'single';
    case Type.Double:
      return 'double';
    case Type.Literal:
      return 'literal';
    case Type.Folded:
      return 'folded';
    default:
      return 'plain';
  }
}

/** Where a map or list is on a tape, with its entries or items where they were made; nothing when it was not read from one. */
export function placeOnTape(node: YamlMap | YamlList): MapOnTape | ListOnTape | undefined {
  const place = node as MapOnTape | ListOnTape;
  return (place.tape as Tape | undefined) ? place : undefined;
}

/** The value of a key of a map on a tape, or of an index of a list, made anew at each call. */
export function below(tape: Tape, at: number, step: string | number): YamlNode | undefined {
  const isMap = typeAt(tape, at) <= Type.FlowMap;
  const end = behindAt(tape, at);
  let index = 0;
  for (let next = insideAt(at); next < end; index++) {
    const value = isMap ? behindAt(tape, next) : next;
    if (isMap ? textAt(tape, next) === String(step) : index === Number(step)) return nodeAt(tape, value);
    next = behindAt(tape, value);
  }
  return undefined;
}

/** What a node on a tape is as a plain value, as `toValue` of `node.ts` has it. */
export function valueOn(tape: Tape, at: number): unknown {
  switch (typeAt(tape, at)) {
    case Type.Missing:
      return null;
    case Type.Plain:
      return resolvePlain(textAt(tape, at));
    case Type.BlockMap:
    case Type.FlowMap: {
      const result: Record<string, unknown> = {};
      const end = behindAt(tape, at);
      for (let key = insideAt(at); key < end;) {
        const value = behindAt(tape, key);
        setKey(result, textAt(tape, key), valueOn(tape, value));
        key = behindAt(tape, value);
      }
      return result;
    }
    case Type.BlockList:
    case Type.FlowList: {
      const result: unknown[] = [];
      const end = behindAt(tape, at);
      for (let item = insideAt(at); item < end; item = behindAt(tape, item)) result.push(valueOn(tape, item));
      return result;
    }
    default:
      return textAt(tape, at);
  }
}

/** Sets a key of a plain value, whatever it is called. */
export function setKey(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  // It must be a key like any other.
  else Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
}

function entriesOn(tape: Tape, map: number): readonly YamlEntry[] {
  const end = behindAt(tape, map);
  let count = 0;
  for (let at = insideAt(map); at < end; at = behindAt(tape, behindAt(tape, at))) count++;
  const entries = new Array<YamlEntry>(count);
  let at = insideAt(map);
  for (let i = 0; i < count; i++) {
    const value = behindAt(tape, at);
    entries[i] = { key: scalarAt(tape, at), value: nodeAt(tape, value) };
    at = behindAt(tape, value);
  }
  return entries;
}

function itemsOn(tape: Tape, list: number): readonly YamlNode[] {
  const end = behindAt(tape, list);
  let count = 0;
  for (let at = insideAt(list); at < end; at = behindAt(tape, at)) count++;
  const items = new Array<YamlNode>(count);
  let at = insideAt(list);
  for (let i = 0; i < count; i++, at = behindAt(tape, at)) items[i] = nodeAt(tape, at);
  return items;
}
