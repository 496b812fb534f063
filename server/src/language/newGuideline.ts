import { stringify } from 'yaml';
import { withPlainLetters } from '../checks/words';
import type { NewFile } from '../requests';
import { protocolTemplate, taxonomyTemplate } from './templates';

const longestId = 60;

/** A taxonomy and a protocol to begin with, in the words of their title. They pass every check. */
export function newGuideline(title: string): NewFile[] {
  const words = title.replace(/[\s\p{C}]+/gu, ' ').trim() || 'New guideline';
  const id = idOf(words);
  const taxonomyName = `${id}.taxonomy.yaml`;
  return [
    { name: taxonomyName, text: taxonomyTemplate({ id, title: inYaml(words) }) },
    {
      name: `${id}.protocol.yaml`,
      text: protocolTemplate({ id, title: inYaml(`Annotation protocol: ${words}`), taxonomyFile: taxonomyName }),
    },
  ];
}

/** An id in kebab-case out of words, ASCII only; `guideline` where nothing of them is left. */
export function idOf(words: string): string {
  const id = withPlainLetters(words)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestId)
    .replace(/^-|-$/g, '');
  if (id === '' || /^(true|false|null|yes|no|on|off|y|n)$/.test(id)) return 'guideline';
  return /^[a-z]/.test(id) ? id : `guideline-${id}`;
}

/** Words as a value in YAML, in quotes where they need them. */
function inYaml(words: string): string {
  return stringify(words, { singleQuote: true, lineWidth: 0 }).trimEnd();
}
