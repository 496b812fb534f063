import { describe, expect, it } from 'vitest';
import type { DiffParts } from '../../../server/src/language/diff';
import { provideDiff } from '../../../server/src/language/diff';
import { createPastGuidelines } from '../../../server/src/language/pastGuidelines';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import { atOnce } from '../../../server/src/workspace/slices';
import { historyOf } from './pastVersions';

const uri = 'file:///home/g/a.taxonomy.yaml';
const notes = 'file:///home/g/notes.md';
const text = 'taxonomy: a\nversion: 1.0.0\nlabels:\n  mass: {name: Mass}\n';

/** A file as it stands, and as the commit 1 had it. */
function partsOf(now: string | undefined, past: string): DiffParts {
  const workspace = createWorkspace({
    fileSystem: createMemoryFileSystem({ ...(now !== undefined && { [uri]: now }), [notes]: 'Nothing.' }),
    folders: ['file:///home/g'],
  });
  const history = historyOf(uri, [{ date: '2026-01-01', text: past }]);
  return { workspace, slices: atOnce, past: createPastGuidelines(workspace, history, atOnce) };
}

const changesOf = async (parts: DiffParts, from: string | undefined, to: string | undefined, other = uri) => {
  const side = (file: string, revision?: string) => ({ uri: file, ...(revision !== undefined && { revision }) });
  const result = await provideDiff(parts, { from: side(uri, from), to: side(other, to) }, () => false);
  return result?.changes.map(({ id, from: was, to: is }) => [id, was?.uri ?? null, is?.uri ?? null]);
};

describe('the comparison of two versions of a file', () => {
  it('tells a guideline that came, and one that went', async () => {
    expect(await changesOf(partsOf(text, text), '1', undefined)).toEqual([]);
    expect(await changesOf(partsOf(undefined, text), '1', undefined)).toEqual([['guideline-removed', uri, null]]);
    expect(await changesOf(partsOf(undefined, text), undefined, '1')).toEqual([['guideline-added', null, uri]]);
  });

  it('says which file is none, of two files and where neither version has one', async () => {
    await expect(changesOf(partsOf(text, text), undefined, undefined, notes)).rejects.toThrow(
      '“notes.md” is no taxonomy and no protocol, or it is not there: it cannot be compared.',
    );
    await expect(
      provideDiff(partsOf(text, text), { from: { uri: notes, revision: '1' }, to: { uri: notes } }, () => false),
    ).rejects.toThrow('“notes.md” is no taxonomy and no protocol at the revision “1”, or it is not there');
    await expect(changesOf(partsOf(text, text), '2', undefined)).rejects.toThrow('There is no revision “2”.');
  });
});
