import type { Attribute } from '../model/attribute';
import { codeKey, readCodes } from '../model/code';
import type { ChangeValue } from './change';
import type { About, Fact } from './comparator';
import { entryFact, tell } from './comparator';
import { compareOrder } from './comparators/maps';
import { textOf } from './comparators/scalars';
import type { Concept, Pairing, Rename } from './concepts';
import { pairConcepts } from './concepts';
import { tellPairing } from './pairing';
import type { Side } from './side';
import { child, descend, entriesOf, recordOf, valueOf } from './side';
import { attributeKeys, choiceKeys } from './tables/attribute';

/** An attribute of one version with its way. */
export interface AttributeSide {
  readonly attribute: Attribute;
  readonly side: Side;
}

export type AttributeSides = ReadonlyMap<string, AttributeSide>;

/** How the attributes of two versions go together; `given` are renames that are known already. */
export function pairAttributes(before: AttributeSides, after: AttributeSides, given: readonly Rename[]): Pairing {
  const concepts = (sides: AttributeSides) =>
    [...sides].map(([id, { attribute, side }]): Concept => ({
      ...conceptOf(id, side),
      definition: attribute.definition ?? attribute.method,
    }));
  const known = given.filter((rename) => before.has(rename.before) && after.has(rename.after));
  return pairConcepts(concepts(before), concepts(after), known);
}

/** What a choice or an attribute is told by. */
function conceptOf(id: string, side: Side): Concept {
  const text = (key: string) => {
    const found = child(side, key);
    return found && textOf(found);
  };
  const items = (key: string) => [...entriesOf(child(side, key))];
  return {
    id,
    name: text('name'),
    definition: text('definition'),
    synonyms: items('synonyms').map(([synonym]) => synonym),
    codes: codesOf(side),
    aliases: items('alias').map(([tool, alias]) => `${tool}=${textOf(alias)}`),
  };
}

function codesOf(side: Side): string[] {
  const node = child(side, 'codes')?.node;
  return readCodes(node)
    .filter(({ match }) => match === 'exact')
    .map(codeKey);
}

/** The attribute with all that it takes from elsewhere, as one value. */
export function attributeFact({ attribute, side }: AttributeSide): Fact {
  const entries = [...entriesOf(side)]
    .filter(([key]) => key !== 'required')
    .map(([key, entry]) => [key, valueOf(entry.node)] as const);
  const required: (readonly [string, ChangeValue])[] = attribute.required ? [['required', true]] : [];
  return { side, value: recordOf([...entries, ...required]) };
}

/** Compares one attribute that both versions have. */
export function compareAttribute(before: AttributeSide, after: AttributeSide, about: About): void {
  attributeKeys.compare(before.side, after.side, about);
  const [was, is] = [before.attribute.required ?? false, after.attribute.required ?? false];
  if (was !== is) {
    const fact = ({ side }: AttributeSide, value: boolean): Fact => ({
      side: descend(side, 'required') ?? side,
      value,
    });
    const details = is ? defaultOf(after.attribute) : {};
    tell(
      about,
      is ? 'attribute-made-required' : 'attribute-made-optional',
      fact(before, was),
      fact(after, is),
      details,
    );
  }
  compareChoices(before, after, about);
}

/** The answer that stands where none is given, as a detail of a change. */
export function defaultOf(attribute: Attribute | undefined): { readonly default?: string } {
  return attribute?.default === undefined ? {} : { default: String(attribute.default) };
}

function compareChoices(before: AttributeSide, after: AttributeSide, about: About): void {
  const lists = [child(before.side, 'values'), child(after.side, 'values')] as const;
  const [old, now] = [entriesOf(lists[0]), entriesOf(lists[1])];
  if (old.size === 0 && now.size === 0) return;
  const concepts = (sides: Map<string, Side>) => [...sides].map(([id, side]) => conceptOf(id, side));
  const pairing = pairConcepts(concepts(old), concepts(now));
  const within = (id: string): About => {
    const side = now.get(id) ?? old.get(id);
    const name = child(side, 'name');
    return { ...about, subject: `${about.subject}.${id}`, kind: 'choice', name: name && textOf(name) };
  };
  const sides = {
    before: (id: string) => entryFact(id, old.get(id)),
    after: (id: string) => entryFact(id, now.get(id)),
  };
  tellPairing('choice', pairing, sides, within, (was, is, inner) =>
    choiceKeys.compare(old.get(was), now.get(is), inner),
  );
  for (const id of pairing.added) tell(within(id), 'choice-added', undefined, sides.after(id));
  for (const id of pairing.removed) tell(within(id), 'choice-removed', sides.before(id), undefined);
  if (before.attribute.type !== 'ordinal' && after.attribute.type !== 'ordinal') return;
  const target = new Map(pairing.renames.map((rename) => [rename.before, rename.after]));
  const oldIds = [...old.keys()].map((id) => target.get(id) ?? id);
  compareOrder('choices-reordered', oldIds, [...now.keys()], lists[0], lists[1], about);
}
