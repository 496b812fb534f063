import type { Attribute } from '../model/attribute';
import { listed, quoted } from './words';

/** What annotation tools record of every annotation, whatever the guideline asks for. */
const ofTools = new Set([
  'iscrowd',
  'occluded',
  'rotation',
  'track_id',
  'keyframe',
  'outside',
  'truncated',
  'difficult',
]);

/** Whether an attribute is a tool's own. */
export function isOfTool(name: string): boolean {
  return ofTools.has(name);
}

/** The attribute that a name in an annotation file means: by id, else by name. Case, hyphens and spaces make no difference. */
export function attributeNamed<T extends Attribute>(name: string, attributes: ReadonlyMap<string, T>): T | undefined {
  const wanted = simplified(name);
  const fits = ({ id, name: called }: T) =>
    simplified(id) === wanted || (called !== undefined && simplified(called) === wanted);
  return attributes.get(name) ?? [...attributes.values()].find(fits);
}

/** What is wrong with a recorded value, as words that go on from “… as VALUE”; nothing when it is good. */
export function valueMistake(attribute: Attribute, value: string | number | boolean): string | undefined {
  switch (attribute.type) {
    case 'choice':
    case 'ordinal':
      return choiceMistake(attribute, String(value));
    case 'number':
    case 'integer':
      return numberMistake(attribute, value);
    case 'boolean':
      return /^(true|false|0|1)$/i.test(String(value)) ? undefined : 'which is neither true nor false';
    case 'date':
      return /^\d{4}-\d\d-\d\d/.test(String(value)) ? undefined : 'which is no date such as 2026-02-01';
    default:
      return undefined;
  }
}

function choiceMistake({ values, multiple }: Attribute, text: string): string | undefined {
  if (values.size === 0) return undefined;
  const known = [...values.values()].flatMap(({ id, name, score }) => [id, name ?? id, String(score ?? id)]);
  const allowed = new Set(known.map(simplified));
  const given = multiple ? text.split(',').filter((one) => one.trim() !== '') : [text];
  if (allowed.has(simplified(text)) || given.every((one) => allowed.has(simplified(one)))) return undefined;
  const ids = [...values.keys()];
  return `which is none of its values (${listed(ids.length > 6 ? [...ids.slice(0, 6), 'others'] : ids)})`;
}

function numberMistake(
  { type, minimum, maximum, unit }: Attribute,
  value: string | number | boolean,
): string | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const measured = (bound: number) => (unit === undefined ? String(bound) : `${bound} ${unit}`);
  if (typeof number !== 'number' || !Number.isFinite(number)) return 'which is no number';
  if (type === 'integer' && !Number.isInteger(number)) return 'which is no whole number';
  if (minimum !== undefined && number < minimum) return `which is below ${measured(minimum)}`;
  if (maximum !== undefined && number > maximum) return `which is above ${measured(maximum)}`;
  return undefined;
}

/** A value as a message names it. */
export function shown(value: string | number | boolean): string {
  return typeof value === 'string' ? quoted(value) : String(value);
}

function simplified(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}
