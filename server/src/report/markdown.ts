/**
 * A guideline's words as Markdown that shows them as they are, on one line: no markup, links, images or HTML come of
 * them, whatever they hold.
 */
export function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+!|<>~&$@]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/^[-=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Words in the type of code: ids, codes, units. */
export function code(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line === '' || line.includes('`') ? plain(text) : `\`${line}\``;
}
