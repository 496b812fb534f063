import { valueAt } from '../../yaml/node';
import type { Label } from '../../model/label';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (definition: string) =>
  taxonomyExample(`
labels:
  skin-fold:
    name: Skin fold
    definition: ${definition}
`);

export const definitionSaysMoreThanName: LabelRule = {
  id: 'definition-says-more-than-name',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  on: ['definition'],
  docs: {
    what: 'A definition says more than the name and the synonyms of its label.',
    why: '“A skin fold is a fold of skin” leaves readers where they were. A circular definition is as good as none (ISO 704, 6.5.2).',
    invalid: example('A fold of the skin.'),
    valid: example('A step in density where skin lies doubled, without a white line.'),
  },
  check(label) {
    const found: Finding[] = [];
    const { definition, id, node } = label;
    if (definition === undefined || definition.length > longest) return found;
    const at = valueAt(node, 'definition');
    const said = new Set(namesOf(label).flatMap(wordsOf));
    if (!at || wordsOf(definition).some((word) => !said.has(word))) return found;
    found.push({
      at,
      message: `The definition of “${id}” only repeats its name. Say what a reader must see to give this label.`,
    });
    return found;
  },
};

/** A longer text says more than any name. */
const longest = 120;

function namesOf({ id, name = '', synonyms }: Label): string[] {
  return [id, name, ...synonyms.map(({ text }) => text)];
}

const small = new Set(
  'a an the of in on at to or and is are be any with this that as der die das ein eine des dem den von im und oder ist'.split(
    ' ',
  ),
);

/** The words of a text that carry its meaning, in lower case and without the s of the plural. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !small.has(word)).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}
