/**
 * A label's entry as it is written, from the line of its id to the last line that belongs to it, comments with it. Found without reading the
 * document: nothing for a text that is laid out in another way than a line for each key.
 */
export function entryText(text: string, id: string): string | undefined {
  const labels = /^labels:/m.exec(text);
  if (!labels) return undefined;
  const written = id.replace(/[^\w]/g, '\\$&');
  const key = new RegExp(`^( +)(['"]?)${written}\\2:`, 'gm');
  key.lastIndex = labels.index;
  const start = key.exec(text);
  if (!start) return undefined;
  const next = new RegExp(`^ {0,${start[1]!.length}}[^ #\\r\\n]`, 'gm');
  next.lastIndex = start.index + start[0].length;
  return text.slice(start.index, next.exec(text)?.index).trimEnd();
}
