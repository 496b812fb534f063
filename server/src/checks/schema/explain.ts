import type { SchemaError } from '../../generated/validators';
import type { Finding } from '../problem';
import { curlyQuotes } from './curlyQuotes';
import { missingKey } from './missingKey';
import type { Mistake, Validated } from './mistake';
import { locate } from './mistake';
import { meantKey, unknownKey } from './unknownKey';
import { wrongText } from './wrongText';
import { isUnquotedItem, unquotedItems, wrongType } from './wrongType';
import { keyOutOfPlace, otherMistake, outOfBounds, repeatedItem, wrongLength, wrongWord } from './wrongValue';

const explanations: Record<string, (mistake: Mistake) => Finding | undefined> = {
  additionalProperties: unknownKey,
  required: missingKey,
  type: wrongType,
  enum: wrongWord,
  pattern: wrongText,
  'false schema': keyOutOfPlace,
  minimum: outOfBounds,
  exclusiveMinimum: outOfBounds,
  maximum: outOfBounds,
  minLength: wrongLength,
  minItems: wrongLength,
  maxItems: wrongLength,
  uniqueItems: repeatedItem,
};

/** What the errors of a validator mean to the writer of the document: one finding for each mistake. */
export function explain(errors: readonly SchemaError[], validated: Validated): Finding[] {
  const mistakes = errors.flatMap((error) => locate(error, validated) ?? []);
  const byPath = groupedBy(mistakes, ({ error }) => error.instancePath);
  const kept = mistakes.filter((mistake) => !isFollowUp(mistake, byPath.get(mistake.error.instancePath) ?? []));
  const unquoted = groupedBy(kept.filter(isUnquotedItem), ({ parent }) => parent);
  const single = kept.filter((mistake) => !isUnquotedItem(mistake));
  return [
    ...single.flatMap(
      (mistake) => curlyValue(mistake) ?? (explanations[mistake.error.keyword] ?? otherMistake)(mistake) ?? [],
    ),
    ...[...unquoted.values()].flatMap((items) => unquotedItems(items)),
  ];
}

function curlyValue({ error, node }: Mistake): Finding | undefined {
  const ofValue = error.propertyName === undefined && ['type', 'enum', 'pattern'].includes(error.keyword);
  return ofValue ? curlyQuotes(node, error.keyword !== 'type') : undefined;
}

/** Whether another error of the same place says it better. */
function isFollowUp(mistake: Mistake, beside: readonly Mistake[]): boolean {
  const { error } = mistake;
  const has = (keyword: string) => beside.some((other) => other !== mistake && other.error.keyword === keyword);

  // A missing word is a missing value; any other value of the wrong type is better served by the list of words.
  if (error.keyword === 'enum' && isEmpty(mistake)) return has('type');
  if (error.keyword === 'type') {
    if (!isEmpty(mistake) && has('enum')) return true;
    return beside.find((other) => other.error.keyword === 'type') !== mistake;
  }
  if (error.keyword === 'required') {
    return beside.some(
      (other) => other.error.keyword === 'additionalProperties' && meantKey(other) === error.params.missingProperty,
    );
  }
  return false;
}

function isEmpty({ node }: Mistake): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
