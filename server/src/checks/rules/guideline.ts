import type { LabelSpace } from '../../model/labelSpace';
import type { ResolvedProtocol, ResolvedTaxonomy } from '../../workspace/workspace';
import { isId } from '../ids';
import type { Candidate } from '../nearest';
import { candidateOf, nearest, nearestOf } from '../nearest';

/** The labels that a guideline may name; nothing when its taxonomy cannot be read. */
export function spaceOf(guideline: ResolvedTaxonomy | ResolvedProtocol): LabelSpace | undefined {
  return guideline.kind === 'taxonomy' ? guideline.space : guideline.taxonomy?.space;
}

/** The id that was probably meant by a misspelt one; never one that is no id itself. */
export function nearestId(word: string, ids: Iterable<string>): string | undefined {
  return nearest(word, [...ids].filter(isId));
}

const words = new WeakMap<LabelSpace, readonly Candidate[]>();

/** The label that was probably meant by a misspelt id. */
export function nearestLabel(word: string, space: LabelSpace): string | undefined {
  let candidates = words.get(space);
  if (!candidates) words.set(space, (candidates = [...space.labels.keys()].filter(isId).map(candidateOf)));
  return nearestOf(word, candidates);
}
