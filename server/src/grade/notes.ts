import type { Change, ChangeValue } from '../compare/change';
import type { Signal } from '../compare/signals';
import { signalsOf } from '../compare/signals';
import { quoted } from './words';

/** The texts of a change, of which either may be missing; nothing where it is not about a text. */
export interface ChangedTexts {
  readonly before?: string;
  readonly after?: string;
}

/** The texts that a change is about, also those with a key; nothing for ids, numbers and whole entries. */
export function textsOf({ before, after }: Pick<Change, 'before' | 'after'>): ChangedTexts | undefined {
  const [old, now] = [textOf(before), textOf(after)];
  if (old === undefined && now === undefined) return undefined;
  return { ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) };
}

function textOf(value: ChangeValue): string | undefined {
  if (typeof value === 'string') return /\S\s+\S/.test(value) ? value : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.values(value);
  return entries.length === 1 && typeof entries[0] === 'string' ? textOf(entries[0]) : undefined;
}

/** What to look at in a changed text, in sentences: negations, conditions, obligations, opposites, numbers and units. */
export function notesOf(change: Pick<Change, 'before' | 'after'>): string[] {
  const texts = textsOf(change);
  if (texts?.before === undefined || texts.after === undefined) return [];
  return signalsOf(texts.before, texts.after).map(sentence);
}

const nouns: Readonly<Record<Signal['kind'], string>> = {
  negation: 'The negation ',
  exception: 'The condition ',
  obligation: 'The word ',
  opposite: '',
  quantity: '',
};

function sentence({ kind, before, after }: Signal): string {
  if (before !== undefined && after !== undefined) return `${quoted(before)} became ${quoted(after)}.`;
  return `${nouns[kind]}${quoted(before ?? after ?? '')} was ${before === undefined ? 'added' : 'removed'}.`;
}
