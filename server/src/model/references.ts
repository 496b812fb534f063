import type { YamlDocument } from '../yaml/document';
import { exact } from '../yaml/exact';
import { createMemo } from '../yaml/memo';
import type { Span, YamlEntry, YamlNode, YamlScalar } from '../yaml/node';
import { spanWithin } from '../yaml/node';
import { EntryWalk } from '../yaml/walk';
import type { Label } from './label';
import { labelEntries } from './labelTable';

/** What an id in a document may name. `label-or-attribute` is `label` or `label.attribute`. */
export type ReferenceKind = 'label' | 'label-or-attribute' | 'attribute' | 'role' | 'stage' | 'image';

/** A place where a document names something that is defined elsewhere. */
export interface DocumentReference {
  readonly kind: ReferenceKind;
  /** The id, without an attribute behind a dot. */
  readonly id: string;
  /** The part behind the dot of `label.attribute`, where there is one. */
  readonly attribute?: string;
  /** Where the id stands, without the attribute. */
  readonly at: Span;
  /** Where the attribute stands. */
  readonly attributeAt?: Span;
  /** Whether anything else may stand here, too (`confusedWith` takes a label's id or words). */
  readonly open: boolean;
}

/** `*` is any key or index of the value before it; a path ends at scalars, lists of scalars, or, with `keys`, at the keys of a map. */
interface ReferencePath {
  readonly path: readonly string[];
  readonly kind: ReferenceKind;
  readonly keys?: boolean;
  readonly open?: boolean;
}

const taxonomyPaths: readonly ReferencePath[] = [
  { path: ['labels', '*', 'parent'], kind: 'label' },
  { path: ['labels', '*', 'partOf'], kind: 'label' },
  { path: ['labels', '*', 'disjointWith'], kind: 'label' },
  { path: ['labels', '*', 'confusedWith'], kind: 'label', keys: true, open: true },
  { path: ['labels', '*', 'deprecated', 'replacedBy'], kind: 'label', keys: true },
  { path: ['labels', '*', 'attributes', '*', 'labels'], kind: 'label' },
  { path: ['attributes', '*', 'labels'], kind: 'label' },
  { path: ['labels', '*', 'per'], kind: 'attribute' },
  { path: ['labels', '*', 'attributes', '*', 'derivedFrom'], kind: 'attribute' },
];

const protocolPaths: readonly ReferencePath[] = [
  { path: ['labels'], kind: 'label', keys: true },
  { path: ['labels', '*', 'on'], kind: 'image' },
  { path: ['workflow', '*', 'role'], kind: 'role' },
  { path: ['workflow', '*', 'of'], kind: 'stage' },
  { path: ['workflow', '*', 'sees'], kind: 'stage', open: true },
  { path: ['workflow', '*', 'when', 'labels'], kind: 'label' },
  { path: ['decisions', '*', 'labels'], kind: 'label' },
  { path: ['agreement', '*', 'labels'], kind: 'label-or-attribute' },
  { path: ['feedback', '*', 'labels'], kind: 'label-or-attribute' },
  { path: ['longitudinal', 'labels'], kind: 'label' },
  { path: ['samples', '*', 'shows'], kind: 'label' },
  { path: ['samples', '*', 'about'], kind: 'label' },
  { path: ['privacy', 'access'], kind: 'role' },
  { path: ['review', 'owner'], kind: 'role' },
  { path: ['approvals', '*', 'role'], kind: 'role', open: true },
];

const headPaths = taxonomyPaths.filter(({ path }) => path[0] !== 'labels');

/** From the label down. */
const labelPaths = taxonomyPaths
  .filter(({ path }) => path[0] === 'labels')
  .map((pattern) => ({ ...pattern, path: pattern.path.slice(2) }));

/** Those by their first key. */
const labelPathsByKey = new Map(
  labelPaths.map(({ path: [first = ''] }) => [first, labelPaths.filter(({ path }) => path[0] === first)]),
);

/** Whether a label of a taxonomy may name labels elsewhere than under `parent`: all the others need not be looked at. */
export function mayNameOthers({ partOf, disjointWith, confusedWith, deprecated, attributes }: Label): boolean {
  if (partOf.length > 0 || disjointWith.length > 0 || confusedWith.size > 0 || deprecated) return true;
  for (const { labels } of attributes.values()) if (labels.length > 0) return true;
  return false;
}

const none: readonly never[] = [];

function pathsOf(document: 'taxonomy' | 'protocol'): readonly ReferencePath[] {
  return document === 'taxonomy' ? taxonomyPaths : protocolPaths;
}

/**
 * What an id at a path of keys and indexes names, if it names anything: for completion. The path leads to the scalar or
 * list; where ids are keys of a map, it leads to the map.
 */
export function referenceKindAt(
  document: 'taxonomy' | 'protocol',
  path: readonly string[],
): { kind: ReferenceKind; keys: boolean } | undefined {
  const fits = (pattern: readonly string[], steps: readonly string[]) =>
    pattern.length === steps.length && pattern.every((step, i) => step === '*' || step === steps[i]);
  const inList = /^\d+$/.test(path[path.length - 1] ?? '') ? path.slice(0, -1) : path;
  const found = pathsOf(document).find(({ path: pattern }) => fits(pattern, path) || fits(pattern, inList));
  return found && { kind: found.kind, keys: found.keys ?? false };
}

/** Every place where a document names a label, an attribute, a role, a stage or an image; in no order. */
export function documentReferences(kind: 'taxonomy' | 'protocol', document: YamlDocument): DocumentReference[] {
  if (kind === 'taxonomy') {
    return [...headReferences(document), ...labelEntries(document).flatMap(labelReferences)];
  }
  const found = referencesBelow(document.root, protocolPaths);
  visit(document.root, ['instructions'], (node) => {
    if (node.kind !== 'scalar') return;
    for (const reference of linksIn(node, document.textOf(node))) found.push(reference);
  });
  return found;
}

/** The places outside `labels` where a taxonomy names something. */
export function headReferences(document: YamlDocument): DocumentReference[] {
  return referencesBelow(document.root, headPaths);
}

const known = createMemo<readonly DocumentReference[]>();

/** The places where a label of a taxonomy names something, kept with its node. */
export function labelReferences({ value }: Pick<YamlEntry, 'value'>): readonly DocumentReference[] {
  let references = known.get(value);
  if (!references) known.set(value, (references = exact(referencesOfLabel(value))));
  return references;
}

function referencesOfLabel(label: YamlNode): DocumentReference[] {
  const found: DocumentReference[] = [];
  if (label.kind !== 'map') return found;
  for (const walk = EntryWalk.over(label); walk.next();) {
    for (const pattern of labelPathsByKey.get(walk.key) ?? none) addReferences(walk.value, pattern, found, 1);
  }
  return found;
}

function referencesBelow(root: YamlNode, paths: readonly ReferencePath[]): DocumentReference[] {
  const found: DocumentReference[] = [];
  for (const pattern of paths) addReferences(root, pattern, found);
  return found;
}

/** Adds what a path leads to from a node, from its step `at` on. */
function addReferences(from: YamlNode, pattern: ReferencePath, found: DocumentReference[], at = 0): void {
  const use = (node: YamlNode) => {
    for (const scalar of idsAt(node, pattern.keys ?? false)) found.push(referenceOf(pattern, scalar));
  };
  visit(from, pattern.path, use, at);
}

/** Calls `use` with all that a path, from its step `at` on, leads to from a node. */
function visit(node: YamlNode, path: readonly string[], use: (node: YamlNode) => void, at = 0): void {
  const step = path[at];
  if (step === undefined) return use(node);
  if (node.kind === 'map') {
    for (const walk = EntryWalk.over(node); walk.next();) {
      if (step === '*' || walk.key === step) visit(walk.value, path, use, at + 1);
    }
  } else if (node.kind === 'list' && step === '*') {
    for (const item of node.items) visit(item, path, use, at + 1);
  }
}

/** A value that is no text (`true`) is no id: the schema says so of it. */
function idsAt(node: YamlNode, keys: boolean): YamlScalar[] {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? [node] : [];
  if (node.kind === 'list') return node.items.flatMap((item) => (item.kind === 'list' ? [] : idsAt(item, keys)));
  return keys ? node.entries.map(({ key }) => key) : [];
}

function referenceOf({ kind, open = false }: ReferencePath, node: YamlScalar): DocumentReference {
  const dot = kind === 'label-or-attribute' ? node.source.indexOf('.') : -1;
  if (dot < 0) return { kind, id: node.source, at: dotless(node), open };
  return {
    kind,
    id: node.source.slice(0, dot),
    attribute: node.source.slice(dot + 1),
    at: spanWithin(node, 0, dot),
    attributeAt: spanWithin(node, dot + 1, node.source.length),
    open,
  };
}

/** The id without quotes around it, so that a rename keeps them. */
function dotless(node: YamlScalar): Span {
  return spanWithin(node, 0, node.source.length);
}

const link = /\[\[([^\][\s.|]+)(?:\.([^\][\s|]+))?\]\]/g;

/** `[[label]]` and `[[label.attribute]]`, found in the text as it is written: a block text is indented there. */
function linksIn(node: YamlScalar, written: string): DocumentReference[] {
  return [...written.matchAll(link)].map((match) => {
    const [, id = '', attribute] = match;
    const span = (from: number, length: number): Span => ({
      frame: node.frame,
      start: node.start + from,
      end: node.start + from + length,
    });
    const start = match.index + 2;
    return {
      kind: 'label-or-attribute',
      id,
      attribute,
      at: span(start, id.length),
      attributeAt: attribute === undefined ? undefined : span(start + id.length + 1, attribute.length),
      open: false,
    };
  });
}
