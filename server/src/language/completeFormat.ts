import { CompletionItemKind } from 'vscode-languageserver-types';
import type { GuidelineKind } from '../model/kind';
import type { CompletionPlace } from './completionPlace';
import { wrapped } from './completionPlace';
import type { Suggestion } from './completionItem';
import { documentKey } from './describeKey';
import type { JsonSchema } from './schema';
import { typesOf } from './schema';
import { schemaAt } from './schemaAt';
import { labelEntry } from './newLabel';
import { escapeSnippet, joinSnippets, scalarText, valueSnippet } from './snippets';
import { wordsOfValue } from './valueWords';

/** The keys that the map at the cursor may have and has not yet, required ones first. */
export function suggestKeys({ map, cursor }: CompletionPlace): Suggestion[] {
  if (!map) return [];
  return map.keys
    .filter(({ key }) => !cursor.siblings.has(key))
    .map(({ key, required, schema }) => ({
      label: key,
      kind: CompletionItemKind.Property,
      text: keyText(key, schema, cursor),
      ...(required ? { detail: 'required' } : {}),
      documentation: () => documentKey(key, schema, required),
    }));
}

/** A key with its colon and what follows, or alone where the colon is there. */
export function keyText(key: string, schema: JsonSchema, cursor: CompletionPlace['cursor']): Suggestion['text'] {
  const written = scalarText(key, cursor);
  if (cursor.hasColon || cursor.quote !== '') return written;
  return { snippet: `${escapeSnippet(written)}:${valueSnippet(schema, cursor.inFlow)}` };
}

/** A whole new entry, where the keys of a map are free; a whole new item, where a list holds maps. */
export function suggestEntry({ map, cursor, resolved }: CompletionPlace): Suggestion[] {
  if (!map || cursor.inFlow || cursor.hasColon || cursor.quote !== '') return [];
  const ofMap = map.values?.['x-entry'];
  const ofItem = cursor.siblings.isEmpty ? itemEntry(map.schema, cursor.path) : undefined;
  const isLabel = resolved.kind === 'taxonomy' && cursor.path.join() === 'labels';
  const entry = isLabel && ofMap !== undefined ? labelEntry(ofMap, resolved) : (ofMap ?? ofItem);
  if (entry === undefined) return [];
  const title = (ofMap === undefined ? map.schema : map.values)?.title ?? 'entry';
  // What was typed becomes the id of the new entry.
  const snippet =
    ofMap !== undefined && cursor.typed !== ''
      ? entry.replace(/\$\{1:[^}]*\}/, `\${1:${escapeSnippet(cursor.typed)}}`)
      : entry;
  return [
    {
      label: `New ${title.toLowerCase()}`,
      kind: CompletionItemKind.Snippet,
      text: { snippet },
      filter: cursor.typed || undefined,
    },
  ];
}

function itemEntry(schema: JsonSchema, path: CompletionPlace['cursor']['path']): string | undefined {
  return typeof path[path.length - 1] === 'number' ? schema['x-entry'] : undefined;
}

/** The values that the format lists, `true` and `false`, and examples where they are words. */
export function suggestValues(place: CompletionPlace): Suggestion[] {
  const { value, cursor, wrap } = place;
  if (!value) return [];
  const present = new Set(cursor.items);
  const types = typesOf(value);
  const listed = value.enum ?? (types.length === 1 && types[0] === 'boolean' ? [true, false] : undefined);
  const isColor = cursor.path[cursor.path.length - 1] === 'color';
  const kind = listed ? CompletionItemKind.EnumMember : isColor ? CompletionItemKind.Color : CompletionItemKind.Value;
  return (listed ?? examplesOf(value))
    .filter((one) => !present.has(String(one)))
    .map((one) => ({
      label: String(one),
      kind,
      text: wrapped(scalarText(one, { quote: cursor.quote, inFlow: cursor.inFlow || wrap === 'flow' }), wrap),
      ...(listed ? {} : { detail: 'example' }),
      documentation: () => (isColor ? String(one) : (wordsOfValue(value.title, String(one)) ?? value.description)),
    }));
}

/** Examples that are words of a kind: never prose or codes, which one might take over without reading. */
function examplesOf({ examples = [], pattern }: JsonSchema): unknown[] {
  const words = examples.filter((one) => typeof one !== 'object' && /^[\w.#~^%+-]+$/.test(String(one)));
  return pattern !== undefined || words.length > 1 ? words : [];
}

/** What is written on the lines below a key whose value takes several. */
export function suggestBlock({ resolved, cursor }: CompletionPlace): Suggestion[] {
  if (cursor.slot !== 'value' || cursor.inFlow || cursor.typed !== '' || cursor.quote !== '') return [];
  const key = cursor.path[cursor.path.length - 1];
  const above = schemaAt(resolved.file.kind, cursor.path.slice(0, -1), resolved.file.document.root, { shape: 'map' });
  const schema = above?.keys.find((allowed) => allowed.key === key)?.schema;
  const snippet = schema?.['x-snippet'];
  if (typeof key !== 'string' || snippet === undefined || !snippet.includes('\n')) return [];
  const text = { snippet: cursor.needsSpace ? snippet : snippet.replace(/^ /, '') };
  return [
    {
      label: `${key}, on lines of its own`,
      kind: CompletionItemKind.Snippet,
      text,
      documentation: () => schema?.description,
    },
  ];
}

/** A whole document with its required keys, for an empty file. */
export function suggestDocument(kind: GuidelineKind): Suggestion[] {
  if (kind === 'config') return [];
  const place = schemaAt(kind, [], undefined);
  const required = (place?.keys ?? []).filter((allowed) => allowed.required);
  const snippet = joinSnippets(required.map(({ key, schema }) => `${key}:${documentValue(key, schema)}`));
  const title = place?.schema.title ?? kind;
  return [
    {
      label: `New ${title.toLowerCase()}`,
      kind: CompletionItemKind.Snippet,
      text: { snippet: `${snippet}\n` },
      documentation: () => place?.schema.description,
      filter: kind,
    },
  ];
}

function documentValue(key: string, schema: JsonSchema): string {
  if (schema['x-snippet'] !== undefined) return schema['x-snippet'];
  if (key === 'status') return ' draft';
  const [example] = schema.examples ?? [];
  return schema.enum || typeof example !== 'string' ? valueSnippet(schema, false) : ` \${1:${escapeSnippet(example)}}`;
}
