import { readTexts } from '../../model/read';
import { valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { listed, quoted } from '../words';
import { protocolText, taxonomyText } from './examples';

const taxonomy = taxonomyText(
  'labels:\n  nodule: {name: Nodule, definition: A rounded opacity.}',
  'modality: [CR, DX]',
).replace('draft', 'approved');

const example = (modality: string) => ({
  'example.protocol.yaml': protocolText(
    `labels: {nodule: {on: [frontal]}}\nimages: {frontal: {modality: ${modality}}}`,
  ),
  'findings.taxonomy.yaml': taxonomy,
});

export const imageFitsTaxonomy: ProtocolRule = {
  id: 'image-fits-taxonomy',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'An image that labels are marked on (`on`) is of a kind (`modality`) that the taxonomy is for. Images that are only looked at may be of any kind.',
    why: 'A definition for radiographs does not say what the finding looks like on CT. Readers would each make up their own.',
    invalid: example('CT'),
    valid: example('DX'),
  },
  check({ protocol, taxonomy: used }) {
    const found: Finding[] = [];
    const allowed = used?.taxonomy.modality.map(({ text }) => text) ?? [];
    if (allowed.length === 0) return found;
    const marked = new Set([...(protocol.labels?.values() ?? [])].flatMap(({ on }) => on.map(({ text }) => text)));
    for (const { id, node } of protocol.images.values()) {
      if (!marked.has(id)) continue;
      for (const { text, node: at } of readTexts(valueAt(node, 'modality'))) {
        if (allowed.includes(text)) continue;
        found.push({
          at,
          message: `Labels are marked on “${id}”, which is ${quoted(text)}, and the taxonomy is for ${listed(allowed, 'and')}. Change it here, or add it under “modality” there.`,
        });
      }
    }
    return found;
  },
};
