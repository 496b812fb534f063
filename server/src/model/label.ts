import { createMemo } from '../yaml/memo';
import type { YamlEntry, YamlNode, YamlScalar } from '../yaml/node';
import { entryOf, toValue, valueAt } from '../yaml/node';
import type { Attribute } from './attribute';
import { readAttribute } from './attribute';
import type { Code } from './code';
import { readCode, readCodes } from './code';
import type { Located } from './read';
import { readBoolean, readEntries, readMap, readNumber, readText, readTexts } from './read';

export type Geometry =
  'mask' | 'polygon' | 'box' | 'ellipse' | 'polyline' | 'point' | 'keypoints' | 'classification' | 'span';

export type Scope = 'image' | 'region' | 'series' | 'study' | 'patient';

/** A label that follows a deprecated one, with the attribute values it then has. */
export interface Replacement {
  readonly id: string;
  readonly key: YamlScalar;
  readonly attributes: ReadonlyMap<string, unknown>;
}

export interface Deprecation {
  readonly node: YamlNode;
  readonly since?: string;
  readonly reason?: string;
  readonly replacedBy: readonly Replacement[];
  /** Whether `replacedBy` is a list: the label was split, and a reader must say into which. */
  readonly split: boolean;
}

export const dicomKeys = ['category', 'type', 'typeModifier', 'region', 'regionModifier'] as const;
export type DicomKey = (typeof dicomKeys)[number];

/** One label as it is written, without what it inherits. Lists keep their order. */
export interface Label {
  readonly id: string;
  /** Where the id stands. */
  readonly key: YamlScalar;
  /** The label's value in the document. */
  readonly node: YamlNode;
  readonly name?: string;
  readonly definition?: string;
  readonly abstract: boolean;
  readonly parents: readonly Located[];
  readonly partOf: readonly Located[];
  readonly presence?: readonly string[];
  readonly synonyms: readonly Located[];
  readonly translations: ReadonlyMap<string, { name?: string; definition?: string; synonyms: readonly Located[] }>;
  readonly codes: readonly Code[];
  readonly dicom: ReadonlyMap<DicomKey, Code>;
  readonly alias: ReadonlyMap<string, string>;
  readonly color?: string;
  readonly value?: number;
  readonly layer?: string;
  readonly geometry?: readonly Located[];
  readonly scope?: Scope;
  readonly include: readonly Located[];
  readonly exclude: readonly Located[];
  /** By a label's id, or by words: how the two are told apart. */
  readonly confusedWith: ReadonlyMap<string, { key: YamlScalar; text?: string }>;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly disjointWith: readonly Located[];
  readonly deprecated?: Deprecation;
  readonly exclusive: boolean;
  readonly required: boolean;
  readonly per?: Located;
  readonly ignore: boolean;
  readonly keypoints: readonly Located[];
  readonly skeleton: readonly (readonly Located[])[];
}

const labels = createMemo<Label>();

/** The label of an entry. It is kept with its nodes: an edit elsewhere in the document leaves it as it is. */
export function labelOf({ key, value }: YamlEntry): Label {
  const known = labels.get(value);
  if (known && known.key === key) return known;
  const label = readLabel(key, value);
  labels.set(value, label);
  return label;
}

function readLabel(key: YamlScalar, node: YamlNode): Label {
  const at = (name: string) => entryOf(node, name)?.value;
  const geometry = at('geometry');
  const per = readTexts(at('per'))[0];
  const deprecated = at('deprecated');
  return {
    id: key.source,
    key,
    node,
    name: readText(at('name')),
    definition: readText(at('definition')),
    abstract: readBoolean(at('abstract')) ?? false,
    parents: readTexts(at('parent')),
    partOf: readTexts(at('partOf')),
    presence: at('presence') && readTexts(at('presence')).map(({ text }) => text),
    synonyms: readTexts(at('synonyms')),
    translations: readMap(at('translations'), (_id, _key, value) => ({
      name: readText(valueAt(value, 'name')),
      definition: readText(valueAt(value, 'definition')),
      synonyms: readTexts(valueAt(value, 'synonyms')),
    })),
    codes: readCodes(at('codes')),
    dicom: readDicom(at('dicom')),
    alias: readMap(at('alias'), (_id, _key, value) => readText(value) ?? ''),
    color: readText(at('color')),
    value: readNumber(at('value')),
    layer: readText(at('layer')),
    geometry: geometry && readTexts(geometry),
    scope: readText(at('scope')) as Scope | undefined,
    include: readTexts(at('include')),
    exclude: readTexts(at('exclude')),
    confusedWith: readMap(at('confusedWith'), (_id, idKey, value) => ({ key: idKey, text: readText(value) })),
    attributes: readMap(at('attributes'), readAttribute),
    disjointWith: readTexts(at('disjointWith')),
    deprecated: deprecated && readDeprecation(deprecated),
    exclusive: readBoolean(at('exclusive')) ?? false,
    required: readBoolean(at('required')) ?? false,
    per,
    ignore: readBoolean(at('ignore')) ?? false,
    keypoints: readTexts(at('keypoints')),
    skeleton: readSkeleton(at('skeleton')),
  };
}

const noDicom: ReadonlyMap<DicomKey, Code> = new Map();

function readDicom(node: YamlNode | undefined): ReadonlyMap<DicomKey, Code> {
  if (!node) return noDicom;
  const result = new Map<DicomKey, Code>();
  for (const key of dicomKeys) {
    const code = readCode(valueAt(node, key));
    if (code) result.set(key, code);
  }
  return result;
}

function readDeprecation(node: YamlNode): Deprecation {
  const replacedBy = valueAt(node, 'replacedBy');
  const attributesOf = (value: YamlNode | undefined) => readMap(value, (_id, _key, item) => item && toValue(item));
  return {
    node,
    since: readText(valueAt(node, 'since')),
    reason: readText(valueAt(node, 'reason')),
    replacedBy: readEntries(replacedBy).map(({ id, key, value }) => ({ id, key, attributes: attributesOf(value) })),
    split: replacedBy?.kind === 'list',
  };
}

function readSkeleton(node: YamlNode | undefined): (readonly Located[])[] {
  return node?.kind === 'list' ? node.items.map(readTexts) : [];
}
