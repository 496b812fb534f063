import { keyText, toValue, valueAt } from '../../yaml/node';
import { readText } from '../../model/read';
import { removeFix, removeItemFix, replaceFix } from '../fixes';
import { lookup } from '../lookup';
import { nearest } from '../nearest';
import type { Finding } from '../problem';
import { listed, quoted } from '../words';
import { isReasonOfWaiver, withoutReason } from './missingValue';
import type { Mistake } from './mistake';
import { nounOf } from './mistake';

/** A word that is not among those that may stand here. */
export function wrongWord(mistake: Mistake): Finding {
  const { error, node, key } = mistake;
  const allowed = (error.params.allowedValues as unknown[]).map(String);
  const text = node.kind === 'scalar' ? node.source : '';
  if (key === 'format')
    return { at: node, message: 'The format has version 1 so far. Write 1, or leave “format” out.' };
  if (isTypeWord(mistake, text)) return attributeAsWord(mistake, text);
  const meant = sameWord(text, allowed) ?? nearest(text, allowed);
  const named = text === '' ? `“${key}” takes one word.` : `${quoted(text)} is not a ${wordFor(mistake)} here.`;
  const guess = meant === undefined ? '' : ` Did you mean “${meant}”?`;
  const use = allowed.length > 2 ? 'Use one of' : 'Use';
  const choice = meant !== undefined && allowed.length > 9 ? '' : ` ${use} ${listed(allowed)}.`;
  // To approve is for people.
  const isSure = !(key === 'status' && meant === 'approved');
  const fixes = meant === undefined ? [] : [replaceFix(`Change to “${meant}”`, node, meant, isSure)];
  return { at: node, message: `${named}${guess}${choice}`, fixes };
}

const valueWords: Record<string, string> = {
  geometry: 'geometry',
  metric: 'measure of agreement',
  status: 'status',
  type: 'type of attribute',
  scope: 'scope',
  presence: 'answer',
  match: 'kind of match',
  stage: 'kind of stage',
  policy: 'policy',
  unit: 'unit of a case',
  kind: 'kind of sample',
  rules: 'level',
  extends: 'set of rules',
  disjointAt: 'level of partitions',
};

function wordFor({ key, part, validated }: Mistake): string {
  if (key === 'method')
    return part.schema.enum?.includes('safe-harbor') ? 'method of de-identification' : 'merge method';
  if (part.definition === 'level' && validated.kind === 'config') return 'level';
  return lookup(valueWords, key) ?? `value of “${key}”`;
}

const sameMeaning: Record<string, readonly string[]> = {
  segmentation: ['mask'],
  pixel: ['mask'],
  brush: ['mask'],
  bbox: ['box'],
  'bounding-box': ['box'],
  rectangle: ['box'],
  rect: ['box'],
  line: ['polyline'],
  tag: ['classification'],
  landmark: ['keypoints', 'point'],
  bool: ['boolean'],
  float: ['number'],
  int: ['integer'],
  string: ['text'],
  enum: ['choice'],
  select: ['choice'],
  grade: ['ordinal'],
  jaccard: ['iou'],
  dsc: ['dice'],
  final: ['approved'],
  'in-review': ['review'],
  kappa: ['cohen-kappa'],
  consensus: ['consensus'],
  warn: ['warning'],
  disabled: ['off'],
  none: ['off'],
};

function sameWord(text: string, allowed: readonly string[]): string | undefined {
  const same = lookup(sameMeaning, text.toLowerCase().replace(/[_\s]/g, '-')) ?? [];
  return same.find((word) => allowed.includes(word));
}

const attributeTypes = ['choice', 'ordinal', 'number', 'integer', 'boolean', 'text', 'date', 'reference'];

function isTypeWord({ error }: Mistake, text: string): boolean {
  const allowed = error.params.allowedValues as unknown[];
  return allowed.includes('optional') && attributeTypes.includes(text);
}

/** `width: number` under the attributes of a label. */
function attributeAsWord({ node, key }: Mistake, text: string): Finding {
  const map = `{type: ${text}}`;
  return {
    at: node,
    message: `“${key}” is defined here by a map, ${map}; a word alone (required or optional) uses a shared attribute.`,
    fixes: [replaceFix(`Change to ${map}`, node, map, true)],
  };
}

/** A key that does not go with what stands beside it: `unit` of a choice, `role` of a merge. */
export function keyOutOfPlace(mistake: Mistake): Finding | undefined {
  const { entry, parent } = mistake;
  if (!entry || parent?.kind !== 'map') return undefined;
  const kind = readText(valueAt(parent, 'type')) ?? readText(valueAt(parent, 'stage')) ?? '';
  const isStage = valueAt(parent, 'stage') !== undefined;
  const what = isStage ? `a stage of kind ${kind}` : `an attribute of type ${kind}`;
  return {
    at: entry.key,
    message: `“${keyText(entry)}” does not go with ${what}. Remove it, or change “${isStage ? 'stage' : 'type'}”.`,
    fixes: [removeFix(`Remove “${keyText(entry)}”`, parent, entry)],
  };
}

/** A number outside its bounds. */
export function outOfBounds({ error, node, key }: Mistake): Finding {
  const limit = Number(error.params.limit);
  const bounds: Record<string, string> = {
    minimum: key === 'value' ? '1 or more (0 is the background)' : `${limit} or more`,
    exclusiveMinimum: `greater than ${limit}`,
    maximum: `${limit} or less`,
  };
  return { at: node, message: `“${key}” must be ${bounds[error.keyword] ?? `within ${limit}`}.` };
}

/** A text or a list with too little or too much in it. */
export function wrongLength(mistake: Mistake): Finding {
  const { error, node, entry, key } = mistake;
  const inList = mistake.parent?.kind === 'list';
  if (error.keyword === 'minLength') {
    if (isReasonOfWaiver(mistake)) return { at: node, message: withoutReason };
    const what = inList ? `An item of “${key}” is empty.` : `“${key}” is empty.`;
    return { at: node, message: `${what} Write a text, or remove it.` };
  }
  if (key === 'skeleton') return { at: node, message: 'A line of the skeleton joins two key points: [one, other].' };
  const at = node.end > node.start ? node : (entry?.key ?? node);
  return { at, message: `“${key}” is an empty list. Name at least one, or remove the key.` };
}

/** An item that stands in its list twice. */
export function repeatedItem(mistake: Mistake): Finding | undefined {
  const { error, node, key } = mistake;
  if (node.kind !== 'list') return undefined;
  const [i, j] = [Number(error.params.i), Number(error.params.j)];
  const second = node.items[Math.max(i, j)];
  if (!second) return undefined;
  const text = second.kind === 'scalar' ? second.source : String(toValue(second));
  return {
    at: second,
    message: `${quoted(text)} stands twice in “${key}”. Remove one.`,
    fixes: [removeItemFix(`Remove the second ${quoted(text)}`, node.items, second, node.style === 'flow')],
  };
}

/** What is left when no better words are known. */
export function otherMistake(mistake: Mistake): Finding {
  return {
    at: mistake.entry?.key ?? mistake.node,
    message: `${nounOf(mistake)} is not written as the format wants it.`,
  };
}
