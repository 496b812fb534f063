import type { PathStep, YamlDocument } from './document';
import type { Frame, YamlNode } from './node';
import { parseFrame } from './parse';
import type { Position } from './position';
import type { Text } from './text';
import { createText } from './text';

let frames = 0;

/** Parses a document. Never throws: what is wrong with it stands in its `errors`. */
export function parseYaml(content: string): YamlDocument {
  return documentOf(createText(content));
}

function documentOf(text: Text): YamlDocument {
  const frame: Frame = { id: frames++ };
  const { root, errors } = parseFrame(frame, text.slice());
  return {
    text,
    root,
    errors,
    range: (span) => ({ start: text.positionAt(span.start), end: text.positionAt(span.end) }),
    textOf: (span) => text.slice(span.start, span.end),
    pathAt: (position) => pathTo(root, text, position),
    edit: (changes) => documentOf(text.edit(changes)),
  };
}

function pathTo(root: YamlNode, text: Text, position: Position): PathStep[] {
  const offset = text.offsetAt(position);
  const inside = (start: number, end: number) => start <= offset && offset <= end;
  const path: PathStep[] = [];
  let parent = root;
  for (;;) {
    let step: PathStep | undefined;
    if (parent.kind === 'map') {
      const entry = parent.entries.find(({ key, value }) => inside(key.start, Math.max(key.end, value.end)));
      if (entry) step = { parent, entry, node: entry.value };
    } else if (parent.kind === 'list') {
      const index = parent.items.findIndex((item) => inside(item.start, item.end));
      const node = parent.items[index];
      if (node) step = { parent, index, node };
    }
    if (!step) return path;
    path.push(step);
    parent = step.node;
  }
}
