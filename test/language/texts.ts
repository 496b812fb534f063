/** A taxonomy without problems, to be changed by tests. Lines count from 0. */
export const taxonomy = `taxonomy: findings
version: 1.0.0
title: Findings
status: draft
language: en
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    color: '#e4572e'
    geometry: [mask, polygon]
    confusedWith:
      skin-fold: It runs on beyond the rib cage.
    attributes:
      width: {type: number, unit: mm}
  skin-fold:
    name: Skin fold
    definition: A fold of the skin that looks like a pleural line.
    geometry: [mask, polygon]
`;

/** A protocol over it, without problems. */
export const protocol = `protocol: reading
version: 1.0.0
title: Reading
status: draft
language: en
taxonomy: {file: findings.taxonomy.yaml, version: ~1.0.0}
labels: [pneumothorax]
purpose:
  task: segmentation
  unit: image
  intendedUse: To train a model.
  referenceStandard:
    definition: The majority of two readers.
    rationale: One reader alone misses some.
roles:
  reader: {qualification: Radiologist, count: 2}
workflow:
  first: {stage: read, role: reader, readers: 2}
  merged: {stage: merge, of: first, method: majority, atLeast: 2}
agreement:
  width: {labels: [pneumothorax.width], metric: icc, minimum: 0.75, rationale: Our pilot reached 0.8.}
instructions: |
  Mark each [[pneumothorax]].
`;

/** The place of a text in another: line and character from 0. */
export function placeOf(text: string, part: string, offset = 0): { line: number; character: number } {
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`“${part}” is not there`);
  const before = text.slice(0, at + offset);
  const line = before.split('\n').length - 1;
  return { line, character: before.length - (before.lastIndexOf('\n') + 1) };
}
