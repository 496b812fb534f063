import { valueAt } from '../../yaml/node';
import type { YamlNode } from '../../yaml/node';
import type { YamlDocument } from '../../yaml/document';
import type { Finding, Fix } from '../problem';
import type { LabelRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (definition: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: ${definition}
`);

export const definitionIsASentence: LabelRule = {
  id: 'definition-is-a-sentence',
  family: 'taxonomy',
  level: 'hint',
  scope: 'label',
  on: ['definition'],
  docs: {
    what: 'A definition begins with a capital letter.',
    why: 'Definitions are shown to readers one below the other, and a text that begins small looks cut off. ROBOT reports definitions in lower case.',
    invalid: example('a rounded opacity of at most 3 cm.'),
    valid: example('A rounded opacity of at most 3 cm.'),
  },
  check({ definition, id, node }) {
    const found: Finding[] = [];
    // “mRNA” and “pH” begin as they should.
    const word = definition === undefined ? undefined : /^[\p{Ll}-]+(?=[\s,;:.]|$)/u.exec(definition)?.[0];
    const at = word === undefined ? undefined : valueAt(node, 'definition');
    if (word === undefined || !at) return found;
    found.push({
      at,
      message: `The definition of “${id}” begins with a small letter. Write it as a sentence.`,
      fixes: [capital(at, word)],
    });
    return found;
  },
};

function capital(at: YamlNode, word: string): Fix {
  return {
    title: 'Begin with a capital letter',
    preferred: true,
    edits(document: YamlDocument) {
      const index = document.textOf(at).indexOf(word);
      const letter = { frame: at.frame, start: at.start + index, end: at.start + index + 1 };
      return index < 0 ? [] : [{ range: document.range(letter), text: word.charAt(0).toUpperCase() }];
    },
  };
}
