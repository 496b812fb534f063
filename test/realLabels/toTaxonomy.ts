import { stringify } from 'yaml';
import { idFromText } from '../../server/src/checks/words';
import type { ForeignAttribute, LabelList } from './label';

/** A taxonomy of ours with the labels of another tool, and nothing that is not in its list. */
export function toTaxonomy({ title, labels }: LabelList): string {
  const ids = new Set<string>();
  const entries = labels.map(({ name, value, color, definition, geometry, keypoints, dicom, attributes }) => [
    uniqueId(name, ids),
    {
      name,
      ...(definition && { definition }),
      ...(dicom && Object.keys(dicom).length > 0 && codesOf(dicom)),
      ...(color && { color }),
      ...(value !== undefined && value > 0 && { value }),
      ...(geometry && geometry.length > 0 && { geometry }),
      ...(keypoints && keypoints.length > 0 && { keypoints }),
      ...(attributes && attributes.length > 0 && { attributes: attributesOf(attributes) }),
    },
  ]);
  const head = { taxonomy: idFromText(title) ?? 'labels', version: '1.0.0', title, status: 'draft', language: 'en' };
  return stringify({ ...head, labels: Object.fromEntries(entries) as object }, { lineWidth: 0 });
}

function codesOf(dicom: Readonly<Record<string, string>>) {
  const { type } = dicom;
  return { ...(type && { codes: [type] }), dicom };
}

function attributesOf(attributes: readonly ForeignAttribute[]) {
  const ids = new Set<string>();
  return Object.fromEntries(
    attributes.map(({ name, values, ...rest }) => [uniqueId(name, ids), { name, ...rest, ...(values && { values }) }]),
  ) as object;
}

/** An id made of a name; a number behind it where there is one already. */
function uniqueId(name: string, ids: Set<string>): string {
  const base = idFromText(name) ?? idFromText(`label-${name}`) ?? 'label';
  let id = base;
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`;
  ids.add(id);
  return id;
}
