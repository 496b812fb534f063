import type { Resolved } from '../workspace/workspace';
import type { Cursor } from './cursor';
import type { SchemaPlace } from './schemaAt';
import { schemaAt } from './schemaAt';
import type { JsonSchema } from './schema';
import { typesOf } from './schema';

/** What the format allows at a cursor. */
export interface CompletionPlace {
  readonly resolved: Resolved;
  readonly cursor: Cursor;
  /** The map whose keys may stand here. */
  readonly map?: SchemaPlace;
  /** The value that may stand here. */
  readonly value?: JsonSchema;
  /** How a value is written where the format wants a list: `[value]` behind a key, `- value` on a line of its own. */
  readonly wrap: 'none' | 'flow' | 'item';
}

export function completionPlace(resolved: Resolved, cursor: Cursor): CompletionPlace {
  const { kind, document } = resolved.file;
  const { slot, path } = cursor;
  const place: CompletionPlace = { resolved, cursor, wrap: 'none' };
  const asMap = slot === 'value' || slot === 'text' ? undefined : mapAt();
  const map = asMap && allows(asMap.schema, 'object') ? asMap : undefined;
  const wantsValue = slot === 'value' || (slot === 'either' && cursor.siblings.isEmpty);
  const asValue = wantsValue ? schemaAt(kind, path, document.root, { shape: 'scalar' }) : undefined;
  if (!asValue) return { ...place, map };
  if (typesOf(asValue.schema).join() === 'array') {
    const value = asValue.items && withListExamples(asValue.items, asValue.schema);
    return cursor.inFlow ? { ...place, map } : { ...place, map, value, wrap: slot === 'value' ? 'flow' : 'item' };
  }
  const isItem = typeof path[path.length - 1] === 'number';
  const list = isItem ? schemaAt(kind, path.slice(0, -1), document.root, { shape: 'list' })?.schema : undefined;
  return { ...place, map, value: list ? withListExamples(asValue.schema, list) : asValue.schema };

  function mapAt(): SchemaPlace | undefined {
    const node = cursor.inFlow ? undefined : cursor.siblings.map();
    return schemaAt(kind, path, document.root, { shape: 'map', node });
  }
}

/** An item with the examples of its list, item by item, where these say more than those of any such item. */
function withListExamples(item: JsonSchema, { examples = [] }: JsonSchema): JsonSchema {
  const items = [...new Set(examples.filter((one): one is unknown[] => Array.isArray(one)).flat())];
  return items.length > 0 && items.length >= (item.examples?.length ?? 0) ? { ...item, examples: items } : item;
}

function allows(schema: JsonSchema, type: string): boolean {
  const types = typesOf(schema);
  return types.includes(type) || (types.length === 0 && schema.properties !== undefined);
}

/** A value as it is written at the cursor, in a list where one is wanted. */
export function wrapped(text: string, wrap: CompletionPlace['wrap']): string {
  return wrap === 'flow' ? `[${text}]` : wrap === 'item' ? `- ${text}` : text;
}
