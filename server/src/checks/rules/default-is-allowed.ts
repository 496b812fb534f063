import type { Attribute } from '../../model/attribute';
import { valueAt } from '../../yaml/node';
import type { AttributeSummary } from '../across/inherited';
import { asScalar, replaceFix } from '../fixes';
import { nearest } from '../nearest';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { listed, quoted } from '../words';
import { taxonomyExample } from './examples';

const example = (preset: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    attributes: {margin: {type: choice, values: [smooth, spiculated], default: ${preset}}}
`);

export const defaultIsAllowed: AcrossRule = {
  id: 'default-is-allowed',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['attributes.default'],
  docs: {
    what: 'The default of an attribute is an answer that a reader could give: one of the values of a choice, true or false of a boolean, a number of a number.',
    why: 'The default holds wherever a reader gives no answer. One that is no answer fills the data with values that nobody can read.',
    invalid: example('smoth'),
    valid: example('smooth'),
  },
  check({ id, attributes }, view) {
    const found: Finding[] = [];
    for (const attribute of attributes.values()) {
      if (attribute.default === undefined) continue;
      const known = view.inherited(id)?.attributes.get(attribute.id);
      if (known) found.push(...check(attribute, known));
    }
    return found;
  },
  outside(guideline) {
    const found: Finding[] = [];
    if (guideline.kind !== 'taxonomy') return found;
    for (const attribute of guideline.taxonomy.attributes.values()) found.push(...check(attribute, attribute));
    return found;
  },
};

function check({ id, node }: Attribute, { type, values }: AttributeSummary): Finding[] {
  const found: Finding[] = [];
  const preset = valueAt(node, 'default');
  const given = preset?.kind === 'list' ? preset.items : preset ? [preset] : [];
  for (const at of given) {
    if (at.kind !== 'scalar' || at.style === 'missing') continue;
    if ((type === 'choice' || type === 'ordinal') && values.size > 0 && !values.has(at.source)) {
      const meant = nearest(at.source, values.keys());
      found.push({
        at,
        message: `${quoted(at.source)} is no value of “${id}”. Its values are ${listed([...values.keys()], 'and')}.`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, at, asScalar(meant), true)] : [],
      });
    }
    if (type === 'boolean' && typeof at.value !== 'boolean') {
      found.push({
        at,
        message: `“${id}” is true or false, and its default is ${quoted(at.source)}. Change it to one of them.`,
      });
    }
    if ((type === 'number' || type === 'integer') && typeof at.value !== 'number') {
      found.push({
        at,
        message: `“${id}” is a number, and its default is ${quoted(at.source)}. Change it to a number.`,
      });
    }
  }
  return found;
}
