import { identities } from './randomGuideline';
import type { Map_, Schema, Value } from './schema';
import { isMap, named, typeOf } from './schema';

/** What a document says, one thing each, by where it stands: keys, ids, and what tells the items of a list apart. */
export type Points = Map<string, string>;

/** A document taken apart. */
export interface Walked {
  readonly points: Points;
  /** Where a JSON Pointer of the document leads to, as {@link Points} tell it. */
  readonly places: ReadonlyMap<string, string>;
}

/** Values that are one thing, whatever is inside. */
const whole = new Set(['conditions', 'condition', 'idOrIds']);
const wholeKeys = new Set(['replacedBy', 'default', 'derivedFrom']);

/** What counts where nothing is written. */
const unsaid = (path: string): string | undefined => {
  if (/^images\/[^/]+\/required$/.test(path)) return 'true';
  if (/(^|\/)(abstract|exclusive|required|ignore|multiple)$/.test(path)) return 'false';
  return path === 'format' ? '1' : undefined;
};

export function walked(root: Schema, document: Map_): Walked {
  const points: Points = new Map();
  const places = new Map<string, string>();
  visit(root, root, document, '', '', '', { points, places });
  return { points, places };
}

interface Into {
  readonly points: Points;
  readonly places: Map<string, string>;
}

/** What a part of a document says, below a path. */
export function visit(
  root: Schema,
  reference: Schema,
  value: Value,
  key: string,
  path: string,
  pointer: string,
  into: Into,
): void {
  const { schema, name } = named(root, reference);
  const { points, places } = into;
  places.set(pointer, path);
  const below = (inner: Schema, item: Value, step: string | number, told: string) =>
    visit(root, inner, item, String(step), path === '' ? told : `${path}/${told}`, `${pointer}/${step}`, into);
  const say = (text: string) => {
    if (text !== '' && text !== '{}' && unsaid(path) !== text) points.set(path, text);
  };
  if (whole.has(name) || wholeKeys.has(key)) return say(meaning(value));
  if (reference.$ref === '#/$defs/labelAttribute' && !isMap(value)) {
    points.set(path, '');
    return void (value === 'required' && points.set(`${path}/required`, 'true'));
  }
  if (name === 'codeText' || name === 'code') return visitCode(value, name === 'code', path, pointer, into);
  if (Array.isArray(value)) return visitList(value);
  if (!isMap(value)) {
    // A single value is a list of one.
    if (!schema.items) return say(meaning(value));
    places.set(pointer, `${path}/=${meaning(value)}`);
    return void points.set(`${path}/=${meaning(value)}`, '');
  }
  const entries = typeOf(schema) === 'object' && !schema.properties ? schema.additionalProperties : undefined;
  if (key === 'workflow' || key === 'values') points.set(`${path}#order`, Object.keys(value).join());
  for (const [id, item] of Object.entries(value)) {
    const property = schema.properties?.[id];
    const inner = typeof property === 'object' ? property : schema.additionalProperties;
    if (id.startsWith('x-') || typeof inner !== 'object') {
      points.set(path === '' ? id : `${path}/${id}`, meaning(item));
      places.set(`${pointer}/${id}`, path === '' ? id : `${path}/${id}`);
      continue;
    }
    // That there is an entry is said, too, but not beside its only value.
    if (entries && isMap(item)) points.set(path === '' ? id : `${path}/${id}`, '');
    below(inner, item, id, id);
  }

  function visitList(items: readonly Value[]): void {
    const by = identities[key];
    items.forEach((item, i) => {
      const inner = schema.items ?? (schema.additionalProperties as Schema);
      if (by && isMap(item)) {
        const id = by.map((part) => meaning(item[part] ?? '')).join(', ');
        const rest = Object.fromEntries(Object.entries(item).filter(([part]) => !by.includes(part)));
        points.set(`${path}/${id}`, '');
        below(inner, rest, i, id);
      } else if (['values', 'labels'].includes(key) && isMapOrIds(schema)) {
        points.set(`${path}/${String(item)}`, '');
        places.set(`${pointer}/${i}`, `${path}/${String(item)}`);
      } else if (named(root, inner).name === 'code') {
        below(inner, item, i, codeOf(item));
      } else {
        points.set(`${path}/=${meaning(item)}`, '');
        places.set(`${pointer}/${i}`, `${path}/=${meaning(item)}`);
      }
    });
    if (key === 'keypoints' || key === 'values') points.set(`${path}#order`, items.map(String).join());
  }
}

function isMapOrIds(schema: Schema): boolean {
  return typeof schema.additionalProperties === 'object';
}

/** A code of a terminology, what it is called, and how close it is. */
function visitCode(value: Value, isListed: boolean, path: string, pointer: string, { points, places }: Into): void {
  const text = isMap(value) ? value['code'] : value;
  const [, id = '', term] = /^([^|]*?)\s*(?:\|(.*)\|)?$/.exec(String(text)) ?? [];
  points.set(path, isListed ? '' : id);
  if (term !== undefined) points.set(`${path}/term`, term);
  const match = isMap(value) ? (value['match'] ?? 'exact') : 'exact';
  if (isListed && match !== 'exact') points.set(`${path}/match`, String(match));
  if (!isMap(value) || value['x-team'] === undefined) return;
  points.set(`${path}/x-team`, meaning(value['x-team']));
  places.set(`${pointer}/x-team`, `${path}/x-team`);
}

function codeOf(item: Value): string {
  return String(isMap(item) ? item['code'] : item).split(' |')[0] ?? '';
}

/** A value as a text that is the same for values that mean the same: one and a list of one, in any order. */
export function meaning(value: Value): string {
  if (Array.isArray(value)) return value.length === 1 ? meaning(value[0] ?? '') : value.map(meaning).sort().join(' | ');
  if (!isMap(value)) return String(value).replace(/\s+(?=%)| cases$/g, '');
  const entries = Object.entries(value).map(([key, item]) => `${key}: ${meaning(item)}`);
  return `{${entries.sort().join(', ')}}`;
}

/** The paths at which two documents say something else. Of an order only what both put into order counts. */
export function differing(before: Points, after: Points): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    if (was === is) return false;
    // What is said of a code goes and comes with it.
    const [, code] = /^(.*codes\/[^/]+)\//.exec(path) ?? [];
    if (code !== undefined && before.has(code) !== after.has(code)) return false;
    if (!path.endsWith('#order')) return true;
    const attribute = path.replace(/values#order$/, 'type');
    const isRanked = attribute === path || [before.get(attribute), after.get(attribute)].includes('ordinal');
    return isRanked && was !== undefined && is !== undefined && common(was, is) !== common(is, was);
  });
}

function common(order: string, other: string): string {
  const ids = new Set(other.split(','));
  return order
    .split(',')
    .filter((id) => ids.has(id))
    .join();
}

/** What a change at a path names, as a beginning of the paths of all that it tells. */
export function namedBy(id: string, path: string): string {
  if (id === 'code-match-changed') return `${path}/match`;
  if (/code-term-changed$/.test(id)) return `${path}/term`;
  return /-reordered$/.test(id) ? `${path}#order` : path;
}

/** Whether a path is, or lies below, what a change names. */
export function isWithin(path: string, beginning: string): boolean {
  return beginning === '' || path === beginning || path.startsWith(`${beginning}/`) || path === `${beginning}#order`;
}
