import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { counted, quoted } from '../words';
import { protocolExample } from './examples';
import { mostReaders, subjectOf } from './measured';
import { metricNamed, recommended } from './metrics';

export const metricFitsAnnotation: ProtocolRule = {
  id: 'metric-fits-annotation',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'A measure of agreement fits what is annotated (areas, boxes, points, classes, grades, numbers) and the number of readers.',
    why: 'Dice of a box or kappa of single pixels says nothing about agreement, and Cohen’s kappa is defined for two readers (Metrics Reloaded; PMC10973739). Agreement is asked for by CLAIM-2024 item 18, GRRAS and the FDA draft guidance of January 2025, section VIII.',
    invalid: protocolExample(
      'agreement: {places: {labels: [nodule], metric: dice, minimum: 0.8, rationale: Pilot of 50 cases.}}',
    ),
    valid: protocolExample(
      'agreement: {places: {labels: [nodule], metric: f1, minimum: 0.8, rationale: Pilot of 50 cases.}}',
    ),
  },
  check(guideline) {
    const found: Finding[] = [];
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
        found.push({
          at: metric.node,
          message: `${quoted(metric.text)} does not fit “${odd.name}”, which is ${odd.words}. Use one such as “${better}”.`,
          fixes: fix(better),
        });
      } else if (known.two && readers > 2) {
        const more = recommended[known.fits[0] ?? 'class'][1];
        found.push({
          at: metric.node,
          message: `${quoted(metric.text)} compares two readers, and each case has ${counted(readers, 'reader')}. Use one such as “${more}”.`,
          fixes: fix(more),
        });
      }
    }
    return found;
  },
};
