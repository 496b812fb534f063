import { documentReferences, referenceKindAt } from '../model/references';
import type { PathStep } from '../yaml/document';
import { pathKeys } from '../yaml/document';
import type { Span, YamlScalar } from '../yaml/node';
import { spanWithin } from '../yaml/node';
import type { Position } from '../yaml/position';
import { contains } from '../yaml/position';
import type { Guideline } from './guideline';

/** What a guideline gives an id to. An attribute is named by way of a label (`owner`), or as a shared definition. */
export type GuidelineSymbol =
  | { readonly kind: 'label' | 'role' | 'stage' | 'image'; readonly id: string }
  | { readonly kind: 'attribute'; readonly id: string; readonly owner?: string };

/** A place where a document names something or defines it: the id alone, without quotes. */
export interface NamedPlace {
  readonly symbol: GuidelineSymbol;
  readonly at: Span;
}

/** What the document names or defines at a position. */
export function symbolAt(guideline: Guideline, position: Position): NamedPlace | undefined {
  const { document } = guideline.file;
  const path = document.pathAt(position);
  const last = path[path.length - 1];
  if (!last) return undefined;
  const isAt = (span: Span) => contains(document.range(span), position);
  const keys = pathKeys(path);
  if (guideline.kind === 'protocol' && keys[0] === 'instructions') return linkAt(guideline, isAt);
  let place: NamedPlace | undefined;
  if (last.entry && isAt(last.entry.key)) place = symbolOfKey(guideline, path, last.entry.key);
  else if (last.node.kind === 'scalar' && last.node.style !== 'missing') {
    place = symbolOfValue(guideline.kind, keys, last.node, isAt);
  }
  // Outside the quotes is not on the id.
  return place && isAt(place.at) ? place : undefined;
}

function symbolOfKey(guideline: Guideline, path: readonly PathStep[], key: YamlScalar): NamedPlace | undefined {
  const keys = pathKeys(path);
  const symbol = definedAt(guideline.kind, keys) ?? conditionAt(keys) ?? referredAt(guideline.kind, keys);
  return symbol && { symbol, at: spanWithin(key, 0, key.source.length) };
}

/** What a key defines. */
function definedAt(
  kind: Guideline['kind'],
  [first, id = '', third, fourth, ...rest]: string[],
): GuidelineSymbol | undefined {
  if (rest.length > 0 || id === '') return undefined;
  if (kind === 'taxonomy') {
    if (first === 'labels' && third === 'attributes' && fourth !== undefined) {
      return { kind: 'attribute', id: fourth, owner: id };
    }
    if (third !== undefined) return undefined;
    if (first === 'labels') return { kind: 'label', id };
    return first === 'attributes' ? { kind: 'attribute', id } : undefined;
  }
  if (third !== undefined) return undefined;
  if (first === 'roles') return { kind: 'role', id };
  if (first === 'workflow') return { kind: 'stage', id };
  return first === 'images' ? { kind: 'image', id } : undefined;
}

/** The attribute that a condition (`when`) of a label, of its attribute, or of a shared attribute asks for. */
function conditionAt(keys: string[]): GuidelineSymbol | undefined {
  const [subject = '', before] = [keys[keys.length - 1], keys[keys.length - 2]];
  const when = keys.lastIndexOf('when', keys.length - 2);
  if (when < 2 || (when !== keys.length - 2 && !(when === keys.length - 3 && /^\d+$/.test(before ?? ''))))
    return undefined;
  if (keys[0] === 'labels') return { kind: 'attribute', id: subject, owner: keys[1] };
  return keys[0] === 'attributes' ? { kind: 'attribute', id: subject } : undefined;
}

/** What a key refers to, where ids are keys; `replacedBy` names attributes below them, too. */
function referredAt(kind: Guideline['kind'], keys: string[]): GuidelineSymbol | undefined {
  const id = keys[keys.length - 1] ?? '';
  const found = referenceKindAt(kind, keys.slice(0, -1));
  if (found?.keys) return symbolOf(found.kind, id, keys);
  const isReplacement =
    kind === 'taxonomy' && keys.length === 6 && keys[2] === 'deprecated' && keys[3] === 'replacedBy';
  return isReplacement ? { kind: 'attribute', id, owner: keys[4] } : undefined;
}

function symbolOfValue(
  kind: Guideline['kind'],
  keys: string[],
  node: YamlScalar,
  isAt: (span: Span) => boolean,
): NamedPlace | undefined {
  const found = referenceKindAt(kind, keys);
  if (!found) return undefined;
  const dot = found.kind === 'label-or-attribute' ? node.source.indexOf('.') : -1;
  if (dot < 0) return { symbol: symbolOf(found.kind, node.source, keys), at: spanWithin(node, 0, node.source.length) };
  const owner = node.source.slice(0, dot);
  const label = spanWithin(node, 0, dot);
  if (isAt(label)) return { symbol: { kind: 'label', id: owner }, at: label };
  const id = node.source.slice(dot + 1);
  return { symbol: { kind: 'attribute', id, owner }, at: spanWithin(node, dot + 1, node.source.length) };
}

function symbolOf(
  kind: NonNullable<ReturnType<typeof referenceKindAt>>['kind'],
  id: string,
  keys: string[],
): GuidelineSymbol {
  if (kind === 'label-or-attribute') return { kind: 'label', id };
  if (kind === 'attribute') return { kind, id, owner: keys[0] === 'labels' ? keys[1] : undefined };
  return { kind, id };
}

/** A link in the instructions, `[[label]]` or `[[label.attribute]]`. */
function linkAt(guideline: Guideline, isAt: (span: Span) => boolean): NamedPlace | undefined {
  for (const { id, at, attribute, attributeAt } of documentReferences(guideline.kind, guideline.file.document)) {
    if (isAt(at)) return { symbol: { kind: 'label', id }, at };
    if (attribute !== undefined && attributeAt && isAt(attributeAt)) {
      return { symbol: { kind: 'attribute', id: attribute, owner: id }, at: attributeAt };
    }
  }
  return undefined;
}
