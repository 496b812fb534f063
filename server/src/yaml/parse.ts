import type { Alias, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { Composer, isAlias, isMap, isNode, isScalar, isSeq, Parser } from 'yaml';
import { tooDeepAt } from './depth';
import type { YamlError } from './document';
import { sentence } from './messages';
import type { Frame, ScalarStyle, YamlEntry, YamlNode, YamlScalar } from './node';
import { keyText } from './node';

/** What a frame's text reads as. */
export interface ParsedFrame {
  readonly root: YamlNode;
  readonly errors: readonly YamlError[];
}

const styles: Record<string, ScalarStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Parses the text of one frame. Never throws: whatever is wrong is an error in the result. */
export function parseFrame(frame: Frame, source: string): ParsedFrame {
  const errors: YamlError[] = [];
  const report = (code: string, start: number, end: number) => {
    const limited = Math.min(Math.max(start, 0), source.length);
    errors.push({
      code,
      message: sentence(code),
      frame,
      start: limited,
      end: Math.max(limited, Math.min(end, source.length)),
    });
  };
  const nothing: YamlScalar = { kind: 'scalar', value: null, source: '', style: 'missing', frame, start: 0, end: 0 };

  const binary = source.search(/[\0\x01-\x08\x0e-\x1f\ufffd]/u);
  if (binary >= 0 && looksBinary(source)) {
    report('binary', binary, binary + 1);
    return { root: nothing, errors };
  }
  const deep = tooDeepAt(source);
  if (deep >= 0) {
    report('depth', deep, deep + 1);
    return { root: nothing, errors };
  }

  // A lone CR ends a line for editors; the parser knows LF and CR LF only. Same length, same offsets.
  const text = source.replace(/\r(?!\n)/g, '\n');
  const conflicts = [...text.matchAll(/^(?:<{7}|={7}|>{7})(?: .*)?$/gm)];
  for (const { index, 0: marker } of conflicts) report('conflict', index, index + marker.length);

  const composer = new Composer({
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    version: '1.2',
    keepSourceTokens: false,
  });
  const documents = [...composer.compose(new Parser().parse(withoutConflicts(text, conflicts)), true, text.length)];
  const first = documents[0];
  for (const error of documents.flatMap((document) => document.errors)) {
    if (error.code !== 'MULTIPLE_DOCS') report(error.code, error.pos[0], error.pos[1]);
  }
  for (const match of text.matchAll(/^%.*$/gm)) {
    if (first?.directives?.yaml.explicit || Object.keys(first?.directives?.tags ?? {}).length > 1) {
      report('directive', match.index, match.index + match[0].length);
      break;
    }
  }
  const second = documents[1];
  if (second) {
    const start = second.range[0];
    const lineEnd = text.indexOf('\n', start);
    report('MULTIPLE_DOCS', Math.max(0, text.lastIndexOf('---', start)), lineEnd < 0 ? text.length : lineEnd);
  }

  const root = first?.contents ? convert(first.contents) : nothing;
  errors.sort((a, b) => a.start - b.start || a.end - b.end);
  return { root, errors: withoutRepeats(errors) };

  function convert(node: Node): YamlNode {
    if (isAlias(node)) {
      const [start, end] = bounds(node);
      report('alias', start, end);
      return { ...nothing, start, end };
    }
    const { anchor, tag } = node as Scalar;
    if (anchor) report('anchor', bounds(node)[0], bounds(node)[0] + 1);
    // `yaml` sets a tag on what is written without one, too: only an explicit one starts with `!` in the text before.
    if (tag && /!\S*\s*$/.test(text.slice(Math.max(0, bounds(node)[0] - 80), bounds(node)[0]))) {
      report('tag', bounds(node)[0], bounds(node)[0] + 1);
    }
    if (isMap(node)) return convertMap(node);
    if (isSeq(node)) return convertList(node);
    return convertScalar(node as Scalar);
  }

  function convertScalar(node: Scalar): YamlScalar {
    const [start, rawEnd] = bounds(node);
    const style = node.type ? (styles[node.type] ?? 'plain') : 'plain';
    const end = style === 'literal' || style === 'folded' ? trimmedEnd(start, rawEnd) : rawEnd;
    if (style === 'plain' && end === start) return { ...nothing, start, end: start };
    const written = node.source ?? String(node.value);
    const value = node.value;
    const known = value === null || ['string', 'number', 'boolean'].includes(typeof value);
    return {
      kind: 'scalar',
      value: known ? (value as YamlScalar['value']) : written,
      source: style === 'plain' ? written : String(value),
      style,
      frame,
      start,
      end,
    };
  }

  function convertMap(node: YAMLMap): YamlNode {
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = convertKey(pair.key);
      const value = isNode(pair.value) ? convert(pair.value) : { ...nothing, start: key.end, end: key.end };
      const entry: YamlEntry = { key, value };
      const name = keyText(entry);
      if (name === '<<' && key.style === 'plain') report('merge-key', key.start, key.end);
      else if (seen.has(name)) report('DUPLICATE_KEY', key.start, key.end);
      seen.add(name);
      entries.push(entry);
    }
    const [start, rawEnd] = bounds(node);
    const last = entries[entries.length - 1];
    const end = node.flow || !last ? rawEnd : Math.max(last.key.end, last.value.end);
    return { kind: 'map', style: node.flow ? 'flow' : 'block', entries, frame, start, end };
  }

  function convertKey(node: Node | null): YamlScalar {
    if (isScalar(node)) {
      const key = convertScalar(node);
      return { ...key, value: key.source };
    }
    const [start, end] = isNode(node) ? bounds(node) : [0, 0];
    return { ...nothing, start, end };
  }

  function convertList(node: YAMLSeq): YamlNode {
    const [start, rawEnd] = bounds(node);
    const items = (node.items as (Node | Pair)[]).map((item): YamlNode => {
      if (isNode(item)) return convert(item);
      // `[a: b]` is a map of one key inside the list.
      const key = convertKey(item.key as Node | null);
      const value = isNode(item.value) ? convert(item.value) : { ...nothing, start: key.end, end: key.end };
      return {
        kind: 'map',
        style: 'flow',
        entries: [{ key, value }],
        frame,
        start: key.start,
        end: Math.max(key.end, value.end),
      };
    });
    const last = items[items.length - 1];
    return {
      kind: 'list',
      style: node.flow ? 'flow' : 'block',
      items,
      frame,
      start,
      end: node.flow || !last ? rawEnd : last.end,
    };
  }

  function bounds(node: Node | Alias): [number, number] {
    const [start, end] = node.range ?? [0, 0];
    return [start, end];
  }

  function trimmedEnd(start: number, end: number): number {
    let at = end;
    while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
    return at;
  }
}

function looksBinary(source: string): boolean {
  const sample = source.slice(0, 4096);
  const odd = [...sample].filter((character) => /[\0\x01-\x08\x0e-\x1f\ufffd]/u.test(character)).length;
  return sample.includes('\0') || odd > sample.length / 20;
}

/** Conflict markers become comments of the same length, so that what stands around them can still be read. */
function withoutConflicts(text: string, markers: RegExpMatchArray[]): string {
  let result = text;
  for (const { index = 0, 0: marker } of markers) {
    result = `${result.slice(0, index)}#${' '.repeat(marker.length - 1)}${result.slice(index + marker.length)}`;
  }
  return result;
}

/** The parser often reports one fault in several ways at the same place; the first says it. */
function withoutRepeats(errors: readonly YamlError[]): YamlError[] {
  return errors.filter((error, i) => i === 0 || errors[i - 1]?.start !== error.start);
}
