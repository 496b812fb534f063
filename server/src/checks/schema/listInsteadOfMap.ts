import type { YamlDocument } from '../../yaml/document';
import type { YamlList, YamlMap } from '../../yaml/node';
import { keyText } from '../../yaml/node';
import type { TextEdit } from '../../yaml/position';
import type { Finding, Fix } from '../problem';
import { idFromText } from '../words';
import type { Mistake } from './mistake';

/** A list where entries stand under their ids: `- id: reader` instead of `reader:`. */
export function listInsteadOfMap({ key, part }: Mistake, node: YamlList): Finding {
  const keyed = typeof part.schema.additionalProperties === 'object';
  const message = keyed
    ? `“${key}” is no list: each entry begins with its id and a colon, without a hyphen.`
    : `“${key}” is no list: its keys stand under it, without hyphens.`;
  return { at: node, message, fixes: keyed ? fixesFor(node) : [] };
}

function fixesFor(list: YamlList): Fix[] {
  const maps = list.items.filter((item): item is YamlMap => item.kind === 'map' && item.style === 'block');
  if (list.style !== 'block' || maps.length === 0 || maps.length < list.items.length) return [];
  if (!maps.every((map) => map.entries.length > 1 && idOf(map) !== undefined)) return [];
  return [{ title: 'Write the ids as keys', edits: (document) => maps.map((map) => headOf(document, map)) }];
}

function idOf(map: YamlMap): string | undefined {
  const first = map.entries[0];
  if (!first || !['id', 'name', 'key'].includes(keyText(first)) || first.value.kind !== 'scalar') return undefined;
  return idFromText(first.value.source);
}

/** `- id: reader` becomes `reader:`; what stands under it is indented far enough already. */
function headOf(document: YamlDocument, map: YamlMap): TextEdit {
  const first = map.entries[0];
  const start = document.range(map).start;
  const line = document.text.line(start.line);
  const dash = line.lastIndexOf('-', start.character - 1);
  const end = document.range(first?.value ?? map).end;
  const id = idOf(map) ?? '';
  const isName = first && keyText(first) === 'name' && first.value.kind === 'scalar';
  const indent = ' '.repeat(start.character);
  const name = isName ? `\n${indent}name: ${document.textOf(first.value)}` : '';
  return { range: { start: { line: start.line, character: Math.max(0, dash) }, end }, text: `${id}:${name}` };
}
