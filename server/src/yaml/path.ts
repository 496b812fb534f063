import type { PathStep } from './document';
import type { Layout } from './layout';
import type { Section } from './section';
import { firstFrom } from './section';
import { blockAtOffset } from './layout';
import type { YamlEntry, YamlMap, YamlNode } from './node';
import type { SectionTree } from './tree';

/** The steps from the root to what stands at an offset of the document. */
export function pathTo(
  layout: Layout,
  trees: ReadonlyMap<Section['place'], { readonly tree: SectionTree }>,
  root: YamlNode,
  offset: number,
): PathStep[] {
  const at = blockAtOffset(layout, offset);
  const section = at && layout.sections[at.section];
  if (!section || layout.whole || root.kind !== 'map') return pathWithin(root, offset);
  const inSection = offset - (layout.starts[at.section] ?? 0);
  const inBlock = offset - at.start;

  const tree = trees.get(section.place)?.tree;
  const entry = tree?.entries[firstFrom(tree.entries, inSection, endOf)];
  if (!entry || !isInside(entry, inSection)) return [];
  const path: PathStep[] = [{ parent: root, entry, node: entry.value }];
  if (!tree?.map || entry.value !== tree.map) return [...path, ...pathWithin(entry.value, inSection)];
  const candidates = at.index === 0 ? (tree.above ?? []) : at.block.entries;
  return [...path, ...stepInto(tree.map, candidates, inBlock)];
}

function stepInto(parent: YamlMap, candidates: readonly YamlEntry[], offset: number): PathStep[] {
  const entry = candidates[firstFrom(candidates, offset, endOf)];
  if (!entry || !isInside(entry, offset)) return [];
  return [{ parent, entry, node: entry.value }, ...pathWithin(entry.value, offset)];
}

/** The steps from a node to what stands at an offset of its frame. */
function pathWithin(node: YamlNode, offset: number): PathStep[] {
  if (node.kind === 'map') return stepInto(node, node.entries, offset);
  if (node.kind === 'scalar') return [];
  const index = firstFrom(node.items, offset, ({ end }) => end);
  const item = node.items[index];
  if (!item || item.start > offset) return [];
  return [{ parent: node, index, node: item }, ...pathWithin(item, offset)];
}

function isInside(entry: YamlEntry, offset: number): boolean {
  return entry.key.start <= offset && offset <= endOf(entry);
}

function endOf({ key, value }: YamlEntry): number {
  return Math.max(key.end, value.end);
}
