import type { ResolvedProtocol, ResolvedTaxonomy } from '../workspace/workspace';
import { isIncomplete } from './brokenPlaces';

/** Whether labels or attributes may be missing that its writer has written: in lines or imports that could not be read. */
export function hasUnreadLabels(guideline: ResolvedTaxonomy | ResolvedProtocol): boolean {
  const taxonomy = guideline.kind === 'taxonomy' ? guideline : guideline.taxonomy;
  if (!taxonomy) return true;
  const missing = taxonomy.imports.some((reference) => reference.missing !== undefined);
  return missing || taxonomy.space.members.some((member) => isIncomplete(member.taxonomy.document));
}
