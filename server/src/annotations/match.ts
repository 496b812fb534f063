import type { LabelKey } from './annotation';

/** What is needed of a label to find it by what an annotation file calls it. */
export interface MatchableLabel {
  readonly id: string;
  readonly name?: string;
  /** Other names: synonyms, and aliases where these are not given apart. */
  readonly names?: readonly string[];
  /** Ids, names or numbers that it has in other tools. */
  readonly aliases?: readonly string[];
  /** Pixel value in a mask. */
  readonly value?: number;
}

export interface LabelMatch {
  readonly id: string;
  readonly by: 'id' | 'alias' | 'name' | 'synonym' | 'value';
}

/**
 * The label that an annotation file means: by id, else by alias, name, synonym. A number counts only where the file gives
 * no name (a mask): the numbers of COCO's categories are the file's own. Case, hyphens and spaces make no difference in names.
 */
export function matchLabel(key: LabelKey, labels: readonly MatchableLabel[]): LabelMatch | undefined {
  const { name, number } = key;
  const plain = simplified(name);
  const find = (by: LabelMatch['by'], fits: (label: MatchableLabel) => boolean): LabelMatch | undefined => {
    const label = labels.find(fits);
    return label && { id: label.id, by };
  };
  const unnamed = plain === '' || (number !== undefined && plain === String(number));
  if (unnamed) return number === undefined ? undefined : find('value', ({ value }) => value === number);
  const same = (text: string | undefined) => text !== undefined && simplified(text) === plain;
  return (
    find('id', ({ id }) => id === name) ??
    find('alias', ({ aliases }) => aliases?.includes(name) ?? false) ??
    find('id', ({ id }) => same(id)) ??
    find('name', (label) => same(label.name)) ??
    find('synonym', ({ names }) => names?.some(same) ?? false)
  );
}

function simplified(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}
