import type { ChangeValue } from '../compare/change';
import type { Names } from './names';
import { shown } from './words';

/** A condition in words: “Width” is at least 2 mm. Attributes are those of the label, where one is given. */
export function conditionWords(condition: ChangeValue, label: string | undefined, names: Names): string {
  const alternatives: readonly ChangeValue[] = Array.isArray(condition)
    ? (condition as readonly ChangeValue[])
    : [condition];
  return alternatives.map((entry) => allOf(entry, label, names)).join(', or ');
}

function allOf(entry: ChangeValue, label: string | undefined, names: Names): string {
  if (!isMap(entry)) return shown(entry);
  return Object.entries(entry)
    .map(([id, value]) => `${names.attribute(label, id)} is ${valueWords(value, names.unit(label, id))}`)
    .join(' and ');
}

function valueWords(value: ChangeValue, unit: string | undefined): string {
  const measured = (bound: ChangeValue | undefined) =>
    `${typeof bound === 'number' ? bound : shown(bound)}${unit === undefined ? '' : ` ${unit}`}`;
  if (Array.isArray(value)) return (value as readonly ChangeValue[]).map(shown).join(' or ');
  if (!isMap(value)) return typeof value === 'number' ? measured(value) : shown(value);
  const { minimum, maximum } = value;
  if (minimum !== undefined && maximum !== undefined) return `from ${measured(minimum)} to ${measured(maximum)}`;
  if (minimum !== undefined) return `at least ${measured(minimum)}`;
  return maximum === undefined ? shown(value) : `at most ${measured(maximum)}`;
}

function isMap(value: ChangeValue): value is { readonly [key: string]: ChangeValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
