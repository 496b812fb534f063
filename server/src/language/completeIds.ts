import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Attribute } from '../model/attribute';
import type { LabelSpace } from '../model/labelSpace';
import type { ReferenceKind } from '../model/references';
import { referenceKindAt } from '../model/references';
import { keyText } from './completeFormat';
import type { Suggestion } from './completionItem';
import type { CompletionPlace } from './completionPlace';
import { wrapped } from './completionPlace';
import type { Cursor } from './cursor';
import { describeAttribute, describeLabel } from './describe';
import type { Guideline } from './guideline';
import { spaceOf } from './guideline';
import { schemaAt } from './schemaAt';
import { escapeSnippet, scalarText } from './snippets';

/** An id that may be named at the cursor; `value` or `text` where it is written otherwise than as text. */
type Candidate = Omit<Suggestion, 'text'> & { readonly value?: boolean; readonly text?: Suggestion['text'] };

/**
 * The ids that the document or its taxonomy defines and that may be named at the cursor, as keys or as values. Nothing
 * where ids of one's own, or other values, stand.
 */
export function suggestIds(guideline: Guideline, place: CompletionPlace): Suggestion[] | undefined {
  const { cursor, map, value, wrap } = place;
  const keys = cursor.path.map(String);
  const found = referenceKindAt(guideline.kind, keys);
  const items = new Set(cursor.items);
  const isNew = ({ label }: Candidate) => !items.has(label) && !cursor.siblings.has(label);

  if (map) {
    const asKeys = found?.keys ? candidates(guideline, found.kind, keys) : attributeKeys(guideline, keys);
    return asKeys?.filter(isNew).map((one) => ({ ...one, text: keyOf(guideline, cursor, one.label) }));
  }
  if (!value) return undefined;
  const dot = found?.kind === 'label-or-attribute' ? cursor.typed.lastIndexOf('.') : -1;
  if (dot >= 0) {
    const start = cursor.start + dot + 1;
    const attributes = attributesOf(spaceOf(guideline), cursor.typed.slice(0, dot));
    return attributes.map((one) => ({ ...one, text: one.label, start }));
  }
  if (keys[keys.length - 1] === 'when' && cursor.slot === 'value') {
    return attributeKeys(guideline, keys)?.map((one) => ({ ...one, text: opened(cursor, one.label) }));
  }
  const asValues = found ? candidates(guideline, found.kind, keys) : conditionValues(guideline, cursor);
  // A label that is named may be named again with an attribute of it.
  const offered = found?.kind === 'label-or-attribute' ? asValues : asValues?.filter(isNew);
  return offered?.map((one) => ({
    ...one,
    text: one.text ?? wrapped(scalarText(one.value ?? one.label, cursor), wrap),
  }));
}

/** `[[label]]` and `[[label.attribute]]` in the instructions of a protocol, whose line is `before` the cursor and `after`. */
export function suggestLinks(
  guideline: Guideline,
  cursor: Cursor,
  before: string,
  after: string,
): Suggestion[] | undefined {
  const open = /\[\[([^\][|\s]*)$/.exec(before);
  if (guideline.kind !== 'protocol' || cursor.path[0] !== 'instructions' || !open) return undefined;
  const [, typed = ''] = open;
  const closing = after.startsWith(']]') ? '' : ']]';
  const dot = typed.indexOf('.');
  const start = before.length - typed.length + dot + 1;
  const space = spaceOf(guideline);
  const found = dot < 0 ? labels(space, new Set()) : attributesOf(space, typed.slice(0, dot));
  return found.map((one) => ({ ...one, text: `${one.label}${closing}`, start }));
}

function keyOf({ kind, file }: Guideline, cursor: Cursor, id: string): Suggestion['text'] {
  const schema = schemaAt(kind, [...cursor.path, id], file.document.root, { shape: 'scalar' })?.schema;
  return keyText(id, schema ?? {}, cursor);
}

function candidates(guideline: Guideline, kind: ReferenceKind, keys: readonly string[]): Candidate[] {
  const space = spaceOf(guideline);
  if (kind === 'label' || kind === 'label-or-attribute') return labels(space, excluded(guideline, keys));
  if (kind === 'attribute') {
    const own = keys[2] === 'attributes' ? keys[3] : undefined;
    return attributesOf(space, keys[1] ?? '').filter(({ label }) => label !== own);
  }
  if (guideline.kind !== 'protocol') return [];
  const { roles, workflow, images } = guideline.protocol;
  if (kind === 'role') {
    return [...roles.values()].map(({ id, qualification }) => local(id, qualification));
  }
  if (kind === 'stage') {
    return [...workflow.values()].filter(({ id }) => id !== keys[1]).map(({ id, stage }) => local(id, stage));
  }
  return [...images.keys()].map((id) => local(id, undefined));
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

function labels(space: LabelSpace | undefined, without: ReadonlySet<string>): Candidate[] {
  if (!space) return [];
  const found = [...space.labels.values()].filter(({ label }) => !without.has(label.id));
  const inUse = found.filter(({ label }) => !label.deprecated);
  return [...inUse, ...found.filter(({ label }) => label.deprecated)].map(({ label }) => ({
    label: label.id,
    kind: label.abstract ? CompletionItemKind.Class : CompletionItemKind.EnumMember,
    ...(label.name === undefined ? {} : { detail: label.name }),
    documentation: () => describeLabel(space, label.id),
    filter: [label.id, label.name ?? '', ...label.synonyms.map(({ text }) => text)].filter(Boolean).join(' '),
    ...(label.deprecated ? { deprecated: true } : {}),
  }));
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
