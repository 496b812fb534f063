import { entryOf } from '../../yaml/node';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const words: Record<string, string> = { presence: 'what may be said of it (“presence”)' };

export const parentsAgree: AcrossRule = {
  id: 'parents-agree',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['parent'],
  docs: {
    what: 'A label with several parents inherits the same scope, layer, presence and side from each, or says it itself.',
    why: 'Otherwise the order of the parents would decide what the label means, and nobody reads it from that.',
    invalid: taxonomyExample(`
labels:
  pleural: {name: Pleural finding, definition: An abnormality of the pleura., layer: pleura}
  acute: {name: Acute finding, definition: A finding that needs to be treated at once., layer: findings}
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    parent: [pleural, acute]
`),
    valid: taxonomyExample(`
labels:
  pleural: {name: Pleural finding, definition: An abnormality of the pleura., layer: pleura}
  acute: {name: Acute finding, definition: A finding that needs to be treated at once., layer: findings}
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    parent: [pleural, acute]
    layer: pleura
`),
  },
  check(label, view) {
    const found: Finding[] = [];
    if (label.parents.length < 2) return found;
    for (const { key, parents } of view.inherited(label.id)?.conflicts ?? []) {
      if (entryOf(label.node, key)) continue;
      found.push({
        at: entryOf(label.node, 'parent')?.value ?? label.key,
        message: `The parents “${parents[0]}” and “${parents[1]}” of “${label.id}” differ in ${words[key] ?? `“${key}”`}. Say under “${label.id}” what holds.`,
      });
    }
    return found;
  },
};
