import type { LabelKey } from './annotation';

/** What is needed of a label to find it by what an annotation file calls it. */
export interface MatchableLabel {
  readonly id: string;
  readonly name?: string;
  /** Other names: synonyms, and aliases where these are not given apart. */
  readonly names?: readonly string[];
  /** Ids, names or numbers that it has in other tools. */
  readonly aliases?: readonly string[];
  /** Codes that mean it exactly: `SCT:39607008`. */
  readonly codes?: readonly string[];
  /** Pixel value in a mask. */
  readonly value?: number;
}

export interface LabelMatch {
  readonly id: string;
  readonly by: 'id' | 'alias' | 'name' | 'synonym' | 'value' | 'code';
  /** Other labels that have the value as well and may be meant just as well. */
  readonly others?: readonly string[];
}

/**
 * The label that an annotation file means: by id, else by alias, name, synonym, code. A number counts only where the file
 * gives no name (a mask): the numbers of COCO's categories are the file's own. A code counts only where one label alone has
 * it: left and right share theirs. Case, hyphens and spaces make no difference in names. Labels of several layers may have
 * one value: those of `likely` are preferred then, groups of ids, the likeliest first.
 */
export function matchLabel(
  key: LabelKey,
  labels: readonly MatchableLabel[],
  likely: readonly (readonly string[])[] = [],
): LabelMatch | undefined {
  const { name, number, codes = [] } = key;
  const plain = simplified(name);
  const find = (by: LabelMatch['by'], fits: (label: MatchableLabel) => boolean): LabelMatch | undefined => {
    const label = labels.find(fits);
    return label && { id: label.id, by };
  };
  const unnamed = plain === '' || (number !== undefined && plain === String(number));
  const byAlias = () => find('alias', ({ aliases }) => name !== '' && (aliases?.includes(name) ?? false));
  if (unnamed) {
    return matchValue(number, labels, likely) ?? byAlias() ?? matchCode(codes, labels);
  }
  const same = (text: string | undefined) => text !== undefined && simplified(text) === plain;
  return (
    find('id', ({ id }) => id === name) ??
    byAlias() ??
    find('id', ({ id }) => same(id)) ??
    find('name', (label) => same(label.name)) ??
    find('synonym', ({ names }) => names?.some(same) ?? false) ??
    matchCode(codes, labels)
  );
}

function matchValue(
  number: number | undefined,
  labels: readonly MatchableLabel[],
  likely: readonly (readonly string[])[],
): LabelMatch | undefined {
  let ids = labels.flatMap(({ id, value }) => (number !== undefined && value === number ? [id] : []));
  for (const group of likely) {
    if (ids.length < 2) break;
    const preferred = ids.filter((id) => group.includes(id));
    if (preferred.length > 0) ids = preferred;
  }
  const [id, ...others] = ids;
  return id === undefined ? undefined : { id, by: 'value', ...(others.length > 0 && { others }) };
}

function matchCode(codes: readonly string[], labels: readonly MatchableLabel[]): LabelMatch | undefined {
  for (const code of codes) {
    const [label, ...others] = labels.filter((one) => one.codes?.includes(code));
    if (label && others.length === 0) return { id: label.id, by: 'code' };
  }
  return undefined;
}

function simplified(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}
