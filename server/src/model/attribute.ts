import type { YamlNode, YamlScalar } from '../yaml/node';
import { entryOf, toValue, valueAt } from '../yaml/node';
import type { Code } from './code';
import { readCodes } from './code';
import type { Located } from './read';
import { readBoolean, readMap, readNumber, readText, readTexts } from './read';

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

export function readAttribute(id: string, key: YamlScalar, node: YamlNode | undefined): Attribute {
  const at = (name: string) => entryOf(node, name)?.value;
  const word = readText(node);
  const defaultNode = at('default');
  return {
    id,
    key,
    node,
    use: word === 'required' || word === 'optional' ? word : undefined,
    name: readText(at('name')),
    type: readText(at('type')) as AttributeType | undefined,
    definition: readText(at('definition')),
    values: readMap(at('values'), readAttributeValue),
    unit: readText(at('unit')),
    step: readNumber(at('step')),
    minimum: readNumber(at('minimum')),
    maximum: readNumber(at('maximum')),
    multiple: readBoolean(at('multiple')),
    required: word === 'required' ? true : word === 'optional' ? false : readBoolean(at('required')),
    default: defaultNode && toValue(defaultNode),
    method: readText(at('method')),
    when: readConditions(at('when')),
    derivedFrom: readTexts(at('derivedFrom')),
    comparedTo: readText(at('comparedTo')),
    labels: readTexts(at('labels')),
    codes: readCodes(at('codes')),
  };
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

const unconditional: Conditions = [];

export function readConditions(node: YamlNode | undefined): Conditions {
  if (!node) return unconditional;
  const alternatives = node.kind === 'list' ? node.items : [node];
  return alternatives.flatMap((item) =>
    item.kind === 'map'
      ? [item.entries.map((entry) => ({ subject: entry.key.source, key: entry.key, node: entry.value }))]
      : [],
  );
}
