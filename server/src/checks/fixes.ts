import type { YamlDocument } from '../yaml/document';
import type { Span, YamlEntry, YamlMap, YamlNode } from '../yaml/node';
import type { Position, TextEdit } from '../yaml/position';
import type { Fix } from './problem';

/** Puts `text` in the place of a span. */
export function replaceFix(title: string, span: Span, text: string, preferred = false): Fix {
  return { title, preferred, edits: (document) => [{ range: document.range(span), text }] };
}

/** Whether nothing but blanks stands before a place in its line: what begins there is not in braces. */
export function beginsLine(document: YamlDocument, { line, character }: Position): boolean {
  return document.text.line(line).slice(0, character).trim() === '';
}

/** Writes an entry (`key: value`) into a map, in front of its first entry. */
export function insertFix(title: string, map: YamlMap, entry: string): Fix {
  return { title, edits: (document) => insertFirstEdit(document, map, entry) };
}

/** The edit that writes an entry into a map, in front of its first entry. */
export function insertFirstEdit(document: YamlDocument, map: YamlMap, entry: string): TextEdit[] {
  const first = map.entries[0];
  const start = first ? document.range(first.key).start : undefined;
  if (!first || !start) {
    const { line, character } = document.range(map).start;
    const at = { line, character: character + 1 };
    return [{ range: { start: at, end: at }, text: entry }];
  }
  // In a list, `[version: 1.0.0]` is a map without braces: what is written goes before its first key.
  if (map.style === 'flow') return [{ range: { start, end: start }, text: `${entry}, ` }];
  const indent = ' '.repeat(start.character);
  return [{ range: { start, end: start }, text: `${entry}${lineEnd(document)}${indent}` }];
}

/** Writes an entry behind another one of a block map. */
export function insertAfterFix(title: string, before: YamlEntry, entry: string, preferred = false): Fix {
  return {
    title,
    preferred,
    edits: (document) => {
      const indent = ' '.repeat(document.range(before.key).start.character);
      const at = document.range(before.value.end > before.key.end ? before.value : before.key).end;
      const end = { line: at.line, character: document.text.line(at.line).length };
      return [{ range: { start: end, end }, text: `${lineEnd(document)}${indent}${entry}` }];
    },
  };
}

/** Takes an entry out of its map, with its lines; nothing is left of it but comments around it. */
export function removeFix(title: string, map: YamlMap, entry: YamlEntry): Fix {
  return { title, edits: (document) => removeEntry(document, map, entry) };
}

function removeEntry(document: YamlDocument, map: YamlMap, entry: YamlEntry): TextEdit[] {
  const index = map.entries.findIndex(({ key }) => isSamePlace(key, entry.key));
  const next = map.entries[index + 1];
  const start = document.range(entry.key).start;
  const end = document.range(endOf(entry)).end;
  if (map.style === 'flow' || /\S/.test(document.text.line(start.line).slice(0, start.character))) {
    const before = map.entries[index - 1];
    if (next) return [{ range: { start, end: document.range(next.key).start }, text: '' }];
    return [{ range: { start: before ? document.range(endOf(before)).end : start, end }, text: '' }];
  }
  return [removeLines(document, start.line, end.line)];
}

/** Takes an item out of a list, with its line or its comma. */
export function removeItemFix(title: string, items: readonly YamlNode[], item: YamlNode, flow: boolean): Fix {
  return {
    title,
    edits: (document) => {
      const index = items.findIndex((other) => isSamePlace(other, item));
      const range = document.range(item);
      if (!flow) {
        const { line, character } = range.start;
        // Where the hyphen stands on a line of its own, with a comment behind it, it would be left.
        if (!/^\s*-\s+$/.test(document.text.line(line).slice(0, character))) return [];
        return [removeLines(document, line, range.end.line)];
      }
      const [before, next] = [items[index - 1], items[index + 1]];
      if (next) return [{ range: { start: range.start, end: document.range(next).start }, text: '' }];
      return [{ range: { start: before ? document.range(before).end : range.start, end: range.end }, text: '' }];
    },
  };
}

/** Takes lines (from 0, both included) out of a document. */
export function removeLines(document: YamlDocument, first: number, last: number): TextEdit {
  const { text } = document;
  if (last + 1 < text.lineCount) {
    return { range: { start: { line: first, character: 0 }, end: { line: last + 1, character: 0 } }, text: '' };
  }
  const start = first > 0 ? { line: first - 1, character: text.line(first - 1).length } : { line: 0, character: 0 };
  return { range: { start, end: { line: last, character: text.line(last).length } }, text: '' };
}

/** Nodes of one place may have been made more than once. */
function isSamePlace(one: Span, other: Span): boolean {
  return one.frame === other.frame && one.start === other.start;
}

function endOf(entry: YamlEntry): YamlNode {
  return entry.value.end > entry.key.end ? entry.value : entry.key;
}

/** How the document ends its lines. */
export function lineEnd(document: YamlDocument): string {
  return document.text.slice(0, 4096).includes('\r\n') ? '\r\n' : '\n';
}

/** A text as a YAML scalar, in quotes where it needs them, good in lists and maps of either style. */
export function asScalar(text: string): string {
  const plain = /^[A-Za-z][\w ./()-]*$/.test(text) && text.trimEnd() === text;
  return plain && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : inQuotes(text);
}

/** A text in quotes. */
export function inQuotes(text: string): string {
  return /[\n\r\t\\]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
