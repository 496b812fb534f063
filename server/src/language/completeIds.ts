import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Attribute } from '../model/attribute';
import type { LabelSpace } from '../model/labelSpace';
import type { Label } from '../model/label';
import type { ReferenceKind } from '../model/references';
import { referenceKindAt } from '../model/references';
import { keyText } from './completeFormat';
import type { Offer, Suggestion } from './completionItem';
import { mostItems } from './completionItem';
import type { CompletionPlace } from './completionPlace';
import { wrapped } from './completionPlace';
import type { Cursor } from './cursor';
import { describeAttribute, describeLabel } from './describe';
import type { Guideline } from './guideline';
import { spaceOf } from './guideline';
import { searchLabels } from './labelSearch';
import type { JsonSchema } from './schema';
import { schemaAt } from './schemaAt';
import { escapeSnippet, scalarText } from './snippets';

/** An id that may be named at the cursor; `value` or `text` where it is written otherwise than as text. */
type Candidate = Omit<Suggestion, 'text'> & { readonly value?: boolean; readonly text?: Suggestion['text'] };

/**
 * The ids that the document or its taxonomy defines and that may be named at the cursor, as keys or as values. Nothing
 * where ids of one's own, or other values, stand.
 */
export function suggestIds(guideline: Guideline, place: CompletionPlace): Offer | undefined {
  const { cursor, map, value, wrap } = place;
  const keys = cursor.path.map(String);
  const found = referenceKindAt(guideline.kind, keys);
  const present = new Set(cursor.items);
  const isNew = (id: string) => !present.has(id) && !cursor.siblings.has(id);

  if (map) {
    const asKeys = found?.keys
      ? candidates(guideline, found.kind, keys, cursor.typed, isNew)
      : offerOf(attributeKeys(guideline, keys), isNew);
    const written = keysWritten(guideline, place);
    return asKeys && mapOffer(asKeys, (one) => written(one.label));
  }
  if (!value) return undefined;
  const dot = found?.kind === 'label-or-attribute' ? cursor.typed.lastIndexOf('.') : -1;
  if (dot >= 0) {
    const start = cursor.start + dot + 1;
    const attributes = attributesOf(spaceOf(guideline), cursor.typed.slice(0, dot));
    return { suggestions: attributes.map((one) => ({ ...one, text: one.label, start })), more: false };
  }
  if (keys[keys.length - 1] === 'when' && cursor.slot === 'value') {
    const asked = offerOf(attributeKeys(guideline, keys));
    return asked && mapOffer(asked, (one) => opened(cursor, one.label));
  }
  // A label that is named may be named again with an attribute of it.
  const isOffered = found?.kind === 'label-or-attribute' ? undefined : isNew;
  const offered = found
    ? candidates(guideline, found.kind, keys, cursor.typed, isOffered)
    : offerOf(conditionValues(guideline, cursor), isNew);
  return offered && mapOffer(offered, (one) => one.text ?? wrapped(scalarText(one.value ?? one.label, cursor), wrap));
}

/** Candidates, and whether there are others, which do not fit as well what is typed. */
type Candidates = Omit<Offer, 'suggestions'> & { readonly found: readonly Candidate[] };

function offerOf(found: readonly Candidate[] | undefined, isMeant?: (id: string) => boolean): Candidates | undefined {
  return found && { found: isMeant ? found.filter(({ label }) => isMeant(label)) : found, more: false };
}

function mapOffer({ found, more }: Candidates, textOf: (one: Candidate) => Suggestion['text']): Offer {
  return { suggestions: found.map((one) => ({ ...one, text: textOf(one) })), more };
}

/** `[[label]]` and `[[label.attribute]]` in the instructions of a protocol, whose line is `before` the cursor and `after`. */
export function suggestLinks(guideline: Guideline, cursor: Cursor, before: string, after: string): Offer | undefined {
  const open = /\[\[([^\][|\s]*)$/.exec(before);
  if (guideline.kind !== 'protocol' || cursor.path[0] !== 'instructions' || !open) return undefined;
  const [, typed = ''] = open;
  const closing = after.startsWith(']]') ? '' : ']]';
  const dot = typed.indexOf('.');
  const start = before.length - typed.length + dot + 1;
  const space = spaceOf(guideline);
  const { found, more } =
    dot < 0 ? labels(space, typed, () => true) : { found: attributesOf(space, typed.slice(0, dot)), more: false };
  return { suggestions: found.map((one) => ({ ...one, text: `${one.label}${closing}`, start })), more };
}

/** How ids are written as keys of the map at the cursor. */
function keysWritten({ kind, file }: Guideline, { map, cursor }: CompletionPlace): (id: string) => Suggestion['text'] {
  const schemaOf = (id: string) =>
    schemaAt(kind, [...cursor.path, id], file.document.root, { shape: 'scalar' })?.schema ?? {};
  // Most ids are no keys that the format knows: what it says of one of those it says of all.
  let ofOthers: JsonSchema | undefined;
  return (id) => {
    const isKnown = Object.hasOwn(map?.schema.properties ?? {}, id);
    return keyText(id, isKnown ? schemaOf(id) : (ofOthers ??= schemaOf(id)), cursor);
  };
}

function candidates(
  guideline: Guideline,
  kind: ReferenceKind,
  keys: readonly string[],
  typed: string,
  isMeant: (id: string) => boolean = () => true,
): Candidates | undefined {
  const space = spaceOf(guideline);
  if (kind === 'label' || kind === 'label-or-attribute') {
    const without = excluded(guideline, keys);
    return labels(space, typed, (id) => !without.has(id) && isMeant(id));
  }
  if (kind === 'attribute') {
    const own = keys[2] === 'attributes' ? keys[3] : undefined;
    return offerOf(attributesOf(space, keys[1] ?? ''), (id) => id !== own && isMeant(id));
  }
  if (guideline.kind !== 'protocol') return { found: [], more: false };
  const { roles, workflow, images } = guideline.protocol;
  if (kind === 'role') {
    return offerOf(
      [...roles.values()].map(({ id, qualification }) => local(id, qualification)),
      isMeant,
    );
  }
  if (kind === 'stage') {
    return offerOf(
      [...workflow.values()].map(({ id, stage }) => local(id, stage)),
      (id) => id !== keys[1] && isMeant(id),
    );
  }
  return offerOf(
    [...images.keys()].map((id) => local(id, undefined)),
    isMeant,
  );
}

function local(id: string, detail: string | undefined): Candidate {
  return { label: id, kind: CompletionItemKind.Reference, ...(detail === undefined ? {} : { detail }) };
}

/** A label cannot name itself; nor can what is below it be its parent. */
function excluded(guideline: Guideline, keys: readonly string[]): ReadonlySet<string> {
  const [block, own] = keys;
  if (guideline.kind !== 'taxonomy' || block !== 'labels' || own === undefined) return new Set();
  return new Set(keys[2] === 'parent' ? [own, ...guideline.space.descendants(own)] : [own]);
}

function labels(space: LabelSpace | undefined, typed: string, isMeant: (id: string) => boolean): Candidates {
  if (!space) return { found: [], more: false };
  const { labels: found, more } = searchLabels(space, typed, mostItems, isMeant);
  return { found: found.map(({ label }) => labelCandidate(space, label)), more };
}

function labelCandidate(space: LabelSpace, { id, name, synonyms, abstract, deprecated }: Label): Candidate {
  return {
    label: id,
    kind: abstract ? CompletionItemKind.Class : CompletionItemKind.EnumMember,
    ...(name === undefined ? {} : { detail: name }),
    documentation: () => describeLabel(space, id),
    filter: [id, name ?? '', ...synonyms.map(({ text }) => text)].filter(Boolean).join(' '),
    ...(deprecated ? { deprecated: true } : {}),
  };
}

/** The attributes of a label, inherited ones too. */
function attributesOf(space: LabelSpace | undefined, label: string): Candidate[] {
  return [...(space?.effective(label)?.attributes.values() ?? [])].map((one) => attribute(one, one.declaredBy));
}

function attribute(one: Attribute, declaredBy?: string): Candidate {
  return {
    label: one.id,
    kind: CompletionItemKind.Field,
    ...(one.name === undefined ? {} : { detail: one.name }),
    documentation: () => describeAttribute(one, declaredBy),
  };
}

/** Attributes where they are keys: shared ones that a label may take up, conditions, and values of a replacement. */
function attributeKeys(guideline: Guideline, keys: readonly string[]): Candidate[] | undefined {
  const space = spaceOf(guideline);
  const [block, owner = '', third, , fifth] = keys;
  const shared = () => [...(space?.attributes.values() ?? [])].map((one) => attribute(one));
  if (guideline.kind === 'taxonomy' && block === 'labels' && third === 'attributes' && keys.length === 3)
    return shared();
  if (guideline.kind === 'taxonomy' && keys.length === 5 && third === 'deprecated')
    return attributesOf(space, fifth ?? '');
  const when = keys.lastIndexOf('when');
  if (when < 2 || when < keys.length - 2) return undefined;
  // Whether an attribute is asked cannot hang on its own answer.
  const own = third === 'attributes' ? keys[3] : owner;
  const isOther = ({ label }: Candidate) => label !== own;
  if (block === 'labels') return attributesOf(space, owner).filter(isOther);
  return block === 'attributes' ? shared().filter(isOther) : undefined;
}

/** A map with one key, as the value of the key at the cursor. */
function opened({ inFlow }: Cursor, key: string): Suggestion['text'] {
  const written = escapeSnippet(scalarText(key, { quote: '', inFlow }));
  return { snippet: inFlow ? `{${written}: $1}` : `\n  ${written}: $1` };
}

/** The values of the attribute that a condition asks for, and the bounds of one that has an order. */
function conditionValues(guideline: Guideline, cursor: Cursor): Candidate[] | undefined {
  const keys = cursor.path.map(String);
  const space = spaceOf(guideline);
  const steps = keys.slice(keys.lastIndexOf('when') + 1).filter((step) => !/^\d+$/.test(step));
  const [id = '', bound] = steps;
  const isBound = steps.length === 2 && (bound === 'minimum' || bound === 'maximum');
  if (!keys.includes('when') || (steps.length !== 1 && !isBound)) return undefined;
  const found = keys[0] === 'labels' ? space?.effective(keys[1] ?? '')?.attributes.get(id) : space?.attributes.get(id);
  if (found?.type === 'boolean')
    return [true, false].map((value) => ({ label: String(value), value, kind: CompletionItemKind.EnumMember }));
  const values = [...(found?.values.values() ?? [])].map(({ id: value, name }) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    ...(name === undefined ? {} : { detail: name }),
  }));
  const hasBounds = ['number', 'integer', 'ordinal'].includes(found?.type ?? '');
  const isWhole = cursor.slot === 'value' && keys[keys.length - 1] === id && cursor.typed === '' && cursor.quote === '';
  if (!hasBounds || !isWhole) return values;
  const bounds = ['minimum', 'maximum'].map((label) => ({
    label,
    kind: CompletionItemKind.Property,
    text: opened(cursor, label),
  }));
  return [...values, ...bounds];
}
