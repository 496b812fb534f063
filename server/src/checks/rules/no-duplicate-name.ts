import type { Located } from '../../model/read';
import type { Label } from '../../model/taxonomy';
import { entryOf, valueAt } from '../../yaml/node';
import type { Span } from '../../yaml/node';
import { removeFix, removeItemFix } from '../fixes';
import { nameKey } from '../across/shared';
import { repeats } from '../repeats';
import type { Finding, Fix } from '../problem';
import type { AcrossRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';

export const noDuplicateName: AcrossRule = {
  id: 'no-duplicate-name',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  docs: {
    what: 'A name or synonym belongs to one label only, and a label does not repeat its name among its synonyms. Case makes no difference; labels out of use do not count.',
    why: 'A reader who hears the name must know which label is meant, and so must a program that matches by name. qSKOS calls it overlapping labels; ROBOT reports duplicates as errors.',
    invalid: taxonomyExample(`
labels:
  effusion:
    name: Pleural effusion
    definition: Fluid in the pleural space.
    synonyms: [Effusion]
  pericardial-effusion:
    name: Pericardial effusion
    definition: Fluid around the heart.
    synonyms: [effusion]
`),
    valid: taxonomyExample(`
labels:
  effusion:
    name: Pleural effusion
    definition: Fluid in the pleural space.
    synonyms: [Effusion]
  pericardial-effusion:
    name: Pericardial effusion
    definition: Fluid around the heart.
`),
  },
  check(label, view) {
    const found: Finding[] = [];
    if (label.deprecated) return found;
    const names = label.name === undefined ? [] : [label.name];
    for (const { text } of label.synonyms) names.push(text);
    const own = repeats(names.map(nameKey));
    for (let index = 0; index < names.length; index++) {
      const text = names[index] as string;
      const other = view.firstNamed(text) ?? label.id;
      if (other === label.id && !own.includes(index)) continue;
      const synonym = label.synonyms[index - names.length + label.synonyms.length];
      const at = synonym?.node ?? valueAt(label.node, 'name');
      if (at) found.push(finding(label, other, text, at, synonym));
    }
    return found;
  },
};

function finding(label: Label, other: string, text: string, at: Span, synonym: Located | undefined): Finding {
  const message =
    other === label.id
      ? `${quoted(text)} is a name of “${label.id}” already. Remove it here.`
      : `${quoted(text)} is also a name of “${other}”. Give each label names of its own.`;
  const fix = synonym && removeSynonym(label, synonym);
  return { at, message, fixes: fix ? [fix] : [] };
}

function removeSynonym({ node, synonyms }: Label, { text, node: item }: Located): Fix | undefined {
  const entry = entryOf(node, 'synonyms');
  if (entry?.value.kind !== 'list' || node.kind !== 'map') return undefined;
  const title = `Remove the synonym ${quoted(text)}`;
  if (synonyms.length === 1) return removeFix(title, node, entry);
  return removeItemFix(title, entry.value.items, item, entry.value.style === 'flow');
}
