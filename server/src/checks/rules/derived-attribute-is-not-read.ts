import { entryOf } from '../../yaml/node';
import { removeFix } from '../fixes';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { ofAttributes } from './attributes';
import { taxonomyExample } from './examples';

const example = (required: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    attributes:
      diameter: {type: number, unit: mm}
      volume: {type: number, unit: mm3, derivedFrom: [diameter]${required}}
`);

export const derivedAttributeIsNotRead: LabelRule = {
  id: 'derived-attribute-is-not-read',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  docs: {
    what: 'An attribute that is computed from others (`derivedFrom`) is not asked of readers: it is not `required`, and has no default.',
    why: 'What is both computed and entered can differ, and nobody knows which of the two counts.',
    invalid: example(', required: true'),
    valid: example(''),
  },
  ...ofAttributes(['attributes.derivedFrom'], function ({ id, derivedFrom, required, node }) {
    const found: Finding[] = [];
    if (derivedFrom.length === 0 || node?.kind !== 'map') return found;
    for (const key of ['required', 'default']) {
      const entry = entryOf(node, key);
      if (!entry || (key === 'required' && !required)) continue;
      found.push({
        at: entry.key,
        message: `“${id}” is computed from ${derivedFrom.map(({ text }) => `“${text}”`).join(', ')}, so that no reader enters it. Remove “${key}”.`,
        fixes: [removeFix(`Remove “${key}”`, node, entry)],
      });
    }
    return found;
  }),
};
