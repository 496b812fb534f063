import { stringify } from 'yaml';

export { code, plain } from '../report/markdown';

/** A block of YAML. */
export function yamlBlock(value: unknown): string {
  const text = stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd();
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}yaml\n${text}\n${fence}`;
}

/** A square in a colour, `#rrggbb`; its text where images are not shown is the colour. */
export function colorSquare(color: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12"><rect width="12" height="12" fill="${color}"/></svg>`;
  return `![${color}](data:image/svg+xml,${encodeURIComponent(svg)})`;
}

/** Paragraphs, without those that are empty. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** Items as a list of points. */
export function points(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
