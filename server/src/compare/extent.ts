import type { ChangeValue } from './change';
import { canonical } from './side';

/** How a condition's reach differs: it holds in fewer cases, in more, or in others. */
export type Extent = 'narrower' | 'wider' | 'other';

type Entry = readonly [attribute: string, condition: ChangeValue];

/**
 * What became of a condition, as it is written: a map of attributes, or several of which any may hold. `renamed` gives
 * the id that an attribute has now.
 */
export function extentOf(before: ChangeValue, after: ChangeValue, renamed: (id: string) => string): Extent {
  const old = alternatives(before).map((entries) => entries.map(([id, condition]): Entry => [renamed(id), condition]));
  const now = alternatives(after);
  if (now.every((one) => old.some((other) => implies(one, other)))) return 'narrower';
  return old.every((one) => now.some((other) => implies(one, other))) ? 'wider' : 'other';
}

function alternatives(value: ChangeValue): Entry[][] {
  const maps: readonly ChangeValue[] = Array.isArray(value) ? (value as readonly ChangeValue[]) : [value];
  return maps.map((map) => (isMap(map) ? Object.entries(map) : []));
}

/** Whether the other conditions hold wherever these do. */
function implies(entries: readonly Entry[], others: readonly Entry[]): boolean {
  return others.every(([id, wide]) => entries.some(([own, narrow]) => own === id && isWithin(narrow, wide)));
}

function isWithin(narrow: ChangeValue, wide: ChangeValue): boolean {
  if (canonical(narrow) === canonical(wide)) return true;
  const bounds = boundsOf(wide);
  const values = isMap(narrow) ? undefined : listOf(narrow);
  if (!bounds) {
    const allowed = new Set(listOf(wide).map(canonical));
    return values?.every((value) => allowed.has(canonical(value))) ?? false;
  }
  const inner = boundsOf(narrow);
  if (inner) return inner.minimum >= bounds.minimum && inner.maximum <= bounds.maximum;
  return (
    values?.every((value) => typeof value === 'number' && value >= bounds.minimum && value <= bounds.maximum) ?? false
  );
}

/** The bounds of a condition on a number; nothing where it has other keys than those. */
function boundsOf(value: ChangeValue): { readonly minimum: number; readonly maximum: number } | undefined {
  if (!isMap(value)) return undefined;
  const bounds = { minimum: -Infinity, maximum: Infinity };
  for (const [key, bound] of Object.entries(value)) {
    if ((key !== 'minimum' && key !== 'maximum') || typeof bound !== 'number') return undefined;
    bounds[key] = bound;
  }
  return bounds;
}

function listOf(value: ChangeValue): readonly ChangeValue[] {
  return Array.isArray(value) ? (value as readonly ChangeValue[]) : [value];
}

function isMap(value: ChangeValue): value is { readonly [key: string]: ChangeValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
