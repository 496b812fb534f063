import type { YamlMap, YamlScalar } from '../../yaml/node';
import { keyText, spanBetween } from '../../yaml/node';
import { asScalar, beginsLine, inQuotes, lineEnd, replaceFix } from '../fixes';
import type { Finding, Fix } from '../problem';
import { listed, nameFromId, quoted } from '../words';
import { unreadable } from '../unreadable';
import { missingValue } from './missingValue';
import type { Mistake } from './mistake';
import { nounOf } from './mistake';
import { listInsteadOfMap } from './listInsteadOfMap';
import { marksWithoutSpace } from './marksWithoutSpace';
import { hasOwnWords, wrongText } from './wrongText';

const typeWords: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys with values',
};

/** A value of another kind than the key takes. */
export function wrongType(mistake: Mistake): Finding | undefined {
  const { node } = mistake;
  const expected = [mistake.error.params.type ?? []].flat() as string[];
  if (mistake.key === '' && mistake.error.instancePath === '') return wrongDocument(mistake);
  if (node.kind === 'scalar') {
    if (node.style === 'missing' || node.value === null) return missingValue(mistake, expected);
    return wrongScalar(mistake, node, expected);
  }
  if (node.kind === 'map' && expected.includes('string')) return mapInsteadOfText(mistake, node);
  if (node.kind === 'list' && expected.includes('object') && !expected.includes('array')) {
    return listInsteadOfMap(mistake, node);
  }
  if (node.kind === 'list' && node.items.length === 1 && node.items[0]?.kind === 'scalar') {
    const [only] = node.items;
    const fix = replaceFix('Write it without brackets or hyphen', node, mistake.validated.document.textOf(only), true);
    const comment = mistake.validated.document.textOf(node).includes('#');
    const fixes = node.style === 'flow' && !comment && matches(only, expected) ? [fix] : [];
    return { at: node, message: `${subject(mistake)} ${takes(expected)}, not a list.`, fixes };
  }
  const actual = node.kind === 'list' ? 'a list' : 'a map';
  return { at: node, message: `${subject(mistake)} ${takes(expected)}, not ${actual}.` };
}

function wrongDocument({ validated, node }: Mistake): Finding | undefined {
  const message = unreadable(validated.kind, node);
  return message === undefined ? undefined : { at: node, message };
}

function wrongScalar(mistake: Mistake, node: YamlScalar, expected: readonly string[]): Finding {
  const { source } = node;
  const at = node;
  if (expected.includes('string') && typeof node.value !== 'string') {
    if (hasOwnWords(mistake)) return wrongText(mistake);
    const fix = replaceFix(`Put ${source} in quotes`, node, inQuotes(source), true);
    const kind = typeof node.value === 'number' ? 'a number' : 'true or false';
    return {
      at,
      message: `${subject(mistake)} takes a text, and ${source} reads as ${kind}. Put it in quotes.`,
      fixes: [fix],
    };
  }
  if (expected.includes('boolean')) return wrongBoolean(mistake, node);
  if (expected.includes('number') || expected.includes('integer')) return wrongNumber(mistake, node, expected);
  if (expected.includes('array')) return textInsteadOfList(mistake, node);
  return textInsteadOfMap(mistake, node, expected);
}

/** `[1, 2]` where texts are wanted: the items of one list are one mistake. */
export function isUnquotedItem(mistake: Mistake): boolean {
  const { error, node, parent } = mistake;
  const number = node.kind === 'scalar' && node.value !== null && typeof node.value !== 'string';
  const text = error.keyword === 'type' && [error.params.type].flat().includes('string');
  return number && text && parent?.kind === 'list' && !hasOwnWords(mistake);
}

/** The finding for the unquoted items of one list. */
export function unquotedItems(items: readonly Mistake[]): Finding[] {
  const [first, last] = [items[0], items[items.length - 1]];
  if (!first || !last) return [];
  const texts = items.map(({ node }) => (node.kind === 'scalar' ? node.source : ''));
  const fix: Fix = {
    title: `Put ${listed(texts.slice(0, 4), 'and')} in quotes`,
    preferred: true,
    edits: (document) => items.map(({ node }, i) => ({ range: document.range(node), text: inQuotes(texts[i] ?? '') })),
  };
  return [
    {
      at: spanBetween(first.node, last.node),
      message: `The items of “${first.key}” are texts. Put ${listed(texts.slice(0, 4), 'and')} in quotes.`,
      fixes: [fix],
    },
  ];
}

function wrongBoolean(mistake: Mistake, node: YamlScalar): Finding {
  const yes = /^(y|yes|on|1|ja|oui|si|true)$/i.test(node.source);
  const no = /^(n|no|off|0|nein|non|false)$/i.test(node.source);
  const value = yes ? 'true' : 'false';
  return {
    at: node,
    message: `${subject(mistake)} is true or false; ${quoted(node.source)} is neither.`,
    fixes: yes || no ? [replaceFix(`Change to ${value}`, node, value, true)] : [],
  };
}

function wrongNumber(mistake: Mistake, node: YamlScalar, expected: readonly string[]): Finding {
  const text = node.source.trim();
  const whole = expected.includes('integer') && !expected.includes('number');
  const message = `${subject(mistake)} is a ${whole ? 'whole ' : ''}number alone; ${quoted(node.source)} is not.`;
  const [, sign = '', digits = '', unit = ''] = /^([<>≥≤~]?\s*)(-?\d+(?:[.,]\d+)?)\s*(\D*)$/.exec(text) ?? [];
  const number = digits.replace(',', '.');
  const value = unit.trim() === '%' && !whole ? String(Number((Number(number) / 100).toPrecision(12))) : number;
  const usable = digits !== '' && sign === '' && !(whole && !/^-?\d+$/.test(value));
  return { at: node, message, fixes: usable ? [replaceFix(`Change to ${value}`, node, value, true)] : [] };
}

function textInsteadOfList(mistake: Mistake, node: YamlScalar): Finding {
  const hyphens = marksWithoutSpace(mistake.validated.document, node, 'hyphens');
  if (hyphens) return hyphens;
  const message = `${subject(mistake)} is a list: each item in brackets, or on a line of its own behind a hyphen.`;
  if (node.style === 'literal' || node.style === 'folded' || node.source.includes('\n')) return { at: node, message };
  const ids = /^[A-Za-z][\w-]*(\s*,\s*[A-Za-z][\w-]*)*$/.test(node.source) && node.style === 'plain';
  const items = ids ? node.source.split(/\s*,\s*/) : [node.source];
  const list = `[${items.map(asScalar).join(', ')}]`;
  return { at: node, message, fixes: [replaceFix(`Change to ${list}`, node, list, true)] };
}

function textInsteadOfMap(mistake: Mistake, node: YamlScalar, expected: readonly string[]): Finding {
  const { entry, part, validated } = mistake;
  const colons = marksWithoutSpace(validated.document, node, 'colons');
  if (colons) return colons;
  if (entry && part.definition === 'label') return labelAsText(mistake, node);
  const isLabel = validated.definition === 'labelUse' && mistake.error.instancePath === '';
  if ((isLabel || part.definition === 'labelUse') && entry) {
    const fix = replaceFix('Take the label as it is: {}', node, '{}');
    const isWord = !/\s/.test(node.source);
    return {
      at: node,
      message: `${quoted(keyText(entry))} takes keys with values here; {} takes the label as it is.`,
      fixes: isWord ? [fix] : [],
    };
  }
  const [required, ...others] = part.schema.required ?? [];
  if (required === undefined) {
    return { at: node, message: `${subject(mistake)} ${takes(expected)}, not ${quoted(node.source)}.` };
  }
  const map = `{${required}: ${asScalar(node.source)}}`;
  const fits = others.length === 0 && typeof node.value === 'string' && !node.source.includes('\n');
  return {
    at: node,
    message: `${subject(mistake)} has keys under it, at least ${listed([required, ...others].map(quoted), 'and')}.`,
    fixes: fits ? [replaceFix(`Change to ${map}`, node, map, true)] : [],
  };
}

/** `pneumothorax: Pneumothorax`: the text is the name. */
function labelAsText({ entry, validated }: Mistake, node: YamlScalar): Finding {
  const id = entry ? keyText(entry) : '';
  const written = validated.document.textOf(node);
  // Its other lines would not stand far enough in.
  const text = /[\r\n]/.test(written) ? asScalar(node.source) : written;
  const title = 'Make this the name of the label';
  const fix = {
    title,
    preferred: true,
    edits: (document: Mistake['validated']['document']) => {
      const key = document.range(entry?.key ?? node);
      const indent = ' '.repeat(key.start.character + 2);
      const name = beginsLine(document, key.start)
        ? `:${lineEnd(document)}${indent}name: ${text}`
        : `: {name: ${text}}`;
      return [{ range: { start: key.end, end: document.range(node).end }, text: name }];
    },
  };
  return {
    at: node,
    message: `A label has keys with values, such as “name: ${nameFromId(id)}” on a line of its own.`,
    fixes: node.style === 'literal' || node.style === 'folded' ? [] : [fix],
  };
}

/** A colon in prose makes a key of what stands before it. */
function mapInsteadOfText(mistake: Mistake, node: YamlMap): Finding {
  const { document } = mistake.validated;
  const [first] = node.entries;
  const written = document.textOf(node);
  if (
    !written.startsWith('{') &&
    node.entries.length === 1 &&
    first?.value.kind === 'scalar' &&
    !written.includes('\n')
  ) {
    const fix = replaceFix('Put the text in quotes', node, inQuotes(written), true);
    return {
      at: node,
      message: `The colon behind ${quoted(keyText(first))} makes it a key. Put the whole text in quotes.`,
      fixes: [fix],
    };
  }
  const braces = written.startsWith('{') ? ' Put it in quotes if the braces belong to the text.' : '';
  return {
    at: node,
    message: `${subject(mistake)} ${takes(mistake.error.params.type as string | string[])}, not a map.${braces}`,
  };
}

function subject(mistake: Mistake): string {
  const inList = mistake.parent?.kind === 'list';
  if (mistake.key === '') return `${nounOf(mistake)}`;
  return inList ? `An item of “${mistake.key}”` : `“${mistake.key}”`;
}

function takes(expected: string | readonly string[]): string {
  return `takes ${listed([expected].flat().map((type) => typeWords[type] ?? type))}`;
}

function matches(node: YamlScalar, expected: readonly string[]): boolean {
  const type = typeof node.value;
  return expected.includes(type) || (type === 'number' && expected.includes('integer'));
}
