import type { Attribute } from '../../model/attribute';
import type { Located } from '../../model/read';

/** A way of attributes that leads back to where it began, and the place where it leaves its first one. */
export interface AttributeCircle {
  readonly way: readonly string[];
  readonly at: Located;
}

/** Circles of attributes that rest on each other by `next`, each told once, at the first of its attributes. */
export function attributeCircles(
  attributes: ReadonlyMap<string, Attribute>,
  next: (attribute: Attribute) => readonly Located[],
): AttributeCircle[] {
  const found: AttributeCircle[] = [];
  const told = new Set<string>();
  for (const start of attributes.values()) {
    if (told.has(start.id)) continue;
    for (const at of next(start)) {
      const way = wayBack(attributes, next, at.text, start.id);
      if (!way) continue;
      for (const id of way) told.add(id);
      found.push({ way: [start.id, ...way], at });
      break;
    }
  }
  return found;
}

/** The ids from one attribute to another, both included. */
function wayBack(
  attributes: ReadonlyMap<string, Attribute>,
  next: (attribute: Attribute) => readonly Located[],
  from: string,
  to: string,
): string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  for (const id of before.keys()) {
    if (id === to) {
      const way: string[] = [];
      for (let step: string | undefined = id; step !== undefined; step = before.get(step)) way.unshift(step);
      return way;
    }
    const attribute = attributes.get(id);
    for (const { text } of attribute ? next(attribute) : []) if (!before.has(text)) before.set(text, id);
  }
  return undefined;
}
