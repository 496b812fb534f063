import { headContent } from './cut';
import { conflictLine, contentAt, lineBefore } from './line';

/** Something at the left margin that is no YAML of ours; offsets in the text it was found in. */
export interface Stray {
  readonly code: 'conflict' | 'directive' | 'MULTIPLE_DOCS' | 'document-end';
  readonly start: number;
  readonly end: number;
}

/** A text that can be read in spite of what is stray in it. */
export interface Softened {
  /** As long as the text was: stray lines are comments now. */
  readonly text: string;
  readonly strays: readonly Stray[];
  /** The `...` that ends the document, when nothing follows it here: stray only when something follows elsewhere. */
  readonly ended?: Stray;
}

const marginal = /(?<=^\ufeff?)(?:%.*|(?:---|\.\.\.)(?=[ \t\r]|$).*|(?:<{7}|\|{7}|={7}|>{7})(?: .*)?)$/gm;

/**
 * Makes comments of conflict markers, directives, and starts and ends of documents, so that what stands around them can
 * still be read. `atTop` says that the text starts where the document does: a first `---` may stand there.
 */
export function soften(text: string, atTop: boolean): Softened {
  const strays: Stray[] = [];
  const parts: string[] = [];
  let ended: Stray | undefined;
  let started = !atTop;
  let done = 0;
  const firstContent = headContent(text);
  const lastContent = lastContentAt(text);
  for (const { index: start, 0: found } of text.matchAll(marginal)) {
    // A byte order mark is one at the start only; elsewhere it is a letter.
    if (text.charCodeAt(start - 1) === 0xfeff && !(atTop && start === 1)) continue;
    const line = found.trimEnd();
    const end = start + line.length;
    const leading = !started && (firstContent < 0 || firstContent >= start);
    if (line.startsWith('%')) {
      // Elsewhere it is content, and wrong as such.
      if (!leading) continue;
      strays.push({ code: 'directive', start, end });
    } else if (conflictLine.test(line)) {
      strays.push({ code: 'conflict', start, end });
    } else if (line.startsWith('---')) {
      started = true;
      if (leading) continue;
      strays.push({ code: 'MULTIPLE_DOCS', start, end });
    } else {
      const stray: Stray = { code: 'document-end', start, end: start + 3 };
      if (leading || contentAt(text, start + 3) >= 0 || lastContent > start) {
        strays.push(stray);
      } else {
        ended = stray;
        // In a text at the root it would be read as part of that, were it a comment.
        if (atTop) continue;
      }
    }
    parts.push(text.slice(done, start), '#', ' '.repeat(line.length - 1));
    done = end;
  }
  return { text: parts.join('') + text.slice(done), strays, ...(ended && { ended }) };
}

/** Where the last line starts that is neither empty nor a comment, or -1. */
function lastContentAt(text: string): number {
  for (let end = text.length; end > 0;) {
    const start = lineBefore(text, end);
    if (contentAt(text, start) >= 0) return start;
    end = start;
  }
  return -1;
}
