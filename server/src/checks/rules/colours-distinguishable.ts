import { valueAt } from '../../yaml/node';
import { distinguishable } from '../colours';
import type { Finding, Fix } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

export const coloursDistinguishable: AcrossRule = {
  id: 'colours-distinguishable',
  family: 'taxonomy',
  level: 'info',
  scope: 'label-in-space',
  on: ['color'],
  docs: {
    what:
      'Two labels of one layer have colours that can be told apart: a distance of at least 8 in CIEDE2000, and of at least 4 as people see ' +
      'them who lack one of the three kinds of cones. In layers of more than 120 labels only equal colours are told.',
    why:
      'Readers check masks by their colour. About one man in twelve sees red and green otherwise (simulated after Machado, Oliveira and ' +
      'Fernandes 2009). A distance of 1 can just be seen side by side; half-transparent on an image it takes several times that.',
    invalid: taxonomyExample(`
labels:
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space., color: '#e4572e'}
  effusion: {name: Effusion, definition: Fluid in the pleural space., color: '#e55a30'}
`),
    valid: taxonomyExample(`
labels:
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space., color: '#e4572e'}
  effusion: {name: Effusion, definition: Fluid in the pleural space., color: '#1f78b4'}
`),
  },
  check(label, view) {
    const findings: Finding[] = [];
    if (!label.color || label.abstract || label.deprecated) return findings;
    const found = view.likeColour(label.id);
    if (!found) return findings;
    const at = valueAt(label.node, 'color');
    if (!at) return findings;
    const layer = view.inherited(label.id)?.layer ?? '';
    const whom = found.by ? `${found.by} cannot tell` : 'nobody can tell';
    const where = layer === '' ? '' : ` in the layer “${layer}”`;
    const fix: Fix = {
      title: 'Change to a colour that can be told apart',
      edits: (document) => {
        const free = distinguishable(view.otherColours(label.id));
        return free ? [{ range: document.range(at), text: `'${free}'` }] : [];
      },
    };
    findings.push({
      at,
      message: `The colours of “${label.id}” and “${found.other}”${where} are so alike that ${whom} them apart. Change one.`,
      fixes: found.few ? [fix] : [],
    });
    return findings;
  },
};
