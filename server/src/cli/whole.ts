import type { Resolved } from '../workspace/workspace';
import type { Pair, SideFile } from './diffSides';
import { guidelineIn } from './tree';

/** Pairs with those of the taxonomies that they rest on, imported ones included. */
export async function wholePairs(pairs: readonly Pair[]): Promise<Pair[]> {
  const found = new Map<string, Pair>();
  for (const pair of pairs) {
    found.set((pair.after ?? pair.before)?.uri ?? '', pair);
    const [before, after] = [await restsOn(pair.before), await restsOn(pair.after)];
    for (const uri of new Set([...after.keys(), ...before.keys()])) {
      const [old, now] = [before.get(uri), after.get(uri)];
      if (!found.has(uri)) found.set(uri, { ...(old && { before: old }), ...(now && { after: now }) });
    }
  }
  return [...found.values()];
}

/** The taxonomies that a guideline rests on, by their URIs, itself not included. */
async function restsOn(side: SideFile | undefined): Promise<Map<string, SideFile>> {
  if (!side) return new Map();
  const { tree } = side;
  const uris = membersOf(await guidelineIn(tree, side.uri)).filter((uri) => uri !== side.uri);
  return new Map(uris.map((uri) => [uri, { tree, uri }]));
}

function membersOf(guideline: Resolved | undefined): string[] {
  const taxonomy =
    guideline?.kind === 'protocol' ? guideline.taxonomy : guideline?.kind === 'taxonomy' ? guideline : undefined;
  return taxonomy?.space.members.map(({ uri }) => uri) ?? [];
}
