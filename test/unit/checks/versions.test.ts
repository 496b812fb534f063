import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../server/src/checks/config';
import type { Bump } from '../../../server/src/checks/rule';
import type { History } from '../../../server/src/workspace/history';
import { HistoryError } from '../../../server/src/workspace/history';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import { check, fixed, folder } from './checking';

const text = (version: string, definition: string, status = 'review') =>
  `taxonomy: example\nversion: ${version}\ntitle: Example\nstatus: ${status}\nlanguage: en\nlabels:\n  nodule: {name: Nodule, definition: ${definition}}\n`;

/** A history of one file: its texts, the newest first, each a day older. */
function historyOf(texts: readonly string[]): History {
  return {
    revisions: async (_uri, limit) =>
      texts
        .map((_, i) => ({ id: `c${i}`, refs: [], author: 'A', date: `2026-03-${20 - i}T08:00:00Z`, subject: 'S' }))
        .slice(0, limit),
    at: async (_uri, revision) => {
      const found = texts[Number(revision.slice(1))];
      if (found === undefined) throw new HistoryError('unknown');
      return createMemoryFileSystem({ [`${folder}/a.taxonomy.yaml`]: found });
    },
  };
}

/** What the rule says of a text after others (the newest first), and the version that its only fix writes. */
async function found(now: string, texts: readonly string[], bump?: Bump) {
  const files = { 'a.taxonomy.yaml': now };
  const compared: string[] = [];
  const bumpBetween = (before: { file: { document: { text: { slice(): string } } } }) => {
    compared.push(before.file.document.text.slice());
    return bump ?? 'none';
  };
  const around = { history: historyOf(texts), ...(bump && { bumpBetween }) };
  const problems = (await check(files, defaultConfig, around)).filter(
    ({ rule }) => rule === 'changed-without-version-bump',
  );
  expect(problems.length).toBeLessThan(2);
  const [problem] = problems;
  if (!problem) return undefined;
  const after = problem.fixes.length === 1 ? fixed(files, problem)['a.taxonomy.yaml'] : undefined;
  return {
    message: problem.message,
    version: after && /version: (.*)/.exec(after)?.[1],
    compared: compared.map((one) => texts.indexOf(one)),
  };
}

describe('the same version', () => {
  it('with another content than the last commit', async () => {
    expect(await found(text('2.3.0', 'Two'), [text('2.3.0', 'One')], 'minor')).toEqual({
      message:
        'The content has changed since the last commit, and the version is still 2.3.0. Raise it to 2.4.0: readers may decide otherwise, or something was added.',
      version: '2.4.0',
      compared: [0],
    });
  });

  it('with a content that was committed under it', async () => {
    const texts = [text('2.3.0', 'Two'), text('2.3.0', 'One'), text('2.2.0', 'None')];
    expect(await found(text('2.3.0', 'Two'), texts, 'major')).toEqual({
      message:
        'The content has changed since 2026-03-19, and the version is still 2.3.0. Raise it to 3.0.0: existing annotations no longer fit.',
      version: '3.0.0',
      compared: [1],
    });
  });

  it('is not judged by drafts', async () => {
    const texts = [text('2.3.0', 'Two'), text('2.3.0', 'One', 'draft')];
    expect(await found(text('2.3.0', 'Two'), texts, 'major')).toBeUndefined();
    expect(await found(text('2.3.0', 'Three', 'draft'), texts, 'major')).toBeUndefined();
  });

  it('with what is no change', async () => {
    expect(await found(text('2.3.0', 'Two'), [text('2.3.0', 'two')], 'none')).toBeUndefined();
  });

  it('gets every next version offered where nothing tells which', async () => {
    expect(await found(text('2.3.0', 'Two'), [text('2.3.0', 'One')])).toMatchObject({
      message: 'The content has changed since the last commit, and the version is still 2.3.0. Raise it.',
      version: undefined,
    });
  });
});

describe('another version', () => {
  it.each<[string, string, Bump, string, string]>([
    ['2.3.0', '2.3.1', 'major', 'major', '3.0.0'],
    ['2.3.0', '2.3.1', 'minor', 'minor', '2.4.0'],
    ['2.3.4', '2.3.3', 'patch', 'patch', '2.3.5'],
    ['0.3.0', '0.3.1', 'major', 'minor', '0.4.0'],
  ])('%s, then %s, by a change that is %s', async (before, now, bump, kind, next) => {
    expect(await found(text(now, 'Two'), [text(now, 'Two'), text(before, 'One')], bump)).toEqual({
      message: `The change since ${before} asks for a ${kind} version, ${next}; this is ${now}.`,
      version: next,
      compared: [1],
    });
  });

  it('is compared before it is committed', async () => {
    expect(await found(text('2.3.1', 'Two'), [text('2.3.0', 'One')], 'minor')).toMatchObject({ version: '2.4.0' });
  });

  it.each<[string, Bump]>([
    ['3.0.0', 'major'],
    ['2.4.0', 'minor'],
    ['3.0.0', 'patch'],
    ['2.3.1', 'patch'],
    ['2.3.1', 'none'],
  ])('%s is enough for a change that is %s', async (version, bump) => {
    expect(await found(text(version, 'Two'), [text('2.3.0', 'One')], bump)).toBeUndefined();
  });
});
