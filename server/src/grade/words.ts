import type { Change, ChangeValue } from '../compare/change';
import type { Names } from './names';

const longest = 80;

/** A text in quotation marks. */
export function quoted(text: string): string {
  return `“${text.trim().replace(/\s+/g, ' ')}”`;
}

/** A value as it stands in a sentence. */
export function shown(value: ChangeValue | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return value === true ? 'yes' : value === false ? 'no' : String(value);
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return Object.entries(value)
    .map(([key, item]) => `${key} ${shown(item)}`)
    .join(', ');
}

/** A value as {@link shown}, unless it is too long for a sentence. */
export function brief(value: ChangeValue): string | undefined {
  const text = shown(value);
  return text.length > longest ? undefined : text;
}

/** Ids one after the other. */
export function list(value: ChangeValue | undefined): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(shown).join(', ') : shown(value);
}

/** A value in a sentence, cut off where it is too long. */
export function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}

/** Ids and words without quotation marks and hyphens. */
export function plainWords(value: ChangeValue): string {
  if (typeof value === 'string') return value.replaceAll('-', ' ').trim();
  return Array.isArray(value) ? value.map((item: ChangeValue) => plainWords(item)).join(', ') : shown(value);
}

/** A language by its English name, or its code where it has none. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** What the change is about, by its name; by its id where it has none. Empty for the document and its blocks. */
export function ownerOf({ kind, subject, details }: Change, names: Names): string {
  if (['taxonomy', 'protocol', 'block'].includes(kind)) return '';
  const name = details?.['name'];
  const parts = subject.split('.');
  const own = quoted(typeof name === 'string' ? name : (parts.at(-1) ?? subject));
  const [label = '', attribute = ''] = parts;
  if (kind === 'attribute') return `${own} for ${names.label(label)}`;
  if (kind === 'choice') {
    return parts.length > 2
      ? `${own} in ${names.reference(`${label}.${attribute}`)}`
      : `${own} in ${names.attribute(undefined, label)}`;
  }
  if (kind === 'window') return parts.length > 1 ? `${quoted(parts.slice(1).join('.'))} for ${quoted(label)}` : own;
  return kind === 'label' ? own : quoted(typeof name === 'string' ? name : subject);
}

/** A sentence without a full stop behind a quotation that has one. */
export function ended(sentence: string): string {
  return sentence.replace(/([.!?…]”)\.$/, '$1');
}

/** A label that a detail of a change names by `id` and `name`, by its name. */
export function called(value: ChangeValue | undefined): string {
  if (typeof value !== 'object' || value === null || !('id' in value)) return shown(value);
  return quoted(String(value.name));
}

const reasons: Readonly<Record<string, string>> = {
  replacedBy: 'the document says so',
  code: 'same code',
  alias: 'same id in another tool',
  name: 'same name',
  definition: 'same definition',
  value: 'same mask value',
};

/** What speaks for a rename, in brackets. */
export function evidenceOf({ details }: Change): string {
  const evidence = details?.['evidence'];
  if (!Array.isArray(evidence) || evidence.length === 0) return '';
  return ` (${evidence.map((item: ChangeValue) => reasons[String(item)] ?? String(item)).join(', ')})`;
}

/** The first letter of a sentence. */
export function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
