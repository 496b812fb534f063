import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { Location, LocationLink, Position } from 'vscode-languageserver-types';
import type { LabelSpace } from '../model/labelSpace';
import type { Workspace } from '../workspace/workspace';
import type { Span, YamlNode, YamlScalar } from '../yaml/node';
import type { Guideline } from './guideline';
import { entrySpan, rangeOf, resolveGuideline, spaceOf } from './guideline';
import type { GuidelineSymbol } from './symbolAt';
import { symbolAt } from './symbolAt';

/** Where something stands: its id, and its whole entry. */
export interface DefinitionPlace {
  readonly uri: string;
  readonly key: YamlScalar;
  readonly entry: Span;
}

/** Where what stands at the position is defined; empty when it is defined nowhere. */
export async function provideDefinition(
  workspace: Workspace,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<LocationLink[]> {
  const guideline = await resolveGuideline(workspace, uri);
  if (token.isCancellationRequested || !guideline) return [];
  const place = symbolAt(guideline, position);
  const found = place && definitionOf(guideline, place.symbol);
  if (!place || !found) return [];
  const file = await workspace.file(found.uri);
  if (token.isCancellationRequested || !file) return [];
  return [
    {
      originSelectionRange: rangeOf(guideline.file, place.at),
      targetUri: found.uri,
      targetRange: rangeOf(file, found.entry),
      targetSelectionRange: rangeOf(file, found.key),
    },
  ];
}

/** The links as plain locations, for clients that know no links. */
export function locationsOf(links: readonly LocationLink[]): Location[] {
  return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}

/** The place that defines a symbol: of an attribute, its shared definition, or the label that declares it. */
export function definitionOf(guideline: Guideline, symbol: GuidelineSymbol): DefinitionPlace | undefined {
  const space = spaceOf(guideline);
  if (symbol.kind === 'label') {
    const entry = space?.labels.get(symbol.id);
    return entry && placeOf(entry.uri, entry.label.key, entry.label.node);
  }
  if (symbol.kind === 'attribute') return space && attributeDefinition(space, symbol.id, symbol.owner);
  if (guideline.kind !== 'protocol') return undefined;
  const { roles, workflow, images } = guideline.protocol;
  const entry = { role: roles, stage: workflow, image: images }[symbol.kind].get(symbol.id);
  return entry && placeOf(guideline.file.uri, entry.key, entry.node);
}

function attributeDefinition(space: LabelSpace, id: string, owner: string | undefined): DefinitionPlace | undefined {
  const home = owner === undefined ? undefined : space.labels.get(owner)?.uri;
  const sharing = space.members.filter(({ taxonomy }) => taxonomy.attributes.has(id));
  const member = sharing.find(({ uri }) => uri === home) ?? sharing[0];
  const shared = member?.taxonomy.attributes.get(id);
  if (member && shared) return placeOf(member.uri, shared.key, shared.node);
  const declaredBy = owner === undefined ? undefined : space.effective(owner)?.attributes.get(id)?.declaredBy;
  const declaring = declaredBy === undefined ? undefined : space.labels.get(declaredBy);
  const own = declaring?.label.attributes.get(id);
  return declaring && own && placeOf(declaring.uri, own.key, own.node);
}

function placeOf(uri: string, key: YamlScalar, node: YamlNode | undefined): DefinitionPlace {
  return { uri, key, entry: entrySpan(key, node) };
}
