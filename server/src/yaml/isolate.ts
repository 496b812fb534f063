import { cutSection } from './cut';
import type { Fault } from './fault';
import { Char, contentAt, isBlank, nextLineAt, skipSpaces } from './line';
import type { Frame, YamlEntry, YamlMap, YamlNode, YamlScalar } from './node';
import { asKey, createMap, missing } from './nodes';
import type { Parsed, Role } from './parse';
import { parse } from './parse';
import { readPlain } from './plain';

/** Longer parts are not read again to find out where a fault ends. */
const maximumLength = 65_536;

/** Nor are parts further in than this many levels: each level is read once more. */
const maximumLevels = 8;

/**
 * Reads a softened part with the YAML parser; where that fails, cuts it into its entries and reads each by itself, so
 * that a fault hides no more than the entry it is in: half a key, an open quote or bracket.
 */
export function parseIsolated(frame: Frame, text: string, base: number, role: Role, level = 0): Parsed {
  // What is around a fault is mostly plain, and was not read by itself yet.
  const plain = level > 0 ? readPlain(frame, text, base) : undefined;
  if (plain) return { root: plain, faults: [], broken: false };
  const whole = parse(frame, text, base, role);
  if (!whole.broken || role === 'document' || text.length > maximumLength || level > maximumLevels) return whole;
  return inParts(frame, text, base, role, level) ?? whole;
}

function inParts(frame: Frame, text: string, base: number, role: Role, level: number): Parsed | undefined {
  const start = skipSpaces(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (text.charCodeAt(start) === Char.Question && isBlank(text, start + 1)) return undefined;
  const column = columnAt(text, start);
  const tail = tailAt(text, column);
  const front = text.slice(0, tail);
  const { starts, column: inner } = cutSection(front, () => false);
  if (tail === text.length && starts.length === 0) return undefined;

  const found: (readonly Fault[])[] = [];
  let entries: readonly YamlEntry[] = [];
  const read = (from: number, to: number, as: Role) => {
    const parsed = parseIsolated(frame, text.slice(from, to), base + from, as, level + 1);
    found.push(parsed.faults);
    return parsed.root;
  };

  const head = read(0, starts[0] ?? tail, role);
  if (head?.kind === 'map') entries = head.entries;
  if (starts.length > 0) {
    const children = starts.flatMap((from, i) => {
      const child = read(from, starts[i + 1] ?? tail, 'inner');
      return child?.kind === 'map' ? child.entries : [];
    });
    const last = entries.at(-1);
    if (!last) return undefined;
    const joined = joinBelow(last.value, columnAt(text, last.value.start - base), inner, children);
    found.push(joined.faults);
    entries = [...entries.slice(0, -1), { key: last.key, value: blockMap(frame, joined.entries) ?? last.value }];
  }
  if (tail < text.length) {
    const content = contentAt(text, tail);
    const at = columnAt(text, content);
    const rest = parse(frame, text.slice(tail), base + tail, at === 0 ? 'root' : 'inner');
    const stray = strayEntries(rest.root, base + content);
    found.push(rest.faults, stray.faults);
    // A key that stands a little to the left was meant to be one of these.
    if (at === column || (at > 0 && at < column)) entries = [...entries, ...stray.entries];
    if (at !== column && rest.faults.length === 0 && stray.faults.length === 0) {
      found.push([{ code: 'BAD_INDENT', start: base + content, end: base + content + 1 }]);
    }
  }
  const root = blockMap(frame, entries);
  const faults = found.flat();
  return faults.length > 0 && root ? { root, faults, broken: true } : undefined;
}

/** Entries that stand on the lines below a key, and what is wrong with it. */
interface Joined {
  readonly entries: readonly YamlEntry[];
  readonly faults: readonly Fault[];
}

/**
 * The entries below a key, when `head` is read as its value above those at `column`: a key that is half typed, or more
 * of the same entries. Anything else cannot be together with them.
 */
export function joinBelow(head: YamlNode, headColumn: number, column: number, entries: readonly YamlEntry[]): Joined {
  if (head.kind === 'scalar' && head.style === 'missing') return { entries, faults: [] };
  if (head.kind === 'map' && head.style === 'block' && headColumn === column) {
    return { entries: [...head.entries, ...entries], faults: [] };
  }
  if (head.kind === 'map' && head.style === 'block') {
    const { start, end } = head.entries[0]?.key ?? head;
    return { entries: [...head.entries, ...entries], faults: [{ code: 'BAD_INDENT', start, end }] };
  }
  if (head.kind === 'scalar' && head.style === 'plain' && headColumn === column) {
    const half = halfTyped(head);
    return { entries: [...half.entries, ...entries], faults: half.faults };
  }
  return { entries, faults: [{ code: 'value-and-keys', start: head.start, end: head.end }] };
}

function halfTyped(scalar: YamlScalar): Joined {
  const entry: YamlEntry = { key: asKey(scalar), value: missing(scalar.frame, scalar.end) };
  return { entries: [entry], faults: [{ code: 'missing-colon', start: scalar.start, end: scalar.end }] };
}

function strayEntries(node: YamlNode | undefined, at: number): Joined {
  if (node?.kind === 'map') return { entries: node.entries, faults: [] };
  if (node?.kind === 'scalar' && node.style === 'plain') return halfTyped(node);
  return { entries: [], faults: [{ code: 'UNEXPECTED_TOKEN', start: at, end: node?.end ?? at + 1 }] };
}

function blockMap(frame: Frame, entries: readonly YamlEntry[]): YamlMap | undefined {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return undefined;
  const end = Math.max(last.key.end, last.value.end);
  return createMap('block', entries, frame, first.key.start, end);
}

/** The column of an offset (from 0), a byte order mark not counted. */
export function columnAt(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return offset - start - (start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

/** Where the lines start that are no deeper than the part's first key, and so do not belong to it; else its end. */
function tailAt(text: string, column: number): number {
  for (let line = nextLineAt(text, 0); line < text.length; line = nextLineAt(text, line)) {
    const content = contentAt(text, line);
    if (content < 0 || content - line > column) continue;
    const belongs = /[\]}]/.test(text.charAt(content)) || (text[content] === '-' && isBlank(text, content + 1));
    if (!belongs || content - line < column) return line;
  }
  return text.length;
}
