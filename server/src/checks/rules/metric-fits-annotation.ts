import type { Geometry } from '../../model/taxonomy';
import type { ResolvedProtocol } from '../../workspace/workspace';
import { replaceFix } from '../fixes';
import type { ProtocolRule } from '../rule';
import { counted, quoted } from '../words';
import { protocolExample } from './examples';
import type { Scale } from './metrics';
import { metricNamed, recommended, scaleOfGeometry } from './metrics';

export const metricFitsAnnotation: ProtocolRule = {
  id: 'metric-fits-annotation',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'A measure of agreement fits what is annotated (areas, boxes, points, classes, grades, numbers) and the number of readers.',
    why: 'Dice of a box or kappa of single pixels says nothing about agreement, and Cohen’s kappa is defined for two readers (Metrics Reloaded; PMC10973739). Agreement is asked for by CLAIM-2024 item 18, GRRAS and the FDA draft guidance of January 2025, section VIII.',
    invalid: protocolExample('agreement: {places: {labels: [nodule], metric: dice}}'),
    valid: protocolExample('agreement: {places: {labels: [nodule], metric: f1}}'),
  },
  *check(guideline) {
    const readers = mostReaders(guideline);
    for (const { labels, metric } of guideline.protocol.agreement.values()) {
      const known = metric && metricNamed(metric.text);
      if (!known) continue;
      const fix = (name: string) =>
        name === metric.text ? [] : [replaceFix(`Change to “${name}”`, metric.node, name)];
      const odd = labels
        .map(({ text }) => subjectOf(guideline, text))
        .find((it) => it && !it.scales.some((scale) => known.fits.includes(scale)));
      if (odd) {
        const [two, more] = recommended[odd.scales[0] ?? 'class'];
        const better = readers > 2 ? more : two;
        yield {
          at: metric.node,
          message: `${quoted(metric.text)} does not fit “${odd.name}”, which is ${odd.words}. Use one such as “${better}”.`,
          fixes: fix(better),
        };
      } else if (known.two && readers > 2) {
        const more = recommended[known.fits[0] ?? 'class'][1];
        yield {
          at: metric.node,
          message: `${quoted(metric.text)} compares two readers, and each case has ${counted(readers, 'reader')}. Use one such as “${more}”.`,
          fixes: fix(more),
        };
      }
    }
  },
};

interface Subject {
  readonly name: string;
  readonly scales: readonly Scale[];
  /** What it is, for the message. */
  readonly words: string;
}

/** What a label or `label.attribute` is measured by; nothing when the guideline does not say how it is annotated. */
function subjectOf({ protocol, taxonomy }: ResolvedProtocol, name: string): Subject | undefined {
  const [id = '', attribute] = name.split('.');
  const effective = taxonomy?.space.effective(id);
  if (!effective) return undefined;
  if (attribute !== undefined) return ofAttribute(name, effective.attributes.get(attribute)?.type);
  const geometry = protocol.labels?.get(id)?.geometry?.map(({ text }) => text as Geometry) ?? effective.geometry;
  const scales = (geometry ?? []).flatMap((item) => scaleOfGeometry(item) ?? []);
  if (!geometry || scales.length === 0) return undefined;
  // Where a reader says whether a finding is there, agreement on that is agreement on a class.
  if (effective.presence && !scales.includes('class')) scales.push('class');
  return { name, scales, words: `marked by ${geometry.join(' or ')}` };
}

function ofAttribute(name: string, type: string | undefined): Subject | undefined {
  if (type === 'choice' || type === 'boolean') return { name, scales: ['class'], words: 'a class' };
  if (type === 'ordinal') return { name, scales: ['grade'], words: 'a grade' };
  if (type === 'number' || type === 'integer') return { name, scales: ['number'], words: 'a number' };
  return undefined;
}

function mostReaders({ protocol }: ResolvedProtocol): number {
  const counts = [...protocol.workflow.values()].map(({ stage, readers }) => (stage === 'read' ? (readers ?? 1) : 0));
  return Math.max(0, ...counts);
}
