import type { YamlDocument } from '../../yaml/document';
import type { YamlScalar } from '../../yaml/node';
import type { Finding } from '../problem';

const marks = {
  hyphens: {
    line: /^\s*-(?=[^\s-])/,
    message: 'A hyphen needs a space behind it.',
    title: 'Put a space behind each hyphen',
  },
  colons: {
    line: /^\s*[A-Za-z][\w-]*:(?=[^\s:/])/,
    message: 'A colon needs a space behind it.',
    title: 'Put a space behind each colon',
  },
} as const;

/**
 * `-Any line` under a key, or `name:Hip` under an id: lines that read as one text, since each lacks the space behind its
 * mark. Nothing when any line of the text is written otherwise.
 */
export function marksWithoutSpace(
  document: YamlDocument,
  node: YamlScalar,
  kind: keyof typeof marks,
): Finding | undefined {
  if (node.style !== 'plain') return undefined;
  const { line: pattern, message, title } = marks[kind];
  const { start, end } = document.range(node);
  const before = document.text.line(start.line).slice(0, start.character);
  if (before.trim() !== '') return undefined;
  for (let line = start.line; line <= end.line; line++) if (!pattern.test(document.text.line(line))) return undefined;
  return {
    at: node,
    message,
    fixes: [
      {
        title,
        preferred: true,
        edits: (now) => {
          const range = now.range(node);
          return Array.from({ length: range.end.line - range.start.line + 1 }, (_, i) => {
            const line = range.start.line + i;
            const at = { line, character: pattern.exec(now.text.line(line))?.[0].length ?? 0 };
            return { range: { start: at, end: at }, text: ' ' };
          });
        },
      },
    ],
  };
}
