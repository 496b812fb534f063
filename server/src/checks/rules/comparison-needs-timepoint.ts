import { entryOf, keyText, valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { quoted } from '../words';
import { protocolText, taxonomyText } from './examples';
import { annotatedLabels } from './annotated';

const taxonomy = taxonomyText(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    attributes:
      diameter: {type: number, unit: mm}
      growth: {type: number, unit: mm, comparedTo: prior, derivedFrom: [diameter]}
`).replace('draft', 'approved');

const example = (images: string) => ({
  'example.protocol.yaml': protocolText(`labels: [nodule]\nimages: {${images}}`),
  'findings.taxonomy.yaml': taxonomy,
});

export const comparisonNeedsTimepoint: ProtocolRule = {
  id: 'comparison-needs-timepoint',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'Where an attribute is compared with another image or time point (`comparedTo`), the protocol has it, under `images` or under `timepoints`.',
    why: 'A change since the prior cannot be given by readers who have no prior. What readers are shown is asked for by the FDA draft guidance of January 2025, section VIII.',
    invalid: example('frontal: {modality: DX}'),
    valid: example('frontal: {modality: DX}, prior: {modality: DX, required: false}'),
  },
  check(guideline) {
    const found: Finding[] = [];
    const { protocol, taxonomy: used } = guideline;
    const { root } = protocol.document;
    const timepoints = valueAt(root, 'longitudinal', 'timepoints');
    const known = new Set([
      ...protocol.images.keys(),
      ...(timepoints?.kind === 'map' ? timepoints.entries.map(keyText) : []),
    ]);
    const told = new Set<string>();
    for (const id of annotatedLabels(guideline)) {
      for (const { id: attribute, comparedTo } of used?.space.effective(id)?.attributes.values() ?? []) {
        if (comparedTo === undefined || known.has(comparedTo) || told.has(comparedTo)) continue;
        told.add(comparedTo);
        const use = protocol.labels?.get(id);
        found.push({
          at: use?.key ?? entryOf(root, 'images')?.key ?? entryOf(root, 'taxonomy')?.key ?? root,
          message: `“${attribute}” of “${id}” is compared with ${quoted(comparedTo)}, which no reader has. Add it under “images”, or under “timepoints” of “longitudinal”.`,
        });
      }
    }
    return found;
  },
};
