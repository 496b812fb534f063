import type { YamlDocument } from '../../yaml/document';
import type { Span } from '../../yaml/node';
import type { Finding, Fix } from '../problem';
import type { LabelRule } from '../rule';
import { counted } from '../words';
import { taxonomyExample } from './examples';

const example = (name: string) =>
  taxonomyExample(`
labels:
  skin-fold:
    name: ${name}
    definition: A step in density where skin lies doubled.
`);

/**
 * Characters that are not drawn: control characters, soft hyphens, zero-width spaces, marks of byte order, and those that
 * turn the direction of writing round. Joiners and marks that some scripts need are not among them.
 */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b\u2028-\u202e\u2060-\u2069\ufeff]/;

export const noInvisibleCharacters: LabelRule = {
  id: 'no-invisible-characters',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  docs: {
    what: 'The text of a label holds no characters that cannot be seen, such as zero-width spaces, soft hyphens, or those that turn the direction of writing round.',
    why: 'Two names that look the same are then two names, and a search finds neither. They come with text copied from Word and from web pages. qSKOS reports unprintable characters.',
    invalid: example('Skin\u200b fold'),
    valid: example('Skin fold'),
  },
  check({ id, node }, document) {
    const found: Finding[] = [];
    if (node.frame.ascii) return found;
    const text = document.textOf(node);
    const first = text.search(invisible);
    if (first < 0) return found;
    const all = places(node, text);
    const number = (text.codePointAt(first) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    found.push({
      at: all[0] ?? node,
      message: `“${id}” has ${counted(all.length, 'character')} that cannot be seen, here U+${number}. Remove ${all.length > 1 ? 'them' : 'it'}.`,
      fixes: [removal(node)],
    });
    return found;
  },
};

/** Where the characters stand, each by itself. */
function places({ frame, start }: Span, text: string): Span[] {
  return [...text.matchAll(new RegExp(invisible, 'g'))].map(({ index }) => ({
    frame,
    start: start + index,
    end: start + index + 1,
  }));
}

function removal(node: Span): Fix {
  return {
    title: 'Remove the characters that cannot be seen',
    preferred: true,
    edits: (document: YamlDocument) =>
      places(node, document.textOf(node)).map((span) => ({ range: document.range(span), text: '' })),
  };
}
