import type { YamlNode, YamlScalar } from '../yaml/node';
import { exact } from '../yaml/exact';
import { valueAt } from '../yaml/node';
import { readText } from './read';

/** How well a code fits a label (SKOS mapping properties). */
export type Match = 'exact' | 'close' | 'broad' | 'narrow' | 'related';

/** A code of a terminology: `SCT:36118008 |Pneumothorax|`. */
export interface Code {
  /** The code system's short name, `SCT`; empty when the text is no code. */
  readonly system: string;
  /** The code within its system, `36118008`. */
  readonly code: string;
  /** The term between bars, if it is given. */
  readonly term?: string;
  readonly match: Match;
  /** Where the code's text stands. */
  readonly node: YamlScalar;
}

const shape = /^\s*([A-Za-z][\w.-]*):([^\s|]+)\s*(?:\|([^|]*)\|)?\s*$/;

/** Reads a code: a text, or a map with `code` and `match` (which is `exact` where it is not given). */
export function readCode(node: YamlNode | undefined): Code | undefined {
  const textNode = node?.kind === 'map' ? valueAt(node, 'code') : node;
  const text = readText(textNode);
  if (text === undefined || textNode?.kind !== 'scalar') return undefined;
  const parts = shape.exec(text);
  const match = node === textNode ? 'exact' : ((readText(valueAt(node, 'match')) as Match | undefined) ?? 'exact');
  return { system: parts?.[1] ?? '', code: parts?.[2] ?? text, term: parts?.[3]?.trim(), match, node: textNode };
}

const none: readonly Code[] = [];

/** Reads a list of codes, or one. */
export function readCodes(node: YamlNode | undefined): readonly Code[] {
  if (!node) return none;
  const codes: Code[] = [];
  for (const item of node.kind === 'list' ? node.items : [node]) {
    const code = readCode(item);
    if (code) codes.push(code);
  }
  return exact(codes);
}

/** System and code alone, to compare by. */
export function codeKey(code: Code): string {
  return `${code.system}:${code.code}`;
}
