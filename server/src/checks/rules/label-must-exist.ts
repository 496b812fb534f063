import { documentReferences } from '../../model/references';
import { replaceFix } from '../fixes';
import type { GuidelineRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';
import { hasUnreadLabels, isId, nearestId, spaceOf } from './guideline';

export const labelMustExist: GuidelineRule = {
  id: 'label-must-exist',
  family: 'taxonomy',
  level: 'error',
  scope: 'guideline',
  docs: {
    what: 'Wherever a taxonomy or a protocol names a label, that label exists in the taxonomy or in what it imports.',
    why:
      'A name that leads nowhere is a rule for nothing: an agreement that is not measured, a parent that passes nothing on. ' +
      'Terminology checkers (qSKOS, ROBOT) report dangling references as errors, too.',
    invalid: taxonomyExample(`
labels:
  finding: {name: Finding, abstract: true}
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    parent: findng
`),
    valid: taxonomyExample(`
labels:
  finding: {name: Finding, abstract: true}
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    parent: finding
`),
  },
  *check(guideline) {
    const space = spaceOf(guideline);
    // A label may stand in the part that could not be read.
    if (!space || hasUnreadLabels(guideline)) return;
    for (const { kind, id, at, open } of documentReferences(guideline.kind, guideline.file.document)) {
      if ((kind !== 'label' && kind !== 'label-or-attribute') || open || !isId(id) || space.labels.has(id)) continue;
      const meant = nearestId(id, space.labels.keys());
      yield {
        at,
        message: `There is no label ${quoted(id)}.${meant ? ` Did you mean “${meant}”?` : ' Define it under “labels”, or name another.'}`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, at, meant, true)] : [],
      };
    }
  },
};
