import { valueAt } from '../../yaml/node';
import { nameKey } from '../across/shared';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (definition: string) =>
  taxonomyExample(`
labels:
  nodule: {name: Nodule, definition: A rounded opacity of at most 3 cm.}
  mass: {name: Mass, definition: ${definition}}
`);

export const definitionIsNoOtherLabel: AcrossRule = {
  id: 'definition-is-no-other-label',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['definition'],
  docs: {
    what: 'A definition is more than the name, or a synonym, of another label in use.',
    why: 'Two labels that are defined by each other say nothing of either, and one that is defined as another is the same one twice. A circular definition is as good as none (ISO 704, 6.5.2).',
    invalid: example('A nodule.'),
    valid: example('A rounded opacity of more than 3 cm.'),
  },
  check({ id, name = id, synonyms, definition, deprecated, node }, view) {
    if (definition === undefined || deprecated || definition.length > longest) return none;
    const text = withoutArticle(definition);
    if (text.split(/\s/).length > mostWords) return none;
    const at = valueAt(node, 'definition');
    const isOwn = [id, name, ...synonyms.map((one) => one.text)].some((own) => nameKey(own) === nameKey(text));
    if (!at || isOwn) return none;
    const other = view.labelNamed(text);
    if (other === undefined || other === id) return none;
    return [
      {
        at,
        message: `The definition of “${id}” is only the name of “${other}”. Say what a reader must see to tell the two apart; where they are the same, keep one of them.`,
      },
    ];
  },
};

const none: readonly Finding[] = [];

/** A longer text is no name, in UTF-16 units and in words. */
const longest = 60;
const mostWords = 4;

function withoutArticle(definition: string): string {
  return definition
    .trim()
    .replace(/^(?:an?|the|der|die|das|eine?)\s+/i, '')
    .replace(/\s*\.$/, '');
}
