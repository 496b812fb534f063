import type { YamlDocument } from '../../../../server/src/yaml/document';
import type { Span, YamlNode } from '../../../../server/src/yaml/node';

/** A tree as plain data, with offsets in the whole text: for comparing. */
export type Dump =
  | { scalar: unknown; source: string; style: string; at: string }
  | { map: [Dump, Dump][]; style: string; at: string }
  | { list: Dump[]; style: string; at: string };

/** The tree of a document, with offsets in the whole text. */
export function dumpTree(document: YamlDocument): Dump {
  return dumpNode(
    document.root,
    (span) =>
      `${document.text.offsetAt(document.range(span).start)}-${document.text.offsetAt(document.range(span).end)}`,
  );
}

/** A node and all below it, with offsets in their frames where nothing else is said. */
export function dumpNode(root: YamlNode, at = ({ start, end }: Span) => `${start}-${end}`): Dump {
  const dump = (node: YamlNode): Dump => {
    if (node.kind === 'scalar') return { scalar: node.value, source: node.source, style: node.style, at: at(node) };
    if (node.kind === 'list') return { list: node.items.map(dump), style: node.style, at: at(node) };
    return { map: node.entries.map(({ key, value }) => [dump(key), dump(value)]), style: node.style, at: at(node) };
  };
  return dump(root);
}

/** The errors of a document, with their places as an editor shows them. */
export function dumpErrors(document: YamlDocument): string[] {
  return document.errors.map((error) => {
    const { start, end } = document.range(error);
    return `${start.line}:${start.character}-${end.line}:${end.character} ${error.code}`;
  });
}
