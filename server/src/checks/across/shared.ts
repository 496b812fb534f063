import { codeKey } from '../../model/code';
import type { Label } from '../../model/label';
import type { Inherited } from './inherited';

/** Most names: ASCII words with single spaces. */
const isPlain = /^[!-~]+(?: [!-~]+)*$/;

/** A name as it is compared: case and white space make no difference. */
export function nameKey(name: string): string {
  // A pattern with repeated parts needs stack for each of them.
  if (name.length < 500 && isPlain.test(name)) return name.toLowerCase();
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The exact codes of a label, each with the modifiers that narrow it. */
export function codesOf(label: Label, { modifiers }: Inherited): { key: string; code: Label['codes'][number] }[] {
  return label.codes.flatMap((code) =>
    code.match === 'exact' && code.system !== '' ? [{ key: `${codeKey(code)} ${modifiers}`, code }] : [],
  );
}

/**
 * Whether a label needs a definition and has none. Groups, labels out of use, and what a parent and a side or region define
 * together need none.
 */
export function lacksDefinition({ node, abstract, deprecated, definition, parents, dicom }: Label): boolean {
  if (definition !== undefined || node.kind !== 'map' || abstract || deprecated) return false;
  return parents.length === 0 || !(['typeModifier', 'region', 'regionModifier'] as const).some((key) => dicom.has(key));
}

/** The groups of labels that a label is in, by what they must not share: names, codes, values, colours. */
export function groupsOf(label: Label, inherited: Inherited): Set<string> {
  const { layer } = inherited;
  const { color, value, abstract, definition, translations, alias } = label;
  const groups = new Set<string>();
  const inUse = !label.deprecated;
  if (inUse && label.name !== undefined) groups.add(`name ${nameKey(label.name)}`);
  if (inUse) for (const { text } of label.synonyms) groups.add(`name ${nameKey(text)}`);
  if (inUse) for (const { key } of codesOf(label, inherited)) groups.add(`code ${key}`);
  if (lacksDefinition(label)) groups.add('undefined ');
  if (inUse && definition !== undefined) groups.add(`definition ${nameKey(definition)}`);
  if (inUse && alias.size > 0) for (const [tool, id] of alias) groups.add(`alias ${tool} ${id}`);
  if (inUse && translations.size > 0) {
    for (const [language, { name }] of translations) {
      if (name !== undefined) groups.add(`translated ${language} ${nameKey(name)}`);
    }
  }
  if (value !== undefined) groups.add(valueGroup(layer, value));
  if (inUse && !abstract && label.ignore) groups.add(`ignored ${layer}`);
  if (inUse && !abstract && color) groups.add(layerGroup(layer)).add(colourGroup(layer, color));
  return groups;
}

export function valueGroup(layer: string, value: number): string {
  return `value ${value} ${layer}`;
}

export function colourGroup(layer: string, colour: string): string {
  return `colour ${colour}\0${layer}`;
}

/** The labels of a layer that have a colour. */
export function layerGroup(layer: string): string {
  return `layer ${layer}`;
}

export function layerOfColour(group: string): string {
  return group.slice(group.indexOf('\0') + 1);
}

export function layerOfValue(group: string): string {
  return group.slice(group.indexOf(' ', 'value '.length) + 1);
}
