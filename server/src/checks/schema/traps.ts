import type { YamlList, YamlNode, YamlScalar } from '../../yaml/node';
import { spanBetween } from '../../yaml/node';
import { EntryWalk } from '../../yaml/walk';
import type { YamlDocument } from '../../yaml/document';
import { inQuotes, replaceFix } from '../fixes';
import type { Finding, Fix } from '../problem';
import { listed, quoted } from '../words';
import { curlyQuotes } from './curlyQuotes';

type Trap = 'prose' | 'name' | 'ids';

/** What YAML may read otherwise than it was meant under a key. */
const trapsUnder = new Map<string, Trap>([
  // Lists of prose.
  ...(['include', 'exclude', 'triggers', 'source'] as const).map((key) => [key, 'prose'] as const),
  // Names, and not prose that may be a quotation.
  ...(['name', 'title'] as const).map((key) => [key, 'name'] as const),
  // Maps or lists of ids that a team chooses.
  ...(['labels', 'attributes', 'values', 'keypoints', 'roles', 'workflow', 'images', 'parent'] as const).map(
    (key) => [key, 'ids'] as const,
  ),
]);

/** What YAML reads otherwise than its writer meant, though it is well formed and fits the schema. */
export function traps(document: YamlDocument, node: YamlNode): Finding[] {
  const found: Finding[] = [];
  addTraps(document, node, '', found);
  return found;
}

function addTraps(document: YamlDocument, node: YamlNode, key: string, found: Finding[]): void {
  const trap = trapsUnder.get(key);
  if (trap === 'ids') addIdsThatReadAsYes(node, found);
  const curly = trap === 'name' && curlyQuotes(node);
  if (curly) found.push(curly);
  if (node.kind === 'list') {
    if (node.style === 'flow' && trap === 'prose') found.push(...commaInProse(document, node));
    for (const item of node.items) if (item.kind !== 'scalar') addTraps(document, item, '', found);
  } else if (node.kind === 'map') {
    addTrapsIn(document, EntryWalk.over(node), found);
  }
}

/** The same in all entries of a map. Of most of them no node need be made. */
function addTrapsIn(document: YamlDocument, walk: EntryWalk, found: Finding[]): void {
  while (walk.next()) {
    const trap = trapsUnder.get(walk.key);
    if ((trap && mayHold(trap, walk)) || walk.isDeepList) addTraps(document, walk.value, walk.key, found);
    else if (walk.kind === 'map') addTrapsIn(document, walk.inside, found);
  }
}

/** Whether a value may be what a trap is about: seen by little, as most are not. */
function mayHold(trap: Trap, walk: EntryWalk): boolean {
  if (trap === 'prose') return walk.style === 'flow';
  if (walk.kind !== 'scalar') return true;
  const { text = '' } = walk;
  return trap === 'name' ? text.charCodeAt(0) > lastOfAscii : text.length <= longestYes;
}

const lastOfAscii = 127;

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

/** The length of the longest word that some tools read as true, false or nothing. */
const longestYes = 5;

/** Whether other tools read a word as true, false or nothing, unless it is in quotes. */
function mayReadAsYes(word: string, asKey: boolean): boolean {
  return /^(yes|no|on|off|y|n)$/i.test(word) || (asKey && /^(true|false|null|~)$/i.test(word));
}

/** Whether other tools read an id as true, false or nothing. */
export function readsAsYes(id: YamlNode, asKey: boolean): id is YamlScalar {
  if (id.kind !== 'scalar' || id.style !== 'plain' || id.source.length > longestYes) return false;
  return mayReadAsYes(id.source, asKey);
}

function idsThatReadAsYes(node: YamlNode): readonly YamlScalar[] {
  if (node.kind === 'scalar') return readsAsYes(node, false) ? [node] : none;
  if (node.kind === 'list') return node.items.filter((item) => readsAsYes(item, false));
  let found: YamlScalar[] | undefined;
  for (const walk = EntryWalk.over(node); walk.next();) {
    const id = walk.key.length <= longestYes && mayReadAsYes(walk.key, true) ? walk.keyNode : undefined;
    if (id && readsAsYes(id, true)) (found ??= []).push(id);
  }
  return found ?? none;
}

const none: readonly never[] = [];

/** `yes` is text here, but true in tools that read YAML 1.1. The ids of one map or list are one mistake. */
function addIdsThatReadAsYes(node: YamlNode, all: Finding[]): void {
  const found = idsThatReadAsYes(node);
  if (found.length > 0) addThatReadAsYes(found, node.kind === 'map', all);
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
