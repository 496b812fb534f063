import { entryOf } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { listed } from '../words';
import { annotatedLabels } from './annotated';
import { protocolExample } from './examples';

export const labelNeedsSample: ProtocolRule = {
  id: 'label-needs-sample',
  family: 'samples',
  level: 'hint',
  scope: 'protocol',
  docs: {
    what: 'Where a protocol has samples, each label that is annotated is shown by one, or is what one is about.',
    why: 'A reader learns a finding from an image sooner than from a sentence. Instructions and training are asked for by BIAS and the FDA draft guidance of January 2025, section VIII.',
    invalid: {
      ...protocolExample(`
labels: [nodule, pneumothorax]
samples:
  typical: {image: nodule.png, shows: [nodule]}
`),
      'nodule.png': '',
    },
    valid: {
      ...protocolExample(`
labels: [nodule]
samples:
  typical: {image: nodule.png, shows: [nodule]}
`),
      'nodule.png': '',
    },
  },
  check(guideline) {
    const found: Finding[] = [];
    const { protocol, taxonomy } = guideline;
    const samples = entryOf(protocol.document.root, 'samples');
    if (!samples || !taxonomy || protocol.samples.size === 0) return found;
    const shown = new Set(
      [...protocol.samples.values()]
        .flatMap(({ shows, about }) => [...shows, ...about])
        .flatMap(({ text }) => taxonomy.space.expand(text)),
    );
    const missing = annotatedLabels(guideline).filter((id) => !shown.has(id));
    if (missing.length === 0) return found;
    const few = missing.slice(0, 5).map((id) => `“${id}”`);
    const words = missing.length > 5 ? `${few.join(', ')} and ${missing.length - 5} more` : listed(few, 'and');
    found.push({
      at: samples.key,
      message: `No sample shows ${words}. Add one for each, as readers learn from images.`,
    });
    return found;
  },
};
