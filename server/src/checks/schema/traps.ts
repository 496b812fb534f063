import type { YamlList, YamlNode, YamlScalar } from '../../yaml/node';
import { keyText, spanBetween } from '../../yaml/node';
import type { YamlDocument } from '../../yaml/document';
import { inQuotes, replaceFix } from '../fixes';
import type { Finding, Fix } from '../problem';
import { listed, quoted } from '../words';
import { curlyQuotes } from './curlyQuotes';

/** Keys whose lists hold prose. */
const prose = new Set(['include', 'exclude', 'triggers', 'source']);

/** Keys whose texts are names, not prose that may be a quotation. */
const named = new Set(['name', 'title']);

/** Keys whose maps or lists hold ids that a team chooses. */
const keyedById = new Set(['labels', 'attributes', 'values', 'keypoints', 'roles', 'workflow', 'images', 'parent']);

/** What YAML reads otherwise than its writer meant, though it is well formed and fits the schema. */
export function traps(document: YamlDocument, node: YamlNode): Finding[] {
  const found: Finding[] = [];
  addTraps(document, node, '', found);
  return found;
}

function addTraps(document: YamlDocument, node: YamlNode, key: string, found: Finding[]): void {
  if (node.kind === 'scalar' && !keyedById.has(key) && !named.has(key)) return;
  if (keyedById.has(key)) addIdsThatReadAsYes(node, found);
  const curly = named.has(key) && curlyQuotes(node);
  if (curly) found.push(curly);
  if (node.kind === 'list') {
    if (node.style === 'flow' && prose.has(key)) found.push(...commaInProse(document, node));
    for (const item of node.items) if (item.kind !== 'scalar') addTraps(document, item, '', found);
  } else if (node.kind === 'map') {
    for (const entry of node.entries) addTraps(document, entry.value, keyText(entry), found);
  }
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
    const written = document.textOf(whole);
    const text = written.replace(/\s+/g, ' ');
    found.push({
      at: whole,
      message: `The comma makes two criteria of ${quoted(text)}. Put the text in quotes if it is one, or begin each with a capital.`,
      // A comment between the lines would become part of the text.
      fixes: written.includes('#') ? [] : [replaceFix('Put the text in quotes', whole, inQuotes(text), true)],
    });
  }
  return found;

  function isLower(item: YamlNode | undefined): boolean {
    return isPlain(item) && /^\p{Ll}/u.test(item.source);
  }
}

/** Whether other tools read an id as true, false or nothing. */
export function readsAsYes(id: YamlNode, asKey: boolean): id is YamlScalar {
  if (id.kind !== 'scalar' || id.style !== 'plain' || id.source.length > 5) return false;
  return /^(yes|no|on|off|y|n)$/i.test(id.source) || (asKey && /^(true|false|null|~)$/i.test(id.source));
}

/** `yes` is text here, but true in tools that read YAML 1.1. The ids of one map or list are one mistake. */
function addIdsThatReadAsYes(node: YamlNode, all: Finding[]): void {
  const asKey = node.kind === 'map';
  let found: YamlScalar[] | undefined;
  for (const item of node.kind === 'map' ? node.entries : node.kind === 'list' ? node.items : [node]) {
    const id = 'key' in item ? item.key : item;
    if (readsAsYes(id, asKey)) (found ??= []).push(id);
  }
  if (!found) return;
  addThatReadAsYes(found, asKey, all);
}

function addThatReadAsYes(found: readonly YamlScalar[], asKey: boolean, all: Finding[]): void {
  const [first, last] = [found[0], found[found.length - 1]];
  if (!first || !last) return;
  const words = listed(
    found.slice(0, 4).map(({ source }) => quoted(source)),
    'and',
  );
  const fix: Fix = {
    title: 'Put them in quotes',
    preferred: true,
    edits: (document) => found.map((id) => ({ range: document.range(id), text: inQuotes(id.source) })),
  };
  const message = `Other tools read ${words} as true, false or nothing. Put ${found.length > 1 ? 'them' : 'it'} in quotes.`;
  all.push({ at: asKey ? first : spanBetween(first, last), message, fixes: [fix] });
}
