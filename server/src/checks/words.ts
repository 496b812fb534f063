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

/** Letters that do not come apart into a plain one and a mark, and German umlauts, which are not written without theirs. */
const spelled = new Map(
  Object.entries({
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    ı: 'i',
  }),
);

/** A text in plain letters: `Hüfte` becomes `Huefte`, other marks fall away. */
export function withPlainLetters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[äöüßẞæœøđðþłı]/gi, (letter) => {
      const plain = spelled.get(letter.toLowerCase()) ?? letter;
      return letter === letter.toLowerCase() ? plain : plain.charAt(0).toUpperCase() + plain.slice(1);
    })
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

/** A text as an id: `Skin Fold` becomes `skin-fold`; nothing when there is no letter to begin with. */
export function idFromText(text: string): string | undefined {
  const id = withPlainLetters(text)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) ? id : undefined;
}
