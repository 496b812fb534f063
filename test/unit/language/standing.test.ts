import { describe, expect, it } from 'vitest';
import { createStandings } from '../../../server/src/language/standing';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import { atOnce } from '../../../server/src/workspace/slices';
import { historyOf } from './pastVersions';

const uri = 'file:///home/g/a.taxonomy.yaml';
const taxonomy = (version: string, definition: string, rest = '') =>
  `taxonomy: a\nversion: ${version}\nlabels:\n  mass:\n    name: Mass\n    definition: ${definition}\n${rest}`;

async function standing(now: string, ...past: readonly (readonly [date: string, text: string])[]) {
  const history = historyOf(
    uri,
    past.map(([date, text]) => ({ date, text })),
  );
  const workspace = createWorkspace({
    fileSystem: createMemoryFileSystem({ [uri]: now }),
    folders: ['file:///home/g'],
  });
  const resolved = await workspace.resolve(uri);
  const label = resolved?.kind === 'taxonomy' ? resolved.space.labels.get('mass') : undefined;
  if (!label) throw new Error('There is no such label');
  return createStandings(history, atOnce).of(label, () => false);
}

describe('since when a definition stands', () => {
  it('is the oldest version without another one in between', async () => {
    const sentence = await standing(
      taxonomy('1.2.0', 'A shadow'),
      ['2026-03-01', taxonomy('1.2.0', "'A shadow'")],
      ['2026-02-01', taxonomy('1.1.0', '>-\n      A\n      shadow')],
      ['2026-01-15', taxonomy('1.0.1', 'An opacity')],
      ['2026-01-01', taxonomy('1.0.0', 'A shadow')],
    );
    expect(sentence).toBe('Its definition and criteria stand since version 1.1.0 (2026-02-01).');
  });

  it('sees another definition behind versions that write the label alike, and behind other labels', async () => {
    const rest = (text: string) => `  other:\n    name: ${text}\n`;
    const sentence = await standing(
      taxonomy('1.3.0', 'A shadow', rest('A')),
      ['2026-03-01', taxonomy('1.3.0', 'A shadow', rest('B'))],
      ['2026-02-01', taxonomy('1.2.0', 'A shadow', rest('C'))],
      ['2026-01-15', taxonomy('1.1.0', 'A shadow', '    exclude: [Scars]\n')],
      ['2026-01-01', taxonomy('1.0.0', 'A shadow', rest('D'))],
    );
    expect(sentence).toBe('Its definition and criteria stand since version 1.2.0 (2026-02-01).');
  });

  it('counts criteria, and nothing else', async () => {
    const now = taxonomy('1.2.0', 'A shadow', "    include: [Cavities]\n    color: '#ff0000'\n");
    const older = taxonomy('1.1.0', 'A shadow', '    include: [Cavities]\n');
    const oldest = taxonomy('1.0.0', 'A shadow');
    const sentence = await standing(now, ['2026-02-01', older], ['2026-01-01', oldest]);
    expect(sentence).toBe('Its definition and criteria stand since version 1.1.0 (2026-02-01).');
  });

  it('passes over a version that cannot be read', async () => {
    const sentence = await standing(
      taxonomy('1.2.0', 'A shadow'),
      ['2026-03-01', '<<<<<<< HEAD\n'],
      ['2026-02-01', taxonomy('1.1.0', 'A shadow')],
    );
    expect(sentence).toBe('Its definition and criteria stand since version 1.1.0 (2026-02-01).');
  });

  it('says what is not committed yet', async () => {
    const past = ['2026-02-01', taxonomy('1.1.0', 'An opacity')] as const;
    expect(await standing(taxonomy('1.1.0', 'A shadow'), past)).toBe(
      'Its definition or criteria have changed since version 1.1.0 (2026-02-01), the last in git.',
    );
    expect(await standing(taxonomy('1.1.0', 'A shadow'), ['2026-02-01', 'taxonomy: a\nversion: 1.0.0\n'])).toBe(
      'It is new: version 1.0.0 (2026-02-01), the last in git, does not have it.',
    );
    expect(await standing(taxonomy('1.1.0', 'A shadow'))).toBeUndefined();
  });
});
