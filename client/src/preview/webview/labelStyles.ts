import type { LabelKey } from '../../../../server/src/annotations/annotation';
import { matchLabel } from '../../../../server/src/annotations/match';
import type { PreviewLabel } from '../../../../server/src/requests';
import { labelColors, neutral } from './labelColors';

/** How the annotations of one label are drawn and named. */
export interface LabelStyle {
  /** Unique: the label's id, or for what is not in the taxonomy the file's own name behind a `?`. */
  readonly key: string;
  readonly name: string;
  readonly color: string;
  /** Nothing when the label is not in the taxonomy. */
  readonly label?: PreviewLabel;
  /** Its place in the guideline, from 0; behind all where it is not in the taxonomy. */
  readonly order: number;
  /** How the file's word was matched to the label. */
  readonly by?: string;
  /** Other labels that the file's value may mean just as well. */
  readonly others?: readonly PreviewLabel[];
}

/** The style of what an annotation file names; of labels that share a value, those of `likely` are preferred. */
export type StyleOf = (key: LabelKey, likely?: readonly (readonly string[])[]) => LabelStyle;

/** Finds the style of what an annotation file names; asks for each name once. */
export function createLabelStyles(labels: readonly PreviewLabel[]): StyleOf {
  const byId = new Map(labels.map((label) => [label.id, label]));
  const colors = labelColors(labels);
  const known = new Map<string, LabelStyle>();
  return (key, likely = []) => {
    const word = JSON.stringify([key.name, key.number, key.codes, key.number === undefined ? [] : likely]);
    const style = known.get(word) ?? styleOf(key, likely);
    known.set(word, style);
    return style;
  };

  function styleOf(key: LabelKey, likely: readonly (readonly string[])[]): LabelStyle {
    const match = matchLabel(key, labels, likely);
    const label = match && byId.get(match.id);
    if (!label) return { key: `?${key.name}`, name: key.name, color: neutral, order: labels.length };
    return {
      key: label.id,
      name: label.name,
      color: colors.get(label.id) ?? neutral,
      label,
      order: labels.indexOf(label),
      by: match.by,
      others: match.others?.flatMap((id) => byId.get(id) ?? []),
    };
  }
}
