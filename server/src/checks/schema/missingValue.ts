import { keyText } from '../../yaml/node';
import type { Span } from '../../yaml/node';
import { asScalar, beginsLine, lineEnd, replaceFix } from '../fixes';
import type { Finding, Fix } from '../problem';
import { nameFromId } from '../words';
import type { Mistake } from './mistake';

/** A key without a value, or a hyphen without an item. */
export function missingValue(mistake: Mistake, expected: readonly string[]): Finding {
  const { entry, node, parent, key, part, validated } = mistake;
  if (!entry || parent?.kind === 'list') {
    return {
      at: hyphenBefore(mistake) ?? node,
      message: `An item of “${key}” is empty. Write something behind the hyphen, or remove the line.`,
    };
  }
  const comment = commentBehind(mistake);
  if (comment) {
    const fix = replaceFix('Put it in quotes', comment.at, `'${comment.text}'`, true);
    const why = key === 'color' ? 'A colour needs quotes' : 'This needs quotes';
    return { at: comment.at, message: `${why}: without them “${comment.text}” is a comment.`, fixes: [fix] };
  }
  const at = node.end > node.start ? node : entry.key;
  if (isReasonOfWaiver(mistake)) return { at, message: withoutReason };
  if (part.definition === 'label') {
    const name = nameFromId(keyText(entry));
    return {
      at: entry.key,
      message: `“${key}” has nothing under it. Give it at least a name.`,
      fixes: beginsLine(validated.document, validated.document.range(entry.key).start) ? [nameFix(mistake, name)] : [],
    };
  }
  if (expected.includes('object') && !expected.includes('string')) {
    const empty =
      (validated.definition === 'labelUse' && mistake.error.instancePath === '') ||
      ['labelUse', 'timepoint', 'attributeValue'].includes(part.definition);
    const how = empty ? ' Write {} behind the colon if there is nothing to say.' : '';
    const span: Span = { frame: entry.key.frame, start: entry.key.end, end: entry.key.end };
    const fixes = empty && node.start === node.end ? [replaceFix('Write {}', span, ': {}', true)] : [];
    return { at, message: `“${key}” has nothing under it.${how}`, fixes: fixes.map(behindColon(mistake)) };
  }
  return { at, message: `“${key}” has no value. Write one behind the colon, or remove the key.` };
}

/** What is said of a waiver whose reason is there, and empty. */
export const withoutReason = 'A waiver without a reason does not count. Say behind “reason” why this is accepted.';

export function isReasonOfWaiver({ key, validated, error }: Mistake): boolean {
  return validated.kind === 'config' && key === 'reason' && error.instancePath.startsWith('/waivers/');
}

function hyphenBefore({ node, validated }: Mistake): Span | undefined {
  const { frame, start } = node;
  const from = Math.max(0, start - 8);
  const dash = validated.document.textOf({ frame, start: from, end: start }).lastIndexOf('-');
  return dash < 0 ? undefined : { frame, start: from + dash, end: from + dash + 1 };
}

/** The colon is part of the text already. */
function behindColon({ entry, validated }: Mistake): (fix: Fix) => Fix {
  return (fix) => {
    if (!entry) return fix;
    const written = validated.document.textOf({
      frame: entry.key.frame,
      start: entry.key.end,
      end: entry.key.end + 20,
    });
    const colon = /^\s*:/.exec(written)?.[0].length ?? 0;
    const span: Span = { frame: entry.key.frame, start: entry.key.end, end: entry.key.end + colon };
    return replaceFix(fix.title, span, ': {}', true);
  };
}

function nameFix({ entry, node }: Mistake, name: string): Fix {
  return {
    title: `Add “name: ${name}”`,
    edits: (document) => {
      const key = document.range(entry?.key ?? node);
      const end = { line: key.end.line, character: document.text.line(key.end.line).length };
      const line = `${lineEnd(document)}${' '.repeat(key.start.character + 2)}name: ${asScalar(name)}`;
      // `null` or `~` gives way to what is written below it; a comment behind it stays.
      const nothing = { range: document.range(node), text: '' };
      return [...(node.end > node.start ? [nothing] : []), { range: { start: end, end }, text: line }];
    },
  };
}

/** `color: #e4572e`: what stands behind the `#` of an entry without a value, when it looks like one. */
function commentBehind({ entry, validated }: Mistake): { at: Span; text: string } | undefined {
  if (!entry) return undefined;
  const { frame, end } = entry.key;
  const written = validated.document.textOf({ frame, start: end, end: end + 80 });
  const match = /^(\s*:[ \t]+)(#[0-9A-Za-z]+)[ \t]*(?:#.*)?(?:[\r\n]|$)/.exec(written);
  if (!match) return undefined;
  const start = end + (match[1] ?? '').length;
  const text = match[2] ?? '';
  return { at: { frame, start, end: start + text.length }, text };
}
