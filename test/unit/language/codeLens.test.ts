import { CancellationToken } from 'vscode-languageserver-protocol';
import { describe, expect, it } from 'vitest';
import { provideCodeLenses } from '../../../server/src/language/codeLens';
import { createPastGuidelines } from '../../../server/src/language/pastGuidelines';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import { atOnce } from '../../../server/src/workspace/slices';
import { historyOf } from './pastVersions';

const uri = 'file:///home/g/a.taxonomy.yaml';
const taxonomy = (labels: string) =>
  `taxonomy: a\nversion: 1.0.0\ntitle: A\nstatus: approved\nlanguage: en\nlabels:\n${labels}`;
const [before, after] = [
  taxonomy('  mass: {name: Mass}\n  cyst: {name: Cyst}\n'),
  taxonomy('  mass: {name: Mass, definition: Solid.}\n'),
];

function partsOf(now: string, past: string, approved: string | undefined = '1') {
  const slices = { ...atOnce };
  const workspace = createWorkspace({
    fileSystem: createMemoryFileSystem({ [uri]: now }),
    folders: ['file:///home/g'],
  });
  const history = historyOf(uri, [{ date: '2026-01-01', text: past }]);
  return {
    workspace,
    slices,
    past: createPastGuidelines(workspace, history, slices),
    approved: async () => (approved === undefined ? undefined : { revision: approved, version: '1.0.0' }),
    compareCommand: 'compare',
  };
}

describe('the lens above a guideline', () => {
  it('says the level since the approved version, and opens the comparison', async () => {
    const lenses = await provideCodeLenses(partsOf(after, before), uri, CancellationToken.None);
    expect(lenses).toEqual([
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        command: {
          title:
            'Breaking since approved 1.0.0: 1 breaking, 1 review. The version is still 1.0.0; these changes ask for a new major one.',
          command: 'compare',
          arguments: [uri, '1'],
        },
      },
    ]);
  });

  it('is not there where nothing changed, nothing was approved, or the version is gone', async () => {
    const none = (now: string, past: string, approved?: string) =>
      provideCodeLenses(partsOf(now, past, approved), uri, CancellationToken.None);
    expect(await none(before, `# Only a comment.\n${before}`)).toEqual([]);
    expect(await none(after, before, '2')).toEqual([]);
    expect(
      await provideCodeLenses(
        { ...partsOf(after, before), approved: async () => undefined },
        uri,
        CancellationToken.None,
      ),
    ).toEqual([]);
  });

  it('is left off when the text changes while it is worked out', async () => {
    const parts = partsOf(after, before);
    parts.workspace.open(uri, after);
    let time = 0;
    let pauses = 0;
    // Every step takes longer than a slice; the text changes in the second pause.
    parts.slices.now = () => (time += 100);
    parts.slices.pause = async () => {
      if (++pauses === 2) parts.workspace.change(uri, [{ text: before }]);
    };
    expect(await provideCodeLenses(parts, uri, CancellationToken.None)).toBeUndefined();
    expect(await provideCodeLenses(parts, uri, CancellationToken.None)).toEqual([]);
  });
});
