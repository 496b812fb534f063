import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../server/src/checks/problem';
import { taxonomyText } from '../../../server/src/checks/rules/examples';
import type { Slices } from '../../../server/src/workspace/slices';
import { problemsOf, uriOf } from './files';
import { historyOf } from './histories';

const path = 'a.taxonomy.yaml';
const uri = uriOf(path);
const text = taxonomyText(`labels:\n  nodule: {name: Nodule, definition: At most 2 cm.}\n`).replace('draft', 'review');
const committed = text.replace('2 cm', '3 cm').replace('review', 'approved');

const at = (line: number, character: number, to = character) => ({
  start: { line, character },
  end: { line, character: to },
});

const brief = (problems: readonly Problem[] | undefined) =>
  problems?.map(({ rule, range: { start } }) => `${start.line}:${start.character} ${rule}`);

/** A file that was changed since its last commit, and how often the history was asked. */
function changedFile(slices?: Slices) {
  const state = { asked: 0, told: [] as string[] };
  const history = historyOf([{ [uri]: committed }], () => state.asked++);
  const problems = problemsOf(
    { [path]: text },
    { history, bumpBetween: () => 'minor', onFound: (found) => state.told.push(found), ...(slices && { slices }) },
  );
  problems.workspace.open(uri, text);
  return { ...problems, state };
}

/** Lets all that is under way come to its end: nothing here waits for the outside. */
const settled = () => new Promise((done) => setImmediate(done));

describe('what is shown at once', () => {
  it('is what the texts tell; what the history tells comes behind, and is told of once', async () => {
    const { soon, state } = changedFile();
    expect(brief(await soon(uri))).toEqual([]);
    await settled();
    expect(state).toEqual({ asked: 1, told: [uri] });
    expect(brief(await soon(uri))).toEqual(['1:9 changed-without-version-bump']);
    await settled();
    expect(state).toEqual({ asked: 1, told: [uri] });
  });

  it('keeps what the history told, where it now stands, until that is looked at again', async () => {
    const { soon, workspace, state } = changedFile();
    await soon(uri);
    await settled();
    workspace.change(uri, [{ range: at(0, 0), text: '# A comment.\n' }]);
    expect(brief(await soon(uri))).toEqual(['2:9 changed-without-version-bump']);
    await settled();
    expect(state.told).toEqual([uri]);
  });

  it('takes back what the history no longer tells', async () => {
    const { soon, workspace, state } = changedFile();
    await soon(uri);
    await settled();
    const line = text.split('\n').findIndex((one) => one.includes('2 cm'));
    const character = text.split('\n')[line]?.indexOf('2 cm') ?? 0;
    workspace.change(uri, [{ range: at(line, character, character + 1), text: '3' }]);
    await soon(uri);
    await settled();
    expect(state.told).toEqual([uri, uri]);
    expect(brief(await soon(uri))).toEqual([]);
  });

  it('is looked at again when files or the history may have changed', async () => {
    const { soon, forget, state } = changedFile();
    await soon(uri);
    await settled();
    forget();
    await soon(uri);
    await settled();
    expect(state.asked).toBe(2);
  });

  it('is nothing when the text changes before it is worked out', async () => {
    let time = 0;
    let pauses = 0;
    const slices: Slices = {
      now: () => (time += 5),
      async pause() {
        if (++pauses === 1) workspace.change(uri, [{ range: at(0, 0), text: '#\n' }]);
      },
    };
    const { soon, workspace } = changedFile(slices);
    expect(await soon(uri)).toBeUndefined();
    expect(brief(await soon(uri))).toEqual([]);
  });
});

describe('all that is found', () => {
  it('has what the history tells', async () => {
    const { of } = changedFile();
    expect(brief(await of(uri))).toEqual(['1:9 changed-without-version-bump']);
  });

  it('is of the text as it stands, when that changes meanwhile', async () => {
    const { of, workspace } = changedFile();
    const found = of(uri);
    workspace.change(uri, [{ range: at(0, 0), text: '# A comment.\n' }]);
    expect(brief(await found)).toEqual(['2:9 changed-without-version-bump']);
  });
});

it('of more problems than are wanted, the first ones are given', async () => {
  const labels = Array.from(
    { length: 50 },
    (_, i) => `  label-${i}: {name: Label ${i}, definition: Number ${i}., scop: image}\n`,
  ).join('');
  const found = async (most?: number) => {
    const { of } = problemsOf({ [path]: taxonomyText(`labels:\n${labels}`) }, most === undefined ? {} : { most });
    return brief(await of(uri));
  };
  const all = await found();
  expect(all?.length).toBe(50);
  expect(await found(7)).toEqual(all?.slice(0, 7));
});

it('problems that are accepted do not take the place of others, and waivers of later ones have effect', async () => {
  const labels = Array.from({ length: 20 }, (_, i) => `  label-${i}: {name: Label ${i}}\n`).join('');
  const last =
    '  # labelwright-disable-next-line schema: As the vendor has it.\n  last: {name: L, definition: One., scop: image}\n';
  const text = taxonomyText(`labels:\n${labels}  next: {name: N, definition: Two., scop: image}\n${last}`);
  const config = `waivers: [{rule: label-needs-definition, at: ${path}, reason: Later.}]`;
  const { of } = problemsOf({ [path]: text, 'labelwright.yaml': config }, { most: 5 });
  expect((await of(uri)).map(({ rule }) => rule)).toEqual(['schema']);
  expect(await of(uriOf('labelwright.yaml'))).toEqual([]);
});
