import type { Change, ChangeValue } from '../compare/change';

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

/** What the change is about, as it stands in a sentence; labels by name and id. Empty for the document and its blocks. */
export function owner({ kind, subject, details }: Change): string {
  if (['taxonomy', 'protocol', 'block'].includes(kind)) return '';
  const name = details?.['name'];
  const named = typeof name === 'string' ? `${quoted(name)} (${subject})` : subject;
  // In quotes an id keeps its small letter at the start of a sentence.
  if (kind === 'label') return named === subject ? quoted(subject) : named;
  return `${kind} ${named}`;
}

/** A label that a detail of a change names by `id` and `name`. */
export function called(value: ChangeValue | undefined): string {
  if (typeof value !== 'object' || value === null || !('id' in value)) return shown(value);
  return `${quoted(String(value.name))} (${String(value.id)})`;
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
