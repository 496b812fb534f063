import { describe, expect, it } from 'vitest';
import { approvedVersions } from '../../../server/src/checks/approvedVersions';
import { defaultConfig } from '../../../server/src/checks/config';
import type { Bump } from '../../../server/src/checks/rule';
import { check, fixed, folder } from './checking';
import { historyOf } from './histories';

const text = (version: string, definition: string, status = 'approved') =>
  `taxonomy: example\nversion: ${version}\ntitle: Example\nstatus: ${status}\nlanguage: en\nlabels:\n  nodule: {name: Nodule, definition: ${definition}}\n`;

/** What the rule says of a text after others (the newest first), and the version that its only fix writes. */
async function found(now: string, texts: readonly string[], bump?: Bump) {
  const files = { 'a.taxonomy.yaml': now };
  const compared: string[] = [];
  const bumpBetween = (before: { file: { document: { text: { slice(): string } } } }) => {
    compared.push(before.file.document.text.slice());
    return bump ?? 'none';
  };
  const history = historyOf(texts.map((one) => ({ [`${folder}/a.taxonomy.yaml`]: one })));
  const around = {
    approvedVersions: (uri: string) => approvedVersions(history, uri),
    ...(bump && { bumpBetween }),
  };
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
  it.each(['approved', 'review', 'retired'])('with another content than was approved, %s', async (status) => {
    expect(await found(text('2.3.0', 'Two', status), [text('2.3.0', 'One')], 'minor')).toEqual({
      message:
        'Version 2.3.0 was approved with another content (commit of 2026-03-20). Raise the version to 2.4.0: readers may decide otherwise, or something was added.',
      version: '2.4.0',
      compared: [0],
    });
  });

  it('with a content that was committed, and approved, under it', async () => {
    const texts = [text('2.3.0', 'Two'), text('2.3.0', 'One'), text('2.2.0', 'None')];
    expect(await found(text('2.3.0', 'Two'), texts, 'major')).toEqual({
      message:
        'Version 2.3.0 was approved with another content (commit of 2026-03-19). Raise the version to 3.0.0: existing annotations no longer fit.',
      version: '3.0.0',
      compared: [1],
    });
  });

  it('is compared with what was approved first under it, and good again when that is back', async () => {
    const texts = [text('2.3.0', 'Two'), text('2.3.0', 'One')];
    expect(await found(text('2.3.0', 'Three'), texts, 'patch')).toMatchObject({ compared: [1] });
    expect(await found(text('2.3.0', 'One'), texts, 'major')).toBeUndefined();
  });

  it('may change until it is approved', async () => {
    for (const status of ['review', 'draft', 'retired']) {
      const texts = [text('2.4.0', 'Two', status), text('2.4.0', 'Three', status), text('2.3.0', 'One')];
      expect(await found(text('2.4.0', 'Four', 'review'), texts, 'minor')).toBeUndefined();
      expect(await found(text('2.4.0', 'Four'), texts, 'minor')).toBeUndefined();
    }
  });

  it('is not asked of a draft, nor where nothing was ever approved', async () => {
    expect(await found(text('2.3.0', 'Three', 'draft'), [text('2.3.0', 'One')], 'major')).toBeUndefined();
    expect(await found(text('2.3.0', 'Three'), [text('2.3.0', 'One', 'review')], 'major')).toBeUndefined();
  });

  it('with what is no change', async () => {
    expect(await found(text('2.3.0', 'Two'), [text('2.3.0', 'two')], 'none')).toBeUndefined();
  });

  it('gets every next version offered where nothing tells which', async () => {
    expect(await found(text('2.3.0', 'Two'), [text('2.3.0', 'One')])).toMatchObject({
      message: 'Version 2.3.0 was approved with another content (commit of 2026-03-20). Raise the version.',
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
      message: `The change since ${before}, the last approved version, asks for a ${kind} version, ${next}; this is ${now}.`,
      version: next,
      compared: [1],
    });
  });

  it('is compared before it is committed, and over what was only reviewed', async () => {
    expect(await found(text('2.3.1', 'Two'), [text('2.3.0', 'One')], 'minor')).toMatchObject({ version: '2.4.0' });
    const texts = [text('2.4.0', 'Two', 'review'), text('2.3.9', 'Three', 'draft'), text('2.3.0', 'One')];
    expect(await found(text('2.4.0', 'Four', 'review'), texts, 'major')).toMatchObject({
      version: '3.0.0',
      compared: [2],
    });
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
