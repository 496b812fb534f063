import { createMemo } from '../yaml/memo';
import type { YamlEntry, YamlNode, YamlScalar } from '../yaml/node';
import { toValue, valueAt } from '../yaml/node';
import { EntryWalk } from '../yaml/walk';
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

/** A label while it is read. */
type Draft = { -readonly [Key in keyof Label]: Label[Key] };

const none: readonly never[] = [];
const nothing: ReadonlyMap<never, never> = new Map<never, never>();

function readLabel(key: YamlScalar, node: YamlNode): Label {
  // Every field is there from the start, so that all labels are of one shape.
  const label: Draft = {
    id: key.source,
    key,
    node,
    name: undefined,
    definition: undefined,
    abstract: false,
    parents: none,
    partOf: none,
    presence: undefined,
    synonyms: none,
    translations: nothing,
    codes: none,
    dicom: nothing,
    alias: nothing,
    color: undefined,
    value: undefined,
    layer: undefined,
    geometry: undefined,
    scope: undefined,
    include: none,
    exclude: none,
    confusedWith: nothing,
    attributes: nothing,
    disjointWith: none,
    deprecated: undefined,
    exclusive: false,
    required: false,
    per: undefined,
    ignore: false,
    keypoints: none,
    skeleton: none,
  };
  if (node.kind === 'map') for (const walk = EntryWalk.overFirst(node); walk.next();) readKey(label, walk);
  return label;
}

function readKey(label: Draft, walk: EntryWalk): void {
  const { key } = walk;
  switch (key) {
    case 'name':
    case 'definition':
    case 'color':
    case 'layer':
      label[key] = walk.text;
      break;
    case 'scope':
      label.scope = walk.text as Scope | undefined;
      break;
    case 'value':
      label.value = readNumber(walk.value);
      break;
    case 'abstract':
    case 'exclusive':
    case 'required':
    case 'ignore':
      label[key] = readBoolean(walk.value) ?? false;
      break;
    case 'parent':
      label.parents = walk.texts;
      break;
    case 'synonyms':
    case 'include':
    case 'exclude':
    case 'geometry':
    case 'partOf':
    case 'disjointWith':
    case 'keypoints':
      label[key] = walk.texts;
      break;
    case 'presence':
      label.presence = walk.texts.map(({ text }) => text);
      break;
    case 'per':
      label.per = walk.texts[0];
      break;
    case 'codes':
      label.codes = readCodes(walk.value);
      break;
    case 'attributes':
      label.attributes = readMap(walk.value, readAttribute);
      break;
    case 'confusedWith':
      label.confusedWith = readMap(walk.value, (_id, idKey, text) => ({ key: idKey, text: readText(text) }));
      break;
    case 'translations':
      label.translations = readMap(walk.value, (_id, _key, translated) => ({
        name: readText(valueAt(translated, 'name')),
        definition: readText(valueAt(translated, 'definition')),
        synonyms: readTexts(valueAt(translated, 'synonyms')),
      }));
      break;
    case 'alias':
      label.alias = readMap(walk.value, (_id, _key, id) => readText(id) ?? '');
      break;
    case 'dicom':
      label.dicom = readDicom(walk.value);
      break;
    case 'deprecated':
      label.deprecated = readDeprecation(walk.value);
      break;
    case 'skeleton':
      label.skeleton = readSkeleton(walk.value);
  }
}

function readDicom(node: YamlNode): ReadonlyMap<DicomKey, Code> {
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

function readSkeleton(node: YamlNode): (readonly Located[])[] {
  return node?.kind === 'list' ? node.items.map(readTexts) : [];
}
