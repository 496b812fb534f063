import type { Code } from '../../model/code';
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

/** Whether a code says exactly what a label is. */
export function isExact({ match, system }: Code): boolean {
  return match === 'exact' && system !== '';
}

/** A code with the modifiers of a label that narrow it. */
export function narrowedCode(code: Code, { modifiers }: Inherited): string {
  return `${codeKey(code)} ${modifiers}`;
}

/**
 * Whether a label needs a definition and has none. Groups, labels out of use, and what a parent and a side or region define
 * together need none.
 */
export function lacksDefinition({ node, abstract, deprecated, definition, parents, dicom }: Label): boolean {
  if (definition !== undefined || node.kind !== 'map' || abstract || deprecated) return false;
  return parents.length === 0 || !(['typeModifier', 'region', 'regionModifier'] as const).some((key) => dicom.has(key));
}

/** What labels of one group share; `layer`: a layer in which they have a colour. */
export type GroupKind =
  'name' | 'code' | 'undefined' | 'definition' | 'alias' | 'translated' | 'value' | 'ignored' | 'layer' | 'colour';

/** Tells the groups of labels that a label is in, by what they must not share: names, codes, values, colours. One may be told twice. */
export function tellGroups(label: Label, inherited: Inherited, tell: (kind: GroupKind, key: string) => void): void {
  const { layer } = inherited;
  const { color, value, abstract, definition, translations, alias } = label;
  const inUse = !label.deprecated;
  if (inUse) {
    if (label.name !== undefined) tell('name', nameKey(label.name));
    for (const { text } of label.synonyms) tell('name', nameKey(text));
    for (const code of label.codes) if (isExact(code)) tell('code', narrowedCode(code, inherited));
    if (definition !== undefined) tell('definition', nameKey(definition));
    if (alias.size > 0) for (const [tool, id] of alias) tell('alias', aliasKey(tool, id));
    if (translations.size > 0) {
      for (const [language, { name }] of translations) {
        if (name !== undefined) tell('translated', translatedKey(language, name));
      }
    }
    if (!abstract && label.ignore) tell('ignored', layer);
    if (!abstract && color) {
      tell('layer', layer);
      tell('colour', colourKey(layer, color));
    }
  }
  if (lacksDefinition(label)) tell('undefined', '');
  if (value !== undefined) tell('value', valueKey(layer, value));
}

export function aliasKey(tool: string, id: string): string {
  return `${tool} ${id}`;
}

export function translatedKey(language: string, name: string): string {
  return `${language} ${nameKey(name)}`;
}

export function valueKey(layer: string, value: number): string {
  return `${value} ${layer}`;
}

export function colourKey(layer: string, colour: string): string {
  return `${colour}\0${layer}`;
}

export function layerOfColour(key: string): string {
  return key.slice(key.indexOf('\0') + 1);
}

export function layerOfValue(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}
