import type { RuleDocs } from '../checks/rule';

/** What a rule's page says, as Markdown: what is checked and why, and an example of each outcome. */
export function ruleHelp(
  id: string,
  { what, why, invalid, valid }: Pick<RuleDocs, 'what' | 'why'> & Partial<RuleDocs>,
): string {
  const example = (title: string, files: RuleDocs['valid'] | undefined) => {
    const text = files && Object.values(files)[0];
    return text ? [`## ${title}`, `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``] : [];
  };
  return [
    what,
    `## Why`,
    why,
    ...example('Reported', invalid),
    ...example('Not reported', valid),
    `\`labelwright explain ${id}\` prints more.`,
  ].join('\n\n');
}
