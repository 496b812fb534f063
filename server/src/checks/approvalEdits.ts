import { readText } from '../model/read';
import type { YamlDocument } from '../yaml/document';
import type { YamlMap, YamlNode } from '../yaml/node';
import { entryOf, valueAt } from '../yaml/node';
import type { Position, TextEdit } from '../yaml/position';
import { contentDigest } from './content';
import { asScalar, insertAfterFix, lineEnd } from './fixes';

/** Who approves a text, and when. */
export interface Approval {
  readonly by: string;
  readonly role: string;
  /** `2026-02-01`. */
  readonly on: string;
}

/** The approvals of the version that a document has which carry no digest. */
export function approvalsWithoutDigest({ root }: YamlDocument): YamlMap[] {
  const list = valueAt(root, 'approvals');
  const version = readText(valueAt(root, 'version'));
  if (list?.kind !== 'list' || version === undefined) return [];
  return list.items.flatMap((item) =>
    item.kind === 'map' && readText(valueAt(item, 'version')) === version && !entryOf(item, 'digest') ? [item] : [],
  );
}

/** The edits that write the digest of a document's text into one of its {@link approvalsWithoutDigest}. */
export async function digestEdits(document: YamlDocument, approval: YamlMap): Promise<readonly TextEdit[]> {
  const version = entryOf(approval, 'version');
  if (!version) return [];
  const digest = `digest: '${await contentDigest(document)}'`;
  if (approval.style === 'flow') return [insertion(document.range(version.value).end, `, ${digest}`)];
  return insertAfterFix('', version, digest).edits(document);
}

/**
 * The edit that adds an approval of the text of a document, as it stands and with its digest, behind those that are there,
 * and written as they are. Nothing where the document has no version, or something else than approvals in their place.
 */
export async function approvalEdit(document: YamlDocument, approval: Approval): Promise<TextEdit | undefined> {
  const { root } = document;
  const version = readText(valueAt(root, 'version'));
  if (root.kind !== 'map' || version === undefined) return undefined;
  const { by, role, on } = approval;
  const digest = `digest: '${await contentDigest(document)}'`;
  const keys = [`by: ${asScalar(by)}`, `role: ${asScalar(role)}`, `on: ${on}`, `version: ${version}`, digest];
  const inBraces = `{${keys.join(', ')}}`;
  const list = valueAt(root, 'approvals');
  if (!list) {
    if (root.style === 'block') return atTheEnd(document, ['approvals:', ...itemLines(keys, '  ')]);
    const last = root.entries.at(-1)?.value;
    return last && insertion(document.range(last).end, `, approvals: [${inBraces}]`);
  }
  if (list.kind !== 'list') return undefined;
  const last = list.items.at(-1);
  const { start } = document.range(list);
  if (!last) return insertion({ line: start.line, character: start.character + 1 }, inBraces);
  if (list.style === 'flow') return insertion(document.range(last).end, `, ${inBraces}`);
  const indent = ' '.repeat(start.character);
  const isInBraces = last.kind === 'map' && last.style === 'flow';
  const lines = isInBraces ? [`${indent}- ${inBraces}`] : itemLines(keys, indent);
  const newLine = lineEnd(document);
  return insertion(endOfLines(document, last), lines.map((line) => newLine + line).join(''));
}

function itemLines(keys: readonly string[], indent: string): string[] {
  return keys.map((key, i) => `${indent}${i === 0 ? '- ' : '  '}${key}`);
}

function insertion(at: Position, text: string): TextEdit {
  return { range: { start: at, end: at }, text };
}

/** The end of the last line of a node, behind a comment in it. */
function endOfLines({ text, range }: YamlDocument, node: YamlNode): Position {
  const { end } = range(node);
  // A block of text reaches to the start of the line below it.
  const line = end.character === 0 ? end.line - 1 : end.line;
  return { line, character: text.line(line).length };
}

function atTheEnd(document: YamlDocument, lines: readonly string[]): TextEdit {
  const { text } = document;
  const newLine = lineEnd(document);
  const last = text.lineCount - 1;
  const character = text.line(last).length;
  const added = lines.map((line) => line + newLine).join('');
  return insertion({ line: last, character }, character > 0 ? newLine + added : added);
}
