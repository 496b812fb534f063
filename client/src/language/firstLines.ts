const firstKey = /^\ufeff?(taxonomy|protocol)\s*:(\s|$)/;
const modeline = /^\ufeff?#\s*yaml-language-server:\s*\$schema=\S*\b(taxonomy|protocol)\.schema\.json/;

/** The language of a YAML file that its first lines tell to be a guideline; comments may come before the first key. */
export function languageByFirstLines(lines: Iterable<string>): string | undefined {
  for (const line of lines) {
    const kind = (firstKey.exec(line) ?? modeline.exec(line))?.[1];
    if (kind) return kind === 'taxonomy' ? 'label-taxonomy' : 'annotation-protocol';
    if (!/^\ufeff?\s*(#.*|---\s*)?$/.test(line)) return undefined;
  }
  return undefined;
}
