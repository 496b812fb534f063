import assert from 'node:assert/strict';
import { defaultConfig } from '../../../../server/src/checks/config';
import type { Checker } from '../../../../server/src/checks/engine';
import { createChecker } from '../../../../server/src/checks/engine';
import { rules } from '../../../../server/src/checks/registry';
import { createWorkspace } from '../../../../server/src/workspace/createWorkspace';
import { createMemoryFileSystem } from '../../../../server/src/workspace/memory';
import type { Workspace } from '../../../../server/src/workspace/workspace';
import { createText } from '../../../../server/src/yaml/text';
import { folder, today } from '../checking';

export const uriOf = (path: string) => `${folder}/${path}`;

/** Files that are open in an editor, with what was found in them so far. */
export interface OpenFiles {
  readonly workspace: Workspace;
  readonly checker: Checker;
  /** The ids of the labels that were checked since the last look, in order. */
  checked(): string[];
  text(path: string): string;
  edit(path: string, change: { readonly start: number; readonly end: number; readonly text: string }): void;
  /** The problems of a file, as text. */
  problems(path: string): Promise<string[]>;
}

export function openFiles(files: Readonly<Record<string, string>>): OpenFiles {
  const texts = new Map(Object.entries(files));
  const checked: string[] = [];
  const workspace = createWorkspace({ fileSystem: createMemoryFileSystem({}), folders: [folder] });
  const checker = createChecker(rules, {
    today: () => today,
    log: (message, error) => {
      throw new Error(message, { cause: error });
    },
    onLabel: (id) => checked.push(id),
  });
  for (const [path, text] of texts) workspace.open(uriOf(path), text);
  const text = (path: string) => texts.get(path) ?? '';
  return {
    workspace,
    checker,
    checked: () => checked.splice(0),
    text,
    edit(path, { start, end, text: inserted }) {
      const lines = createText(text(path));
      const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
      // Positions cannot tell of a place within a line end.
      const [from, to] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
      texts.set(path, text(path).slice(0, from) + inserted + text(path).slice(Math.max(from, to)));
      workspace.change(uriOf(path), [{ range, text: inserted }]);
    },
    async problems(path) {
      const resolved = await workspace.resolve(uriOf(path));
      if (!resolved) return [];
      return checker.check(resolved, defaultConfig).map(({ range: { start, end }, severity, rule, message, fixes }) => {
        const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
        return `${place} ${severity} ${rule}: ${message} (${fixes.map(({ title }) => title).join(', ')})`;
      });
    },
  };
}

/** Law: what was found bit by bit is what is found in the same texts at once. */
export async function expectSameAsFresh(files: OpenFiles, paths: readonly string[]): Promise<void> {
  const fresh = openFiles(Object.fromEntries(paths.map((path) => [path, files.text(path)])));
  for (const path of paths) assert.deepEqual(await files.problems(path), await fresh.problems(path));
}
