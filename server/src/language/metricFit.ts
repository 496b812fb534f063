import type { Scale } from '../checks/rules/metrics';
import { metricNamed, scaleOfGeometry } from '../checks/rules/metrics';
import { readTexts } from '../model/read';
import { valueAt } from '../yaml/node';
import type { Suggestion } from './completionItem';
import type { Guideline } from './guideline';
import { spaceOf } from './guideline';
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
    .map(({ text }) => scalesOf(guideline, text))
    .filter((scales) => scales.length > 0);
  const readers = Math.max(0, ...[...guideline.protocol.workflow.values()].map((stage) => stage.readers ?? 0));

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

/** What a label, or `label.attribute`, can be measured by; nothing where the guideline does not say how it is annotated. */
function scalesOf(guideline: Extract<Guideline, { kind: 'protocol' }>, name: string): Scale[] {
  const [id = '', attribute] = name.split('.');
  const effective = spaceOf(guideline)?.effective(id);
  if (attribute !== undefined) return scalesOfType(effective?.attributes.get(attribute)?.type);
  const used = guideline.protocol.labels?.get(id)?.geometry?.map(({ text }) => text);
  const scales = (used ?? effective?.geometry ?? []).flatMap((geometry) => scaleOfGeometry(geometry) ?? []);
  return effective?.presence && scales.length > 0 ? [...scales, 'class'] : scales;
}

function scalesOfType(type: string | undefined): Scale[] {
  if (type === 'choice' || type === 'boolean') return ['class'];
  if (type === 'ordinal') return ['grade'];
  return type === 'number' || type === 'integer' ? ['number'] : [];
}
