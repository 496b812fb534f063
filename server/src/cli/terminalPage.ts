/** A page in Markdown (headings, paragraphs, code) as a terminal shows it; headings are bold, or underlined with hyphens. */
export function terminalPage(markdown: string, canBeBold: boolean): string {
  let inCode = false;
  const lines = markdown.split('\n').flatMap((line) => {
    if (line.startsWith('```')) {
      inCode = !inCode;
      return [];
    }
    if (inCode) return [line === '' ? '' : `    ${line}`];
    const [, heading] = /^#+ (.*)$/.exec(line) ?? [];
    if (heading !== undefined)
      return canBeBold ? [`\u001b[1m${heading}\u001b[0m`] : [heading, '-'.repeat(heading.length)];
    return [line.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')];
  });
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}
