import { codeKey } from '../model/code';
import { dicomKeys } from '../model/label';
import type { Change } from './change';
import type { AttributeSides } from './attribute';
import { attributeFact, compareAttribute, defaultOf, pairAttributes } from './attribute';
import type { About, Fact } from './comparator';
import { tell } from './comparator';
import { compareAllowed } from './comparators/lists';
import type { Concept, Rename } from './concepts';
import { tellPairing } from './pairing';
import type { HandedDownKey } from './handedDown';
import { nearestKeys } from './handedDown';
import type { Side } from './side';
import { child, itemsOf } from './side';
import { dicomCode, inheritedKeys } from './tables/label';
import type { Version } from './version';

/** What a label is told by, whatever its id. */
export function labelConcept(version: Version, id: string): Concept {
  const label = version.labels.get(id)?.label;
  return {
    id,
    name: label?.name,
    synonyms: label?.synonyms.map(({ text }) => text) ?? [],
    definition: label?.definition,
    get codes() {
      return labelCodes(version, id);
    },
    aliases: [...(label?.alias ?? [])].map(([tool, alias]) => `${tool}=${alias}`),
    get value() {
      return label?.value === undefined ? undefined : `${version.effective(id)?.layer ?? ''}=${label.value}`;
    },
  };
}

/** The codes that match a label exactly. Left and right share a type code and differ in its modifier. */
export function labelCodes(version: Version, id: string): string[] {
  const label = version.labels.get(id)?.label;
  const modifiers = (['typeModifier', 'region', 'regionModifier'] as const).flatMap((key) => {
    const modifier = label?.dicom.get(key);
    return modifier ? [codeKey(modifier)] : [];
  });
  const exact = label?.codes.filter(({ match }) => match === 'exact') ?? [];
  return exact.map((code) => [codeKey(code), ...(code.system === 'SCT' ? modifiers : [])].join('+'));
}

/** The attributes that count for a label, its own and those from above. */
export function attributesOf(version: Version, label: string): AttributeSides {
  const result = new Map();
  for (const [id, attribute] of version.effective(label)?.attributes ?? []) {
    const side = version.attribute(label, id);
    if (side) result.set(id, { attribute, side });
  }
  return result;
}

/** All that two labels differ in of `keys`, which are handed down from parents, whether or not it comes from there. */
export function compareInherited(
  versions: { readonly before: Version; readonly after: Version },
  before: string,
  after: string,
  keys: ReadonlySet<HandedDownKey>,
  about: About,
  renamedAttributes: readonly Rename[],
): void {
  if (keys.has('geometry')) compareGeometry(versions, before, after, about);
  for (const key of nearestKeys) {
    if (keys.has(key))
      inheritedKeys[key].compare(versions.before.nearest(before, key), versions.after.nearest(after, key), about);
  }
  for (const key of keys.has('dicom') ? dicomKeys : []) {
    const [was, is] = [versions.before.nearest(before, 'dicom', key), versions.after.nearest(after, 'dicom', key)];
    dicomCode.compare(was, is, { ...about, wrap: key });
  }
  if (!keys.has('attributes')) return;
  compareAttributes(
    attributesOf(versions.before, before),
    attributesOf(versions.after, after),
    about,
    renamedAttributes,
  );
}

function compareGeometry(
  versions: { readonly before: Version; readonly after: Version },
  before: string,
  after: string,
  about: About,
): void {
  const [old, now] = [versions.before.effective(before), versions.after.effective(after)];
  const [oldLabel, nowLabel] = [versions.before.label(before), versions.after.label(after)];
  const geometry = (label: Side, list: readonly string[] | undefined) => {
    if (!list) return undefined;
    const own = child(label, 'geometry');
    const items = list.map((value): Fact => ({
      side: itemsOf(own).find((item) => textIs(item, value)) ?? label,
      value,
    }));
    return { all: { side: own ?? label, value: list }, items };
  };
  compareAllowed('geometry', geometry(oldLabel, old?.geometry), geometry(nowLabel, now?.geometry), about);
}

function textIs({ node }: Side, value: string): boolean {
  return node?.kind === 'scalar' && node.source === value;
}

function compareAttributes(old: AttributeSides, now: AttributeSides, about: About, given: readonly Rename[]): void {
  if (old.size === 0 && now.size === 0) return;
  const pairing = pairAttributes(old, now, given);
  const fact = (sides: AttributeSides) => (id: string) => {
    const found = sides.get(id);
    return found && attributeFact(found);
  };
  const facts = { before: fact(old), after: fact(now) };
  const within = (id: string): About => ({
    ...about,
    subject: `${about.subject}.${id}`,
    kind: 'attribute',
    name: (now.get(id) ?? old.get(id))?.attribute.name,
  });
  tellPairing('attribute', pairing, facts, within, (before, after, inner) => {
    const [was, is] = [old.get(before), now.get(after)];
    if (was && is) compareAttribute(was, is, inner);
  });
  const id = (sides: AttributeSides, name: string, ending: string) =>
    `${sides.get(name)?.attribute.required ? 'required-' : ''}attribute-${ending}`;
  for (const name of pairing.added) {
    const details = defaultOf(now.get(name)?.attribute);
    tell(within(name), id(now, name, 'added'), undefined, facts.after(name), details);
  }
  for (const name of pairing.removed) tell(within(name), id(old, name, 'removed'), facts.before(name), undefined);
}

/**
 * A change without its place and without the name of what it is about: what a label takes from above looks the same
 * there.
 */
export function signature({ id, subject, before, after, details }: Change, prefix: string): string {
  return JSON.stringify([id, subject.slice(prefix.length), details?.['was'] ?? null, before, after]);
}
