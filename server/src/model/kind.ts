import type { YamlDocument } from '../yaml/document';
import { keyText } from '../yaml/node';

/** What a file is: a taxonomy, a protocol, or the workspace's `labelwright.yaml`. */
export type GuidelineKind = 'taxonomy' | 'protocol' | 'config';

const names: [RegExp, GuidelineKind][] = [
  [/\.taxonomy\.ya?ml$/i, 'taxonomy'],
  [/\.protocol\.ya?ml$/i, 'protocol'],
  [/(^|[\\/])labelwright\.ya?ml$/i, 'config'],
];

const modeline = /^#\s*yaml-language-server:\s*\$schema=\S*\b(taxonomy|protocol|config)\.schema\.json/m;

/** The kind that a file's name tells, if it tells one. */
export function kindOfName(name: string): GuidelineKind | undefined {
  return names.find(([pattern]) => pattern.test(name))?.[1];
}

/** The kind of a document: by its name, by its first key, or by a modeline in the comments before it. */
export function kindOf(name: string, document: YamlDocument): GuidelineKind | undefined {
  const byName = kindOfName(name);
  if (byName) return byName;
  if (document.root.kind === 'map') {
    const first = document.root.entries[0];
    const key = first && keyText(first);
    if (key === 'taxonomy' || key === 'protocol') return key;
  }
  return modeline.exec(document.text.slice(0, 2000))?.[1] as GuidelineKind | undefined;
}
