import type { Attribute } from '../model/attribute';
import type { LabelSpace } from '../model/labelSpace';
import type { Resolved } from '../workspace/workspace';
import type { ChangeValue } from '../compare/change';
import { quoted, shown } from './words';

/** What labels and attributes are called, in quotation marks; what is not known is called by its id. */
export interface Names {
  readonly label: (id: string) => string;
  /** An attribute of a label, or a shared one. */
  readonly attribute: (label: string | undefined, id: string) => string;
  readonly unit: (label: string | undefined, id: string) => string | undefined;
  /** `label`, `label.attribute`. */
  readonly reference: (text: string) => string;
}

/** The labels that a guideline speaks of. */
export function spaceOf(guideline: Resolved | undefined): LabelSpace | undefined {
  if (guideline?.kind === 'taxonomy') return guideline.space;
  return guideline?.kind === 'protocol' ? guideline.taxonomy?.space : undefined;
}

/** Names as the first of the guidelines gives them, or else the second. */
export function namesIn(first: Resolved | undefined, second: Resolved | undefined): Names {
  const spaces = [spaceOf(first), spaceOf(second)].filter((space) => space !== undefined);
  const attributeOf = (label: string | undefined, id: string): Attribute | undefined =>
    find(spaces, (space) =>
      label === undefined ? space.attributes.get(id) : space.effective(label)?.attributes.get(id),
    );
  const label = (id: string) => quoted(find(spaces, (space) => space.labels.get(id)?.label.name) ?? id);
  const attribute = (of: string | undefined, id: string) => quoted(attributeOf(of, id)?.name ?? id);
  return {
    label,
    attribute,
    unit: (of, id) => attributeOf(of, id)?.unit,
    reference(text) {
      const [id = '', inner] = text.split('.');
      return inner === undefined ? label(id) : `${attribute(id, inner)} for ${label(id)}`;
    },
  };
}

/** Ids of labels and attributes, one after the other, by their names. */
export function references(value: ChangeValue, names: Names): string {
  if (typeof value === 'string') return names.reference(value);
  if (Array.isArray(value)) return joined(value.map((item: ChangeValue) => references(item, names)));
  if (typeof value !== 'object' || value === null) return value === null ? '' : shown(value);
  return joined(Object.keys(value).map(names.reference));
}

function joined(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function find<T, R>(items: readonly T[], pick: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = pick(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
