import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace';
import type { FileSystem } from '../../../server/src/workspace/fileSystem';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import type { Workspace } from '../../../server/src/workspace/workspace';
import { applyEdits, createText } from '../../../server/src/yaml/text';

export const folder = 'file:///w';
export const uriOf = (name: string) => `${folder}/${name}`;

export const notCancelled: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

/** Is cancelled when it has been asked `times` times. */
export function cancelledAfter(times: number): CancellationToken {
  let asked = 0;
  return {
    get isCancellationRequested() {
      return asked++ >= times;
    },
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
}

export interface Marked {
  readonly text: string;
  /** Places of `<|>`. */
  readonly cursors: readonly Position[];
  /** Stretches between `<|` and `|>`. */
  readonly ranges: readonly Range[];
}

/** Takes the markers out of a text: `<|>` is a cursor, `<|…|>` a range. */
export function marked(source: string): Marked {
  let text = '';
  let open: number | undefined;
  const cursors: number[] = [];
  const ranges: [number, number][] = [];
  for (const part of source.split(/(<\|>|<\||\|>)/)) {
    if (part === '<|>') cursors.push(text.length);
    else if (part === '<|') open = text.length;
    else if (part === '|>' && open !== undefined) {
      ranges.push([open, text.length]);
      open = undefined;
    } else text += part;
  }
  const { positionAt } = createText(text);
  return {
    text,
    cursors: cursors.map(positionAt),
    ranges: ranges.map(([start, end]) => ({ start: positionAt(start), end: positionAt(end) })),
  };
}

export interface MarkedWorkspace {
  readonly workspace: Workspace;
  readonly fileSystem: FileSystem;
  readonly texts: ReadonlyMap<string, string>;
  /** The first cursor of all files. */
  readonly uri: string;
  readonly position: Position;
  /** Every marked range, by file in the order given. */
  readonly places: readonly { uri: string; range: Range }[];
}

/** A workspace in memory over files with markers, by their names in one folder. */
export function workspaceOf(files: Readonly<Record<string, string>>): MarkedWorkspace {
  const all = Object.entries(files).map(([name, source]) => ({ uri: uriOf(name), ...marked(source) }));
  const fileSystem = createMemoryFileSystem(Object.fromEntries(all.map(({ uri, text }) => [uri, text])));
  const first = all.find(({ cursors }) => cursors.length > 0) ?? all[0];
  return {
    workspace: createWorkspace({ fileSystem, folders: [folder] }),
    fileSystem,
    texts: new Map(all.map(({ uri, text }) => [uri, text])),
    uri: first?.uri ?? '',
    position: first?.cursors[0] ?? { line: 0, character: 0 },
    places: all.flatMap(({ uri, ranges }) => ranges.map((range) => ({ uri, range }))),
  };
}

/** A text after LSP edits. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return applyEdits(
    createText(text),
    edits.map(({ range, newText }) => ({ range, text: newText })),
  );
}
