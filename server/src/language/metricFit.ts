import { mostReaders, subjectOf } from '../checks/rules/measured';
import { metricNamed } from '../checks/rules/metrics';
import { readTexts } from '../model/read';
import { valueAt } from '../yaml/node';
import type { Suggestion } from './completionItem';
import type { Guideline } from './guideline';
import type { DocumentPath } from './schemaAt';
import { metricUse } from './valueWords';

/** Measures of agreement, those that fit all that is measured first, each with what it is for. */
export function metricsByFit(
  guideline: Guideline,
  path: DocumentPath,
  metrics: readonly Suggestion[],
): Suggestion[] | undefined {
  if (guideline.kind !== 'protocol') return undefined;
  const measured = readTexts(valueAt(guideline.file.document.root, ...path.slice(0, -1), 'labels'))
    .map(({ text }) => subjectOf(guideline, text)?.scales ?? [])
    .filter((scales) => scales.length > 0);
  const readers = mostReaders(guideline);

  /** 0 fits, 1 fits but for the number of readers, 2 does not fit. */
  const rank = (name: string) => {
    const metric = metricNamed(name);
    if (!metric || !measured.every((scales) => scales.some((scale) => metric.fits.includes(scale)))) return 2;
    return metric.two && readers > 2 ? 1 : 0;
  };
  return metrics
    .map((one) => ({ one: { ...one, detail: metricUse(one.label) }, rank: rank(one.label) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}
