import type { YamlNode, YamlScalar } from '../yaml/node';
import { toValue, valueAt } from '../yaml/node';
import { EntryWalk } from '../yaml/walk';
import type { Code } from './code';
import { readCodes } from './code';
import type { Located } from './read';
import { readBoolean, readMap, readNumber, readText } from './read';

export type AttributeType = 'choice' | 'ordinal' | 'number' | 'integer' | 'boolean' | 'text' | 'date' | 'reference';

/** One value of a choice or of an ordinal. */
export interface AttributeValue {
  readonly id: string;
  readonly key: YamlScalar;
  readonly name?: string;
  readonly definition?: string;
  readonly score?: number;
  readonly codes: readonly Code[];
}

/** One condition: what the value must be (any of the list), or between which bounds. */
export interface Condition {
  readonly subject: string;
  readonly key: YamlScalar;
  readonly node: YamlNode | undefined;
}

/** `when`: any of the lists holds, whose conditions all hold. */
export type Conditions = readonly (readonly Condition[])[];

/** What is recorded of an annotation. Lists of ids keep the order they are written in. */
export interface Attribute {
  readonly id: string;
  readonly key: YamlScalar;
  /** Its value in the document: a map, or a word (`required`, `optional`) that uses a shared definition. */
  readonly node: YamlNode | undefined;
  /** `required` or `optional` where a label uses a shared definition by the short form. */
  readonly use?: 'required' | 'optional';
  readonly name?: string;
  readonly type?: AttributeType;
  readonly definition?: string;
  readonly values: ReadonlyMap<string, AttributeValue>;
  readonly unit?: string;
  readonly step?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multiple?: boolean;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly method?: string;
  readonly when: Conditions;
  readonly derivedFrom: readonly Located[];
  readonly comparedTo?: string;
  readonly labels: readonly Located[];
  readonly codes: readonly Code[];
}

/** An attribute while it is read. */
type Draft = { -readonly [Key in keyof Attribute]: Attribute[Key] };

const none: readonly never[] = [];
const nothing: ReadonlyMap<never, never> = new Map<never, never>();

export function readAttribute(id: string, key: YamlScalar, node: YamlNode | undefined): Attribute {
  const word = readText(node);
  const use = word === 'required' || word === 'optional' ? word : undefined;
  // Every field is there from the start, so that all attributes are of one shape.
  const attribute: Draft = {
    id,
    key,
    node,
    use,
    name: undefined,
    type: undefined,
    definition: undefined,
    values: nothing,
    unit: undefined,
    step: undefined,
    minimum: undefined,
    maximum: undefined,
    multiple: undefined,
    required: use && use === 'required',
    default: undefined,
    method: undefined,
    when: none,
    derivedFrom: none,
    comparedTo: undefined,
    labels: none,
    codes: none,
  };
  if (node?.kind === 'map') for (const walk = EntryWalk.overFirst(node); walk.next();) readKey(attribute, walk);
  return attribute;
}

function readKey(attribute: Draft, walk: EntryWalk): void {
  const { key } = walk;
  switch (key) {
    case 'name':
    case 'definition':
    case 'unit':
    case 'method':
    case 'comparedTo':
      attribute[key] = walk.text;
      break;
    case 'type':
      attribute.type = walk.text as AttributeType | undefined;
      break;
    case 'step':
    case 'minimum':
    case 'maximum':
      attribute[key] = readNumber(walk.value);
      break;
    case 'multiple':
    case 'required':
      attribute[key] = readBoolean(walk.value);
      break;
    case 'default':
      attribute.default = toValue(walk.value);
      break;
    case 'values':
      attribute.values = readMap(walk.value, readAttributeValue);
      break;
    case 'when':
      attribute.when = readConditions(walk.value);
      break;
    case 'derivedFrom':
    case 'labels':
      attribute[key] = walk.texts;
      break;
    case 'codes':
      attribute.codes = readCodes(walk.value);
  }
}

function readAttributeValue(id: string, key: YamlScalar, node: YamlNode | undefined): AttributeValue {
  return {
    id,
    key,
    name: readText(valueAt(node, 'name')),
    definition: readText(valueAt(node, 'definition')),
    score: readNumber(valueAt(node, 'score')),
    codes: readCodes(valueAt(node, 'codes')),
  };
}

export function readConditions(node: YamlNode | undefined): Conditions {
  if (!node) return none;
  const alternatives = node.kind === 'list' ? node.items : [node];
  return alternatives.flatMap((item) =>
    item.kind === 'map'
      ? [item.entries.map((entry) => ({ subject: entry.key.source, key: entry.key, node: entry.value }))]
      : [],
  );
}
