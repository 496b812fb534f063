import type { MatchableLabel } from '../annotations/match';
import { codeKey } from '../model/code';
import type { Label } from '../model/label';
import type { LabelSpace } from '../model/labelSpace';

/** The labels of a guideline, to be found by what annotation files call them. */
export function matchableLabels(space: LabelSpace): MatchableLabel[] {
  return [...space.labels.values()].map(({ label }) => ({
    id: label.id,
    name: label.name,
    names: label.synonyms.map(({ text }) => text),
    aliases: [...label.alias.values()],
    codes: exactCodes(label),
    value: label.value,
  }));
}

/** The codes that mean a label exactly, and that of its type in DICOM: `SCT:39607008`. */
export function exactCodes({ codes, dicom }: Label): string[] {
  const type = dicom.get('type');
  const exact = codes.filter(({ match, system }) => match === 'exact' && system !== '');
  return [...exact, ...(type ? [type] : [])].map(codeKey);
}
