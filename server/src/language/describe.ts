import type { EffectiveAttribute } from '../model/effective';
import type { Attribute } from '../model/attribute';
import type { Code } from '../model/code';
import { codeKey } from '../model/code';
import type { LabelSpace } from '../model/labelSpace';
import { nameOf } from '../workspace/uris';
import { code, colorSquare, paragraphs, plain, points } from './markdown';

/**
 * A label as Markdown: what it means, what counts as it, how it is marked, its codes, and where it is defined. `since` says
 * since when its definition stands.
 */
export function describeLabel(space: LabelSpace, id: string, since?: string): string | undefined {
  const entry = space.labels.get(id);
  const effective = space.effective(id);
  if (!entry || !effective) return undefined;
  const { label, taxonomy, uri } = entry;
  const line = taxonomy.document.range(label.key).start.line + 1;
  const nameOfId = (other: string) => space.labels.get(other)?.label.name ?? other;

  return paragraphs(
    [`**${plain(label.name ?? id)}**`, code(id), colorSquare(label.color ?? '')].filter(Boolean).join(' '),
    describeDeprecation(space, id),
    label.definition && plain(label.definition),
    since && `*${plain(since)}*`,
    criteria(
      'Counts:',
      label.include.map(({ text }) => text),
    ),
    criteria(
      'Does not count:',
      label.exclude.map(({ text }) => text),
    ),
    // A line between two lists, which Markdown would make one.
    label.include.length + label.exclude.length > 0 ? 'In the taxonomy:' : undefined,
    points([
      ...fact(
        'Kind of',
        label.parents.map(({ text }) => plain(nameOfId(text))),
      ),
      ...fact(
        'Part of',
        label.partOf.map(({ text }) => plain(nameOfId(text))),
      ),
      ...(label.abstract ? ['Groups other labels; is not annotated itself'] : []),
      ...fact('Geometry', effective.geometry?.map(code)),
      ...fact('Scope', effective.scope && [code(effective.scope)]),
      ...fact(
        'Also called',
        label.synonyms.map(({ text }) => plain(text)),
      ),
      ...fact('Recorded', [...effective.attributes.values()].map(describeUse)),
      ...fact('Codes', label.codes.map(describeCode)),
      ...fact('Mask', maskOf(label.value, effective.layer)),
    ]),
    `Defined in ${code(nameOf(uri))}, line ${line}`,
  );
}

/** An attribute as Markdown: what is recorded, and how. */
export function describeAttribute(attribute: Attribute, declaredBy?: string): string {
  const values = [...attribute.values.values()].map(({ id, name, score }) =>
    [code(id), name && plain(name), score !== undefined && `(${score})`].filter(Boolean).join(' '),
  );
  const { minimum, maximum } = attribute;
  return paragraphs(
    [`**${plain(attribute.name ?? attribute.id)}**`, code(attribute.id)].join(' '),
    attribute.definition && plain(attribute.definition),
    points([
      ...fact('Type', attribute.type && [code(attribute.type)]),
      ...fact('Unit', attribute.unit && [code(attribute.unit)]),
      ...fact('From', minimum === undefined ? undefined : [String(minimum)]),
      ...fact('Up to', maximum === undefined ? undefined : [String(maximum)]),
      ...fact('Method', attribute.method && [plain(attribute.method)]),
      ...fact(
        'Follows from',
        attribute.derivedFrom.map(({ text }) => code(text)),
      ),
      ...fact('Values', values),
      ...fact('Codes', attribute.codes.map(describeCode)),
    ]),
    declaredBy && `Recorded of ${code(declaredBy)}`,
  );
}

function describeDeprecation(space: LabelSpace, id: string): string | undefined {
  const deprecated = space.labels.get(id)?.label.deprecated;
  if (!deprecated) return undefined;
  const since = deprecated.since === undefined ? '' : ` since ${code(deprecated.since)}`;
  const instead = deprecated.replacedBy
    .map((replacement) => code(replacement.id))
    .join(deprecated.split ? ' or ' : ', ');
  const reason = deprecated.reason === undefined ? '' : ` ${plain(deprecated.reason)}`;
  return `Not used any more${since}${instead === '' ? '' : `; instead ${instead}`}.${reason}`;
}

function describeUse({ id, required }: EffectiveAttribute): string {
  return required ? `${code(id)} (required)` : code(id);
}

function describeCode(item: Code): string {
  const term = item.term === undefined ? '' : ` ${plain(item.term)}`;
  return `${code(codeKey(item))}${term}${item.match === 'exact' ? '' : ` (${plain(item.match)})`}`;
}

function maskOf(value: number | undefined, layer: string | undefined): string[] {
  if (value === undefined) return [];
  return [layer === undefined ? `value ${value}` : `value ${value} in layer ${code(layer)}`];
}

function criteria(title: string, items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : `${title}\n\n${points(items.map(plain))}`;
}

function fact(title: string, items: readonly string[] | '' | undefined): string[] {
  return items && items.length > 0 ? [`${title}: ${items.join(', ')}`] : [];
}
