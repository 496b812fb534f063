import type { YamlEntry, YamlList, YamlNode, YamlScalar } from '../../yaml/node';
import { keyText, spanBetween } from '../../yaml/node';
import type { YamlDocument } from '../../yaml/document';
import { inQuotes, replaceFix } from '../fixes';
import type { Finding } from '../problem';
import { quoted } from '../words';

/** Keys whose lists hold prose. */
const prose = new Set(['include', 'exclude', 'triggers', 'source']);

/** Keys whose maps or lists hold ids that a team chooses. */
const keyedById = new Set(['labels', 'attributes', 'values', 'keypoints', 'roles', 'workflow', 'images', 'parent']);

/** What YAML reads otherwise than its writer meant, though it is well formed and fits the schema. */
export function traps(document: YamlDocument, node: YamlNode, key = ''): Finding[] {
  if (node.kind === 'scalar') return [];
  const found: Finding[] = [];
  if (keyedById.has(key)) found.push(...idsThatReadAsYes(node));
  if (node.kind === 'list') {
    if (prose.has(key) && node.style === 'flow') found.push(...commaInProse(document, node));
    for (const item of node.items) found.push(...traps(document, item));
    return found;
  }
  for (const entry of node.entries) found.push(...traps(document, entry.value, keyText(entry)));
  return found;
}

/** `[Any line, also after drainage]` are two items. */
function commaInProse(document: YamlDocument, list: YamlList): Finding[] {
  const isPlain = (item: YamlNode | undefined): item is YamlScalar => item?.kind === 'scalar' && item.style === 'plain';
  const found: Finding[] = [];
  for (let i = 0; i < list.items.length; i++) {
    const first = list.items[i];
    let last: YamlNode | undefined;
    while (isPlain(first) && /^\p{Lu}/u.test(first.source) && isLower(list.items[i + 1])) last = list.items[++i];
    if (!last || !isPlain(first)) continue;
    const whole = spanBetween(first, last);
    const text = document.textOf(whole).replace(/\s+/g, ' ');
    found.push({
      at: whole,
      message: `The comma makes two criteria of ${quoted(text)}. Put the text in quotes if it is one, or begin each with a capital.`,
      fixes: [replaceFix('Put the text in quotes', whole, inQuotes(text), true)],
    });
  }
  return found;

  function isLower(item: YamlNode | undefined): boolean {
    return isPlain(item) && /^\p{Ll}/u.test(item.source);
  }
}

/** `yes` is text here, but true in tools that read YAML 1.1. */
function idsThatReadAsYes(node: YamlNode): Finding[] {
  const scalars =
    node.kind === 'map' ? node.entries.map((entry: YamlEntry) => entry.key) : node.kind === 'list' ? node.items : [];
  return scalars.flatMap((scalar) => {
    if (scalar.kind !== 'scalar' || scalar.style !== 'plain') return [];
    const { source } = scalar;
    const asKey = node.kind === 'map';
    if (!/^(yes|no|on|off|y|n)$/i.test(source) && !(asKey && /^(true|false|null|~)$/i.test(source))) return [];
    const means = /^(yes|on|y|true)$/i.test(source) ? 'true' : /^(null|~)$/i.test(source) ? 'nothing' : 'false';
    const message = `Other tools read ${quoted(source)} as ${means}. Put it in quotes.`;
    return [{ at: scalar, message, fixes: [replaceFix('Put it in quotes', scalar, inQuotes(source), true)] }];
  });
}
