import type { YamlDocument, YamlError } from '../../yaml/document';
import type { Span } from '../../yaml/node';
import { keyText } from '../../yaml/node';
import type { Range } from '../../yaml/position';
import type { Finding } from '../problem';
import { quoted } from '../words';
import { mendOddSpace, mendTabs, mendTooFar, mendTooLittle } from './indents';
import { mendColon, mendHyphens } from './marks';
import type { Mend } from './mend';
import { mendQuotes } from './quoting';

/** The mistakes in the YAML of a document, in words that its lines suggest, with fixes where these are sure. */
export function yamlFindings(document: YamlDocument): Finding[] {
  const found: Finding[] = [];
  const places = new Set<string>();
  for (const error of document.errors) {
    const mend = mendOf(document, error);
    const at = mend?.at ? spanOf(document, error, mend.at) : error;
    const message = mend?.message ?? error.message;
    const place = `${at.frame.id}:${at.start}:${message}`;
    if (places.has(place)) continue;
    places.add(place);
    const { fix } = mend ?? {};
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

function mendOf(document: YamlDocument, error: YamlError): Mend | undefined {
  const { text } = document;
  const { line } = document.range(error).start;
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return repeated(document, error);
    case 'conflict':
    case 'directive':
    case 'MULTIPLE_DOCS':
    case 'document-end':
    case 'depth':
    case 'binary':
    case 'too-long':
    case 'merge-key':
      return undefined;
    case 'TAB_AS_INDENT':
      return mendTabs(text, line);
    case 'value-and-keys':
      return mendOddSpace(text, line) ?? mendOddSpace(text, line + 1) ?? mendTooFar(text, line);
  }
  return (
    mendOddSpace(text, line) ??
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

/** A range near an error, counted in its frame. */
function spanOf({ text, range }: YamlDocument, error: Span, at: Range): Span {
  const base = text.offsetAt(range(error).start) - error.start;
  return { frame: error.frame, start: text.offsetAt(at.start) - base, end: text.offsetAt(at.end) - base };
}
