import type { Attribute, Conditions } from '../model/attribute';
import { labelEntries } from '../model/labelTable';
import type { Located } from '../model/read';
import type { DocumentReference } from '../model/references';
import { documentReferences, headReferences, labelReferences } from '../model/references';
import type { Label } from '../model/taxonomy';
import type { Span, YamlScalar } from '../yaml/node';
import { spanWithin, valueAt } from '../yaml/node';
import type { Guideline } from './guideline';
import { spaceOf } from './guideline';
import type { Target } from './target';

/** A place that names a target or defines it: the id alone, without quotes. */
export interface Occurrence {
  readonly at: Span;
  readonly isDefinition: boolean;
}

/** Where a guideline's own file names or defines a target, in no order. */
export function occurrencesIn(guideline: Guideline, target: Target): Occurrence[] {
  if (target.kind === 'label') return labelOccurrences(guideline, target);
  if (target.kind === 'attribute') {
    return guideline.kind === 'taxonomy'
      ? taxonomyAttributeOccurrences(guideline, target)
      : protocolAttributeOccurrences(guideline, target);
  }
  return localOccurrences(guideline, target);
}

type TargetOf<Kind extends Target['kind']> = Extract<Target, { kind: Kind }>;

const definition = (key: YamlScalar): Occurrence => ({ at: idOf(key), isDefinition: true });
const reference = (key: YamlScalar): Occurrence => ({ at: idOf(key), isDefinition: false });
const idOf = (key: YamlScalar): Span => spanWithin(key, 0, key.source.length);

function labelOccurrences(guideline: Guideline, { id, home }: TargetOf<'label'>): Occurrence[] {
  const entry = spaceOf(guideline)?.labels.get(id);
  if (entry?.uri !== home) return [];
  const found = guideline.file.uri === home ? [definition(entry.label.key)] : [];
  const look = (references: readonly DocumentReference[]) => {
    for (const item of references) {
      const isLabel = item.kind === 'label' || item.kind === 'label-or-attribute';
      if (isLabel && item.id === id) found.push({ at: item.at, isDefinition: false });
    }
  };
  const { document } = guideline.file;
  if (guideline.kind === 'protocol') look(documentReferences('protocol', document));
  else {
    look(headReferences(document));
    // Few of all the references of many labels are wanted: they are not put together first.
    for (const below of labelEntries(document)) look(labelReferences(below));
  }
  return found;
}

function taxonomyAttributeOccurrences(
  guideline: Extract<Guideline, { kind: 'taxonomy' }>,
  { id, family, shared }: TargetOf<'attribute'>,
): Occurrence[] {
  const found: Occurrence[] = [];
  const within = (attributes: Iterable<Attribute>) => {
    for (const { derivedFrom, when } of attributes) {
      found.push(...named(derivedFrom, id), ...conditionsOn(when, id));
    }
  };
  if (shared) {
    const own = guideline.taxonomy.attributes.get(id);
    if (own) found.push(definition(own.key));
    within(guideline.taxonomy.attributes.values());
  }
  for (const label of guideline.taxonomy.labels.values()) {
    found.push(...replacedAttributes(label, id, family));
    if (!family.has(label.id)) continue;
    const own = label.attributes.get(id);
    if (own) found.push(shared ? reference(own.key) : definition(own.key));
    if (label.per) found.push(...named([label.per], id));
    within(label.attributes.values());
  }
  return found;
}

function protocolAttributeOccurrences(
  guideline: Extract<Guideline, { kind: 'protocol' }>,
  { id, family }: TargetOf<'attribute'>,
): Occurrence[] {
  const found: Occurrence[] = [];
  for (const item of documentReferences('protocol', guideline.file.document)) {
    if (item.attribute === id && item.attributeAt && family.has(item.id)) {
      found.push({ at: item.attributeAt, isDefinition: false });
    }
  }
  for (const use of guideline.protocol.labels?.values() ?? []) {
    if (family.has(use.id)) found.push(...conditionsOn(use.when, id));
  }
  return found;
}

function localOccurrences(guideline: Guideline, target: TargetOf<'role' | 'stage' | 'image'>): Occurrence[] {
  if (guideline.kind !== 'protocol') return [];
  const { roles, workflow, images } = guideline.protocol;
  const own = { role: roles, stage: workflow, image: images }[target.kind].get(target.id);
  const references = documentReferences('protocol', guideline.file.document)
    .filter(({ kind, id }) => kind === target.kind && id === target.id)
    .map(({ at }) => ({ at, isDefinition: false }));
  return [...(own ? [definition(own.key)] : []), ...references];
}

function named(places: readonly Located[], id: string): Occurrence[] {
  return places.filter(({ text }) => text === id).map(({ node }) => reference(node));
}

function conditionsOn(when: Conditions, id: string): Occurrence[] {
  return when.flatMap((conditions) =>
    conditions.filter(({ subject }) => subject === id).map(({ key }) => reference(key)),
  );
}

/** Attributes of the label that follows a deprecated one. */
function replacedAttributes(label: Label, id: string, family: ReadonlySet<string>): Occurrence[] {
  return (label.deprecated?.replacedBy ?? []).flatMap((replacement) => {
    if (!family.has(replacement.id) || !replacement.attributes.has(id)) return [];
    const values = valueAt(label.node, 'deprecated', 'replacedBy', replacement.id);
    const key = values?.kind === 'map' ? values.entries.find((entry) => entry.key.source === id)?.key : undefined;
    return key ? [reference(key)] : [];
  });
}
