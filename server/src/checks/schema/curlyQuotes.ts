import type { YamlNode } from '../../yaml/node';
import { inQuotes, replaceFix } from '../fixes';
import type { Finding } from '../problem';
import { quoted } from '../words';

/** `“Hip”`: typographic quotes around a whole value, which YAML takes for letters of it. */
export function curlyQuotes(node: YamlNode, asText = true): Finding | undefined {
  if (node.kind !== 'scalar' || node.style !== 'plain') return undefined;
  const [, inner] = /^[“”„«‘’‚]([^“”„«»‘‚\n]+)[“”»‘’]$/.exec(node.source) ?? [];
  if (inner === undefined) return undefined;
  const text = asText || !/^[\w.-]+$/.test(inner) ? inQuotes(inner) : inner;
  return {
    at: node,
    message: `The quotes around ${quoted(inner)} are typographic ones, and read as part of the text. Write straight quotes.`,
    fixes: [replaceFix(`Change to ${text}`, node, text, true)],
  };
}
