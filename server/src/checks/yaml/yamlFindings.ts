import type { YamlDocument, YamlError } from '../../yaml/document';
import type { Frame, Span } from '../../yaml/node';
import { keyText } from '../../yaml/node';
import type { Range } from '../../yaml/position';
import type { Text } from '../../yaml/text';
import { asOne } from '../../yaml/text';
import type { Finding } from '../problem';
import { quoted } from '../words';
import { mendOddSpace, mendTabs, mendTooFar, mendTooLittle } from './indents';
import { mendColon, mendColour, mendHyphens } from './marks';
import type { Mend } from './mend';
import { mendQuotes } from './quoting';

/** So many mistakes are looked at closely; the others can wait until these are mended. */
const closely = 50;

/** Nor is any looked at closely after so much work: each edit that is tried reads a block, and lists all mistakes. */
const mostWork = 400_000;

/**
 * The mistakes in the YAML of a document, in words that its lines suggest. A fix is offered only where it leaves fewer
 * mistakes than there were; those behind a mistake that go away with it are not told of: they follow from it.
 */
export function yamlFindings(document: YamlDocument): Finding[] {
  const found: Finding[] = [];
  const places = new Set<string>();
  let work = 0;
  /** What is left in a block when the last mistake in it for which there is a fix is mended. */
  let left: { readonly frame: Frame; readonly mistakes: ReadonlySet<string> } | undefined;
  // Both wordings stand there with the same keys.
  const inConflict = document.errors.some(({ code }) => code === 'conflict');
  for (const [index, error] of document.errors.entries()) {
    if (inConflict && error.code === 'DUPLICATE_KEY') continue;
    if (left?.frame === error.frame && !left.mistakes.has(mistakeKey(document, error))) continue;
    const look = index < closely && work < mostWork;
    if (look) work += document.readAgain(error) + 10 * document.errors.length;
    const mend = look ? mendOf(document, error) : undefined;
    const at = mend?.at ? spanOf(document, error, mend.at) : error;
    const message = mend?.message ?? error.message;
    const place = `${at.frame.id}:${at.start}:${message}`;
    if (places.has(place)) continue;
    places.add(place);
    const mended = mend?.fix && document.edit(asOne(document.text, mend.fix.edits));
    const fix = mended && mended.errors.length < document.errors.length ? mend.fix : undefined;
    if (mended && fix && mended.text.lineCount === document.text.lineCount) {
      const mistakes = new Set(mended.errors.map((one) => mistakeKey(mended, one)));
      left = { frame: error.frame, mistakes };
    }
    found.push({
      at,
      message,
      ...(fix && {
        fixes: [{ title: fix.title, preferred: true, edits: (now) => mendOf(now, error)?.fix?.edits ?? [] }],
      }),
    });
  }
  return found;
}

/** The same for a mistake before and after an edit that keeps the lines. */
function mistakeKey(document: YamlDocument, error: YamlError): string {
  return `${document.range(error).start.line} ${error.code}`;
}

function mendOf(document: YamlDocument, error: YamlError): Mend | undefined {
  const { text } = document;
  const { line } = document.range(error).start;
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return repeated(document, error);
    case 'binary':
      return inUtf16(text) ? { message: 'This file is saved as UTF-16. Save it as UTF-8.' } : undefined;
    case 'conflict':
    case 'directive':
    case 'MULTIPLE_DOCS':
    case 'document-end':
    case 'depth':
    case 'too-long':
    case 'long-line':
    case 'merge-key':
      return undefined;
    case 'TAB_AS_INDENT':
      return mendTabs(text, line);
    case 'value-and-keys':
      return (
        mendOddSpace(text, line) ??
        mendOddSpace(text, line + 1) ??
        mendTooFar(text, line) ??
        (line + 1 < text.lineCount ? mendTooLittle(text, line + 1) : undefined)
      );
  }
  return (
    mendOddSpace(text, line) ??
    (error.code === 'open-bracket' ? mendColour(text, line) : undefined) ??
    mendColon(text, line) ??
    mendHyphens(text, line) ??
    (error.code === 'BAD_INDENT' ? mendTooLittle(text, line) : undefined) ??
    (error.code === 'BLOCK_AS_IMPLICIT_KEY' ? mendTooFar(text, line) : undefined) ??
    mendQuotes(text, line, error.code)
  );
}

/** Says where the other key is. */
function repeated(document: YamlDocument, error: YamlError): Mend | undefined {
  const step = document.pathAt(document.range(error).start).at(-1);
  const { parent, entry } = step ?? {};
  if (parent?.kind !== 'map' || !entry) return undefined;
  const other = parent.entries.find((one) => keyText(one) === keyText(entry) && one !== entry);
  if (!other) return undefined;
  const { line } = document.range(other.key).start;
  return {
    message: `${quoted(keyText(entry))} stands in line ${line + 1} already. Remove one of the two, or give this one another id.`,
  };
}

/** Whether every second character at the start is a NUL, as when UTF-16 is read byte by byte. */
function inUtf16(text: Text): boolean {
  return /^\ufffd{0,2}(?:\0[^\0]|[^\0]\0){4}/.test(text.slice(0, 64));
}

/** A range near an error, counted in its frame. */
function spanOf({ text, range }: YamlDocument, error: Span, at: Range): Span {
  const base = text.offsetAt(range(error).start) - error.start;
  return { frame: error.frame, start: text.offsetAt(at.start) - base, end: text.offsetAt(at.end) - base };
}
