import type { Document } from 'yaml';
import { Composer, Parser } from 'yaml';
import { convert } from './convert';
import { tooDeepAt } from './depth';
import type { Fault } from './fault';
import { faultsOf } from './fault';
import { lineEndAt } from './line';
import type { Frame, YamlNode } from './node';
import type { Token } from './tokens';
import { tokensOf } from './tokens';

/**
 * What a part of a text is: the whole document; entries of its root; or entries further in, which are indented. The
 * parser sees the latter below a key of ours, since what may stand in them depends on their being inside.
 */
export type Role = 'document' | 'root' | 'inner';

/** What a part reads as. */
export interface Parsed {
  /** Nothing, when nothing could be read. */
  readonly root?: YamlNode;
  /** Offsets in the frame, in no order. */
  readonly faults: readonly Fault[];
  /** Whether the parser failed somewhere, so that the tree may not be what was meant. */
  readonly broken: boolean;
}

/** More text than this is not given to the parser in one piece. UTF-16 code units. */
export const maximumLength = 1_000_000;

const enclosing = '_:\n';

const options = {
  prettyErrors: false,
  uniqueKeys: false,
  stringKeys: true,
  merge: false,
  version: '1.2',
  keepSourceTokens: false,
} as const;

/**
 * Reads a softened part with the YAML parser. `base` is the offset of its text in the frame; its lines end in LF or
 * CR LF. Never throws: whatever is wrong is a fault in the result. Keys that stand twice are not looked for.
 */
export function parse(frame: Frame, part: string, base: number, role: Role): Parsed {
  if (part.length > maximumLength) {
    return { faults: [{ code: 'too-long', start: base, end: base + firstLineLength(part) }], broken: false };
  }
  const deep = tooDeepAt(part);
  if (deep >= 0) return { faults: [{ code: 'depth', start: base + deep, end: base + deep + 1 }], broken: false };

  const prefix = role === 'inner' ? enclosing : '';
  const text = prefix + part;
  const shift = base - prefix.length;
  const { documents, tokens } = withoutTraces(() => compose(text));
  const colon = tokens.find(({ kind }) => kind === 'too-deep');
  if (colon) {
    const fault = { code: 'BLOCK_AS_IMPLICIT_KEY', start: colon.start + shift, end: colon.end + shift };
    return { faults: [fault], broken: true };
  }
  const faults = faultsOf(
    documents.flatMap((document) => document.errors),
    tokens,
  );
  const second = documents[1];
  if (second) faults.push({ code: 'MULTIPLE_DOCS', start: second.range[0], end: second.range[0] + 1 });
  const broken = documents.some((document) => document.errors.length > 0);
  const contents = documents[0]?.contents;
  const node = contents
    ? convert(contents, frame, text, shift, (code, start, end) => faults.push({ code, start, end }))
    : undefined;
  const [inside, outside] = role === 'inner' && node?.kind === 'map' ? node.entries : [];
  if (outside) faults.push({ code: 'BAD_INDENT', start: outside.key.start - shift, end: outside.key.end - shift });
  const root = role === 'inner' ? inside?.value : node;
  return {
    ...(root && { root }),
    faults: faults.map(({ code, start, end }) => ({ code, start: start + shift, end: end + shift })),
    broken,
  };
}

function compose(text: string): { documents: Document.Parsed[]; tokens: Token[] } {
  const composer = new Composer(options);
  const documents: Document.Parsed[] = [];
  const tokens: Token[] = [];
  for (const token of new Parser().parse(text)) {
    const inside = tokensOf(token);
    for (const one of inside) tokens.push(one);
    // The composer calls itself for each level.
    if (inside.some(({ kind }) => kind === 'too-deep')) break;
    for (const document of composer.next(token)) documents.push(document);
  }
  for (const document of composer.end(true, text.length)) documents.push(document);
  return { documents, tokens };
}

/** The parser makes an error object for each mistake; their stack traces would take longer than the reading. */
function withoutTraces<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function firstLineLength(text: string): number {
  return Math.min(lineEndAt(text, 0), 100);
}
