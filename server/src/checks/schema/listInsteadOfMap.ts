import type { YamlDocument } from '../../yaml/document';
import type { YamlList, YamlMap } from '../../yaml/node';
import { keyText } from '../../yaml/node';
import type { TextEdit } from '../../yaml/position';
import { lineEnd } from '../fixes';
import type { Finding, Fix } from '../problem';
import { idFromText } from '../words';
import type { Mistake } from './mistake';

/** A list where entries stand under their ids: `- id: reader` instead of `reader:`. */
export function listInsteadOfMap({ key, part, validated }: Mistake, node: YamlList): Finding {
  const keyed = typeof part.schema.additionalProperties === 'object';
  const message = keyed
    ? `“${key}” is no list: each entry begins with its id and a colon, without a hyphen.`
    : `“${key}” is no list: its keys stand under it, without hyphens.`;
  return { at: node, message, fixes: keyed ? fixesFor(validated.document, node) : [] };
}

function fixesFor(document: YamlDocument, list: YamlList): Fix[] {
  const maps = list.items.filter((item): item is YamlMap => item.kind === 'map' && item.style === 'block');
  if (list.style !== 'block' || maps.length === 0 || maps.length < list.items.length) return [];
  if (!maps.every((map) => map.entries.length > 1 && idOf(map) !== undefined)) return [];
  if (new Set(maps.map(idOf)).size < maps.length || !maps.every((map) => standsBehindHyphen(document, map))) return [];
  return [{ title: 'Write the ids as keys', edits: (now) => maps.map((map) => headOf(now, map)) }];
}

function idOf(map: YamlMap): string | undefined {
  const first = map.entries[0];
  if (!first || !['id', 'name', 'key'].includes(keyText(first)) || first.value.kind !== 'scalar') return undefined;
  return idFromText(first.value.source);
}

/** Whether a map begins in the line of its hyphen, with nothing else before it. */
function standsBehindHyphen(document: YamlDocument, map: YamlMap): boolean {
  const { line, character } = document.range(map).start;
  return document.text.line(line).slice(0, character).trim() === '-';
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
  const name = isName ? `${lineEnd(document)}${indent}name: ${document.textOf(first.value)}` : '';
  return { range: { start: { line: start.line, character: Math.max(0, dash) }, end }, text: `${id}:${name}` };
}
