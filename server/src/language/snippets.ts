import { stringify } from 'yaml';
import type { Cursor } from './cursor';
import type { JsonSchema } from './schema';
import { typesOf } from './schema';

/** Text that a snippet inserts as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A snippet's text without its places to fill in: their defaults stay, of choices the first; no empty line for `$0`. */
export function withoutPlaceholders(snippet: string): string {
  return snippet
    .replace(/\n *\$0(?=\n|$)/, '')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

/** Moves a snippet's further lines to a column. */
export function indented(snippet: string, column: number): string {
  return snippet.replaceAll('\n', `\n${' '.repeat(column)}`);
}

/** What follows a key's colon, as a snippet whose further lines are indented from the key's column. */
export function valueSnippet(schema: JsonSchema, inFlow: boolean): string {
  const types = typesOf(schema);
  const choices = schema.enum ?? (types.length === 1 && types[0] === 'boolean' ? [true, false] : undefined);
  if (choices?.length === 1) return ` ${String(choices[0])}`;
  if (choices) return ` \${1|${choices.map(String).join(',')}|}`;
  const only = types.length === 1 ? types[0] : undefined;
  if (inFlow) return only === 'array' ? ' [$1]' : only === 'object' ? ' {$1}' : ' $1';
  if (schema['x-snippet'] !== undefined) return schema['x-snippet'];
  return only === 'array' ? '\n  - $1' : only === 'object' ? '\n  $1' : ' $1';
}

/** Snippets one below the other, the places to fill in numbered on; the last place, `$0`, stays the last. */
export function joinSnippets(snippets: readonly string[]): string {
  let before = 0;
  return snippets
    .map((snippet) => {
      let most = 0;
      const renumbered = snippet.replace(/\$(\{?)([1-9]\d*)/g, (_match, brace: string, number: string) => {
        most = Math.max(most, Number(number));
        return `$${brace}${Number(number) + before}`;
      });
      before += most;
      return renumbered;
    })
    .join('\n');
}

/** Text that needs no quotes anywhere: `stringify` takes its time to find that out. */
const plainWord = /^(?!(?:true|false|null)$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** A value as it is written at the cursor: in the quotes that are there, or in new ones where it needs them. */
export function scalarText(value: unknown, { quote, inFlow }: Pick<Cursor, 'quote' | 'inFlow'>): string {
  const text = String(value);
  if (quote === "'") return text.replaceAll("'", "''");
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  if (typeof value === 'string' && plainWord.test(value)) return value;
  const written = stringify(value, { singleQuote: true, lineWidth: 0 }).trimEnd();
  return inFlow && written === text && /[,[\]{}]/.test(text) ? `'${text.replaceAll("'", "''")}'` : written;
}
