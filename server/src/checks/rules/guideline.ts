import type { EffectiveLabel } from '../../model/effective';
import type { LabelSpace, SpaceLabel } from '../../model/labelSpace';
import type { Label } from '../../model/taxonomy';
import type { ResolvedProtocol, ResolvedTaxonomy } from '../../workspace/workspace';
import { isIncomplete } from '../brokenPlaces';
import { nearest } from '../nearest';

/** The labels that a guideline may name; nothing when its taxonomy cannot be read. */
export function spaceOf(guideline: ResolvedTaxonomy | ResolvedProtocol): LabelSpace | undefined {
  return guideline.kind === 'taxonomy' ? guideline.space : guideline.taxonomy?.space;
}

/** The labels that the taxonomy itself defines, without imported ones. */
export function ownLabels({ taxonomy }: ResolvedTaxonomy): Iterable<Label> {
  return taxonomy.labels.values();
}

/** Whether a label stands in the file under check, so that a finding can be shown at it. */
export function isOwn({ file }: ResolvedTaxonomy, { uri }: SpaceLabel): boolean {
  return uri === file.uri;
}

/** Labels as they count, with what they inherit, in the order of their files. */
export function* effectiveLabels(space: LabelSpace): Iterable<{ entry: SpaceLabel; effective: EffectiveLabel }> {
  for (const [id, entry] of space.labels) {
    const effective = space.effective(id);
    if (effective) yield { entry, effective };
  }
}

/** Whether labels or attributes may be missing that its writer has written: in lines or imports that could not be read. */
export function hasUnreadLabels(guideline: ResolvedTaxonomy | ResolvedProtocol): boolean {
  const taxonomy = guideline.kind === 'taxonomy' ? guideline : guideline.taxonomy;
  if (!taxonomy) return true;
  const missing = taxonomy.imports.some((reference) => reference.missing !== undefined);
  return missing || taxonomy.space.members.some((member) => isIncomplete(member.taxonomy.document));
}

/** The id that was probably meant by a misspelt one; never one that is no id itself. */
export function nearestId(word: string, ids: Iterable<string>): string | undefined {
  return nearest(word, [...ids].filter(isId));
}

/** Whether a text is written as an id; where it is not, the check of form says so, and a rule need not look it up. */
export function isId(text: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
}
