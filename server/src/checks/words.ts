/** A word of the document, in the quotes that all messages use; a long one is cut. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return `“${characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line}”`;
}

/** `a, b or c`. */
export function listed(items: readonly string[], word: 'or' | 'and' = 'or'): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** `2 readers`, `1 reader`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `skin-fold` as a name for people: `Skin fold`. */
export function nameFromId(id: string): string {
  const words = id.replace(/[-_\s]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A text as an id: `Skin Fold` becomes `skin-fold`; nothing when there is no letter to begin with. */
export function idFromText(text: string): string | undefined {
  const id = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) ? id : undefined;
}
