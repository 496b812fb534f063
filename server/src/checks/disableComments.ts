import type { YamlDocument } from '../yaml/document';
import type { Range, TextEdit } from '../yaml/position';
import { contains } from '../yaml/position';
import { removeLines } from './fixes';
import type { Fix } from './problem';

const mark = 'labelwright-disable-next-line';
const comment = new RegExp(`(?:^|\\s)(#\\s*${mark}(?![\\w-]))(.*)$`);

/** `# labelwright-disable-next-line RULE: reason` in a document: problems of these rules in the next line are accepted. */
export interface DisableComment {
  /** The comment without blanks around it. */
  readonly range: Range;
  readonly rules: readonly DisabledRule[];
  /** Empty where none is given. */
  readonly reason: string;
  /** The next line that is neither blank nor a comment, from 0; the number of lines where there is none. */
  readonly target: number;
}

export interface DisabledRule {
  readonly id: string;
  readonly range: Range;
}

const known = new WeakMap<YamlDocument, readonly DisableComment[]>();

/** The comments of a document that disable rules, in order. */
export function disableComments(document: YamlDocument): readonly DisableComment[] {
  let comments = known.get(document);
  if (!comments) {
    comments = document.text.linesWith(mark).flatMap((line) => readComment(document, line) ?? []);
    known.set(document, comments);
  }
  return comments;
}

function readComment(document: YamlDocument, line: number): DisableComment | undefined {
  const { text } = document;
  const whole = text.line(line);
  const found = comment.exec(whole);
  const [, head = '', rest = ''] = found ?? [];
  if (!found) return undefined;
  const start = whole.length - head.length - rest.length;
  if (isInText(document, line, start)) return undefined;
  const colon = rest.indexOf(':');
  const named = colon < 0 ? rest : rest.slice(0, colon);
  const restAt = start + head.length;
  const rules = [...named.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
    id,
    range: inLine(line, restAt + index, restAt + index + id.length),
  }));
  return {
    range: inLine(line, start, whole.trimEnd().length),
    rules,
    reason: colon < 0 ? '' : rest.slice(colon + 1).trim(),
    target: nextLine(document, line),
  };
}

/** Whether a place is in a text of the document, where a number sign begins no comment. */
function isInText(document: YamlDocument, line: number, character: number): boolean {
  const position = { line, character };
  const last = document.pathAt(position).at(-1);
  if (last?.node.kind !== 'scalar' || last.node.style === 'missing') return false;
  const range = document.range(last.node);
  return contains(range, position) && !(range.end.line === line && range.end.character <= character);
}

function nextLine({ text }: YamlDocument, line: number): number {
  let next = line + 1;
  while (next < text.lineCount && /^\s*(#.*)?$/.test(text.line(next))) next++;
  return next;
}

/** Takes one rule out of a comment; the last one with the comment, and with its line where nothing else stands there. */
export function removeDisableFix({ range, rules }: DisableComment, rule?: DisabledRule, preferred = false): Fix {
  const { line } = range.start;
  const one = (start: number, end: number): TextEdit[] => [{ range: inLine(line, start, end), text: '' }];
  return {
    title: rule && rules.length > 1 ? `Remove “${rule.id}” from the comment` : 'Remove the comment',
    preferred,
    edits(document) {
      const index = rule ? rules.indexOf(rule) : -1;
      if (rule && rules.length > 1) {
        const [before, next] = [rules[index - 1], rules[index + 1]];
        if (next) return one(rule.range.start.character, next.range.start.character);
        return one(before?.range.end.character ?? rule.range.start.character, rule.range.end.character);
      }
      const whole = document.text.line(line);
      const content = whole.slice(0, range.start.character).trimEnd();
      return content === '' ? [removeLines(document, line, line)] : one(content.length, whole.length);
    },
  };
}

function inLine(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}
