import type { Range as LspRange } from 'vscode-languageserver-types';
import type { LabelSpace } from '../model/labelSpace';
import type { GuidelineFile, Resolved, Workspace } from '../workspace/workspace';
import type { Span, YamlEntry, YamlNode, YamlScalar } from '../yaml/node';
import { spanBetween } from '../yaml/node';

/** A taxonomy or a protocol with its references followed. */
export type Guideline = Exclude<Resolved, { kind: 'config' }>;

/** The labels that a document may name; nothing for a protocol whose taxonomy cannot be found. */
export function spaceOf(guideline: Guideline): LabelSpace | undefined {
  return guideline.kind === 'taxonomy' ? guideline.space : guideline.taxonomy?.space;
}

/** Resolves a file; nothing when it is no taxonomy or protocol. */
export async function resolveGuideline(workspace: Workspace, uri: string): Promise<Guideline | undefined> {
  const resolved = await workspace.resolve(uri);
  return resolved && isGuideline(resolved) ? resolved : undefined;
}

/** A file's guideline with those that depend on it, each once, the file itself first. */
export async function withDependants(workspace: Workspace, uri: string): Promise<Guideline[]> {
  const own = await resolveGuideline(workspace, uri);
  const dependants = await workspace.dependants(uri);
  return [...(own ? [own] : []), ...dependants.filter(isGuideline)];
}

function isGuideline(resolved: Resolved): resolved is Guideline {
  return resolved.kind !== 'config';
}

/** A span of a file as a range that may be given to a client. */
export function rangeOf(file: GuidelineFile, span: Span): LspRange {
  const { start, end } = file.document.range(span);
  return { start: { ...start }, end: { ...end } };
}

/** An entry from its key to the end of its value. */
export function entrySpan(key: YamlScalar, value: YamlNode | undefined): Span {
  return value ? spanBetween(key, value) : key;
}

/** The span of an entry of a map. */
export function spanOfEntry({ key, value }: YamlEntry): Span {
  return entrySpan(key, value);
}
