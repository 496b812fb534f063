import { documentReferences } from '../../model/references';
import { entryOf } from '../../yaml/node';
import type { Span, YamlMap } from '../../yaml/node';
import { insertAfterFix } from '../fixes';
import type { Finding, Fix } from '../problem';
import type { ProtocolRule } from '../rule';
import { isIncomplete } from '../brokenPlaces';
import { protocolExample } from './examples';

const example = (labels: string) =>
  protocolExample(`
labels:
${labels}agreement:
  places: {labels: [nodule], metric: f1, minimum: 0.8, rationale: Pilot of 50 cases.}
`);

export const labelIsAnnotatedHere: ProtocolRule = {
  id: 'label-is-annotated-here',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'The labels that agreement, decisions, stages, feedback, follow-up and instructions speak of are among those that the protocol has annotated (`labels`).',
    why: 'Nobody marks a label that is not asked for: an agreement on it is never measured, and a rule for it never applied. Agreement is asked for by CLAIM-2024 item 18.',
    invalid: example('  pneumothorax: {}\n'),
    valid: example('  pneumothorax: {}\n  nodule: {}\n'),
  },
  check({ protocol, taxonomy }) {
    const found: Finding[] = [];
    const { labels, document } = protocol;
    const space = taxonomy?.space;
    if (!labels || labels.size === 0 || !space || isIncomplete(document)) return found;
    const annotated = new Set([...labels.keys()].flatMap((id) => [id, ...space.expand(id)]));
    const block = entryOf(document.root, 'labels')?.value;
    const told = new Set<string>();
    // Samples may show, and instructions may name, what is not annotated.
    const besides = placesOf(document.root, ['labels', 'samples', 'instructions']);
    for (const { kind, id, at, open } of documentReferences('protocol', document)) {
      if ((kind !== 'label' && kind !== 'label-or-attribute') || open || told.has(id) || !space.labels.has(id))
        continue;
      if (besides.some(({ frame, start, end }) => frame === at.frame && start <= at.start && at.end <= end)) continue;
      if (annotated.has(id) || space.expand(id).some((below) => annotated.has(below))) continue;
      told.add(id);
      found.push({
        at,
        message: `“${id}” is not among the labels that this protocol has annotated. Add it under “labels”, or take it out here.`,
        fixes: block?.kind === 'map' && block.style === 'block' ? addLabel(block, id) : [],
      });
    }
    return found;
  },
};

function addLabel(block: YamlMap, id: string): Fix[] {
  const last = block.entries[block.entries.length - 1];
  return last ? [insertAfterFix(`Have “${id}” annotated`, last, `${id}: {}`)] : [];
}

function placesOf(root: Parameters<typeof entryOf>[0], keys: readonly string[]): Span[] {
  return keys.flatMap((key) => entryOf(root, key)?.value ?? []);
}
