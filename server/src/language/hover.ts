import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { Hover, Position } from 'vscode-languageserver-types';
import { MarkupKind } from 'vscode-languageserver-types';
import type { GuidelineFile, Workspace } from '../workspace/workspace';
import type { PathStep } from '../yaml/document';
import type { YamlScalar } from '../yaml/node';
import type { Range } from '../yaml/position';
import { contains } from '../yaml/position';
import { disableComments } from '../checks/disableComments';
import { describeAttribute, describeLabel } from './describe';
import { describeKey, describeValue } from './describeKey';
import { describeRule, isRuleAt } from './describeRule';
import type { Guideline } from './guideline';
import { rangeOf, spaceOf } from './guideline';
import { code, paragraphs, plain } from './markdown';
import type { DocumentPath } from './schemaAt';
import type { GuidelineSymbol } from './symbolAt';
import type { Standings } from './standing';
import { symbolAt } from './symbolAt';

/**
 * What the word at the position means: a label, an attribute, a role, a key of the format, or one of its values; with
 * `standings`, also since when a label's definition stands.
 */
export async function provideHover(
  workspace: Workspace,
  uri: string,
  position: Position,
  token: CancellationToken,
  standings?: Standings,
): Promise<Hover | undefined> {
  const resolved = await workspace.resolve(uri);
  if (token.isCancellationRequested || !resolved) return undefined;
  const place = resolved.kind === 'config' ? undefined : symbolAt(resolved, position);
  if (place && resolved.kind !== 'config') {
    const label = place.symbol.kind === 'label' ? spaceOf(resolved)?.labels.get(place.symbol.id) : undefined;
    const since = label && (await standings?.of(label, () => token.isCancellationRequested));
    const described = describeSymbol(resolved, place.symbol, since);
    if (described !== undefined) return hover(described, rangeOf(resolved.file, place.at));
  }
  return ruleHover(resolved.file, position) ?? formatHover(resolved.file, position);
}

/** What a rule means that a configuration, or a comment, names at the position. */
function ruleHover(file: GuidelineFile, position: Position): Hover | undefined {
  const { document } = file;
  const disabled = disableComments(document).flatMap(({ rules }) => rules);
  const inComment = disabled.find(({ range }) => contains(range, position));
  if (inComment) {
    const described = describeRule(inComment.id);
    return described === undefined ? undefined : hover(described, inComment.range);
  }
  if (file.kind !== 'config') return undefined;
  const steps = document.pathAt(position);
  const last = steps.at(-1);
  if (!last || !isRuleAt(documentPath(steps))) return undefined;
  const named = [last.node, ...(last.entry ? [last.entry.key] : [])].find(
    (node): node is YamlScalar => node.kind === 'scalar' && contains(document.range(node), position),
  );
  const described = named && describeRule(named.source);
  return !named || described === undefined ? undefined : hover(described, rangeOf(file, named));
}

function describeSymbol(guideline: Guideline, symbol: GuidelineSymbol, since?: string): string | undefined {
  const space = spaceOf(guideline);
  if (symbol.kind === 'label') return space && describeLabel(space, symbol.id, since);
  if (symbol.kind === 'attribute') {
    const own = symbol.owner === undefined ? undefined : space?.effective(symbol.owner)?.attributes.get(symbol.id);
    const attribute = own ?? space?.attributes.get(symbol.id);
    return attribute && describeAttribute(attribute, own?.declaredBy);
  }
  if (guideline.kind !== 'protocol') return undefined;
  if (symbol.kind === 'role') {
    const role = guideline.protocol.roles.get(symbol.id);
    return role && paragraphs(`Role ${code(role.id)}`, role.qualification && plain(role.qualification));
  }
  if (symbol.kind === 'stage') {
    const stage = guideline.protocol.workflow.get(symbol.id);
    return stage && paragraphs(`Step ${code(stage.id)}`, stage.stage && code(stage.stage));
  }
  const image = guideline.protocol.images.get(symbol.id);
  return image && `Image ${code(image.id)}`;
}

/** What the format says of the key or the value at the position. */
function formatHover(file: GuidelineFile, position: Position): Hover | undefined {
  const steps = file.document.pathAt(position);
  const last = steps[steps.length - 1];
  const isAt = (node: YamlScalar) => contains(file.document.range(node), position);
  if (!last) return undefined;
  const path = documentPath(steps);
  if (last.entry && isAt(last.entry.key)) {
    const described = describeKey(file.kind, path, file.document.root);
    return described === undefined ? undefined : hover(described, rangeOf(file, last.entry.key));
  }
  const { node } = last;
  if (node.kind !== 'scalar' || node.style === 'missing' || !isAt(node)) return undefined;
  const described = describeValue(file.kind, path, file.document.root, node);
  return described === undefined ? undefined : hover(described, rangeOf(file, node));
}

/** The path that steps of a document spell. */
export function documentPath(steps: readonly PathStep[]): DocumentPath {
  return steps.map((step) => step.entry?.key.source ?? step.index ?? 0);
}

function hover(value: string, { start, end }: Range): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range: { start: { ...start }, end: { ...end } } };
}
