import type { Geometry } from '../../model/taxonomy';
import type { ResolvedProtocol } from '../../workspace/workspace';
import type { Scale } from './metrics';
import { scaleOfGeometry } from './metrics';

/** What a measure of agreement speaks of. */
export interface Subject {
  readonly name: string;
  readonly scales: readonly Scale[];
  /** What it is, for the message. */
  readonly words: string;
}

/** What a label or `label.attribute` is measured by; nothing when the guideline does not say how it is annotated. */
export function subjectOf({ protocol, taxonomy }: ResolvedProtocol, name: string): Subject | undefined {
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

/** How many readers see one case, at most. */
export function mostReaders({ protocol }: ResolvedProtocol): number {
  const counts = [...protocol.workflow.values()].map(({ stage, readers }) => (stage === 'read' ? (readers ?? 1) : 0));
  return Math.max(0, ...counts);
}
