import type { LabelSpace } from '../model/labelSpace';
import type { Workspace } from '../workspace/workspace';
import type { Guideline } from './guideline';
import { resolveGuideline, spaceOf, withDependants } from './guideline';
import type { GuidelineSymbol } from './symbolAt';

/** What an id stands for, so that the same thing is known again in other files. */
export type Target =
  | {
      readonly kind: 'label';
      readonly id: string;
      /** The file that defines it. */
      readonly home: string;
    }
  | {
      readonly kind: 'attribute';
      readonly id: string;
      /** The labels by which it goes: the is-a family that declares it; every label when the definition is shared. */
      readonly family: ReadonlySet<string>;
      readonly shared: boolean;
      /** The files that define it or take it up. */
      readonly homes: readonly string[];
    }
  | { readonly kind: 'role' | 'stage' | 'image'; readonly id: string; readonly home: string };

/** What a symbol stands for; nothing when it is not defined anywhere. */
export function targetOf(guideline: Guideline, symbol: GuidelineSymbol): Target | undefined {
  const space = spaceOf(guideline);
  if (symbol.kind === 'label') {
    const home = space?.labels.get(symbol.id)?.uri;
    return home === undefined ? undefined : { kind: 'label', id: symbol.id, home };
  }
  if (symbol.kind === 'attribute') return space && attributeTarget(space, symbol.id, symbol.owner);
  if (guideline.kind !== 'protocol') return undefined;
  const { roles, workflow, images } = guideline.protocol;
  const defined = { role: roles, stage: workflow, image: images }[symbol.kind].has(symbol.id);
  return defined ? { kind: symbol.kind, id: symbol.id, home: guideline.file.uri } : undefined;
}

function attributeTarget(space: LabelSpace, id: string, owner: string | undefined): Target | undefined {
  const shared = space.attributes.has(id);
  if (!shared && owner === undefined) return undefined;
  const family = shared ? new Set(space.labels.keys()) : familyOf(space, id, owner ?? '');
  const homes = new Set<string>();
  for (const { uri, taxonomy } of space.members) if (taxonomy.attributes.has(id)) homes.add(uri);
  for (const name of family) {
    const entry = space.labels.get(name);
    if (entry?.label.attributes.has(id)) homes.add(entry.uri);
  }
  return homes.size === 0 ? undefined : { kind: 'attribute', id, family, shared, homes: [...homes] };
}

/** The labels that have the attribute from the same declarations as `owner`: up to those, and down again. */
function familyOf(space: LabelSpace, id: string, owner: string): Set<string> {
  const family = new Set<string>();
  const queue = [owner];
  for (let label = queue.pop(); label !== undefined; label = queue.pop()) {
    for (const root of [label, ...space.ancestors(label)]) {
      if (family.has(root) || !space.labels.get(root)?.label.attributes.has(id)) continue;
      for (const member of [root, ...space.descendants(root)]) {
        if (!family.has(member)) queue.push(member);
        family.add(member);
      }
    }
  }
  return family;
}

/** The guidelines in which a target may be named, each once. */
export async function guidelinesOf(workspace: Workspace, target: Target): Promise<Guideline[]> {
  if (target.kind !== 'label' && target.kind !== 'attribute') {
    const own = await resolveGuideline(workspace, target.home);
    return own ? [own] : [];
  }
  const found = new Map<string, Guideline>();
  for (const home of target.kind === 'label' ? [target.home] : target.homes) {
    for (const guideline of await withDependants(workspace, home)) found.set(guideline.file.uri, guideline);
  }
  return [...found.values()];
}
