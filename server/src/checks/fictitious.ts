import { readTexts } from '../model/read';
import { matchesGlob } from '../workspace/glob';
import type { YamlNode } from '../yaml/node';
import { keyText, valueAt } from '../yaml/node';

/** Values in DICOM headers that are made up, by the keyword of the attribute; `*` stands for any characters. */
export type Fictitious = ReadonlyMap<string, readonly string[]>;

/** The made-up values that `labelwright.yaml` lists. */
export function readFictitious(root: YamlNode): Fictitious {
  const map = valueAt(root, 'fictitious');
  const entries = map?.kind === 'map' ? map.entries : [];
  return new Map(entries.map((entry) => [keyText(entry), readTexts(entry.value).map(({ text }) => text)]));
}

/** Whether a value of an attribute is listed as made up. */
export function isFictitious(fictitious: Fictitious, keyword: string, value: string): boolean {
  // Values are no paths: a `/` in them is a character like any other.
  const flat = (text: string) => text.replaceAll('/', '|');
  return fictitious.get(keyword)?.some((pattern) => matchesGlob(flat(value), flat(pattern))) ?? false;
}
