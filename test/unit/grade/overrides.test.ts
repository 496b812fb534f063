import { describe, expect, it } from 'vitest';
import { changeIds, compareGuidelines } from '../../../server/src/compare/compareGuidelines';
import { bumpBetween } from '../../../server/src/grade/bumpBetween';
import { gradeChanges } from '../../../server/src/grade/gradeChanges';
import { noOverrides, readOverrides } from '../../../server/src/grade/overrides';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import { documentText, resolve } from '../compare/guidelines';
import { problemsOf, uriOf } from '../checks/files';

const uri = 'file:///home/labelwright.yaml';

async function overridesOf(text: string) {
  const workspace = createWorkspace({
    fileSystem: createMemoryFileSystem({ [uri]: text }),
    folders: ['file:///home'],
  });
  const config = await workspace.configOf('file:///home/a.taxonomy.yaml');
  return readOverrides(config);
}

const mass = async (rest: string) =>
  resolve({ 'a.taxonomy.yaml': documentText('taxonomy', `labels:\n  mass: {name: Mass${rest}}\n`) });

describe('what a team says of changes', () => {
  it.each([
    ['changes: {color-changed: breaking}', { level: 'breaking', remedy: 'none' }],
    ['changes: {color-changed: {level: review, remedy: re-read}}', { level: 'review', remedy: 're-read' }],
    [
      'changes: {color-changed: {reason: Masks are colour-coded.}}',
      { level: 'editorial', reason: 'Masks are colour-coded.' },
    ],
    ['changes: {color-changed: {level: grave}}', { level: 'editorial', remedy: 'none' }],
    ['changes: {name-changed: breaking}', { level: 'editorial', remedy: 'none' }],
    ['changes: nothing', { level: 'editorial', remedy: 'none' }],
  ])('%s', async (text, expected) => {
    const [before, after] = [await mass(', color: "#000000"'), await mass(', color: "#ffffff"')];
    const diff = gradeChanges(compareGuidelines(before, after), before, after, await overridesOf(text));
    expect(diff.changes).toHaveLength(1);
    expect(diff.changes[0]).toMatchObject(expected);
  });

  it('counts for the version step, and says where it comes from', async () => {
    const [before, after] = [await mass(', color: "#000000"'), await mass(', color: "#ffffff"')];
    const overrides = await overridesOf('changes: {color-changed: breaking}');
    expect(bumpBetween(before, after)).toBe('patch');
    expect(bumpBetween(before, after, overrides)).toBe('major');
    const { changes } = gradeChanges(compareGuidelines(before, after), before, after, overrides);
    expect(changes[0]?.reason).toBe('The team’s labelwright.yaml judges it so.');
  });

  it('is nothing without a configuration', () => {
    expect(readOverrides(undefined)).toBe(noOverrides);
  });

  it('names changes that exist', async () => {
    const config = 'changes:\n  colour-changed: breaking\n  name-changed: editorial\n';
    const problems = await problemsOf({ 'labelwright.yaml': config }, { changeIds: changeIds() }).of(
      uriOf('labelwright.yaml'),
    );
    expect(problems.map(({ rule, message, range }) => [rule, message, range.start])).toEqual([
      [
        'rule-must-exist',
        'There is no change “colour-changed”. Did you mean “color-changed”?',
        { line: 1, character: 2 },
      ],
    ]);
    const wrong = await problemsOf({ 'labelwright.yaml': 'changes: {color-changed: grave}\n' }).of(
      uriOf('labelwright.yaml'),
    );
    expect(wrong.map(({ rule }) => rule)).toEqual(['schema']);
  });
});
