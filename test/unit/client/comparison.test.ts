import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../client/src/diff/comparison';
import { filesName, ofTwoFiles, panelKey, since, swapped, versionName } from '../../../client/src/diff/comparison';
import { gitVersion, isBeforeFirst } from '../../../client/src/diff/gitUri';

const file = 'file:///g/a.taxonomy.yaml';
const other = 'file:///g/b.taxonomy.yaml';
const two: Comparison = { from: { uri: file }, to: { uri: other } };

describe('a comparison', () => {
  it('of versions of one file has the panel of that file', () => {
    expect(panelKey(since(file, 'HEAD'))).toBe(file);
    expect(panelKey(swapped(since(file, 'v1', 'the first')))).toBe(file);
    expect(filesName(since(file, 'HEAD'))).toBe('a.taxonomy.yaml');
  });

  it('of two files has one panel whichever is older', () => {
    expect(panelKey(two)).toBe(panelKey(swapped(two)));
    expect(ofTwoFiles(two)).toBe(true);
    expect(filesName(two)).toBe('a.taxonomy.yaml ↔ b.taxonomy.yaml');
  });

  it('calls a version by its name, its revision, or as it stands now', () => {
    expect(versionName(since(file, 'v1', 'the first').from, 'now')).toBe('the first');
    expect(versionName(since(file, 'a'.repeat(40)).from, 'now')).toBe('aaaaaaaa');
    expect(versionName(since(file, 'v1').to, 'now')).toBe('now');
  });
});

describe('a version that Git shows', () => {
  it.each([
    ['{"path":"/g/a.yaml","ref":"HEAD"}', { path: '/g/a.yaml', revision: 'HEAD' }],
    ['{"path":"/g/a.yaml","ref":"0123abc^"}', { path: '/g/a.yaml', revision: '0123abc^' }],
    ['{"path":"/g/a.yaml","ref":"~"}', { path: '/g/a.yaml', revision: 'HEAD' }],
    ['{"path":"/g/a.yaml","ref":""}', { path: '/g/a.yaml' }],
    ['{"ref":"HEAD"}', undefined],
    ['null', undefined],
    ['no JSON', undefined],
  ])('%s', (query, expected) => {
    expect(gitVersion(query)).toEqual(expected);
  });

  it('is none where there is nothing before the first commit', () => {
    expect(isBeforeFirst('4b825dc642cb6eb9a060e54bf8d69288fbee4904')).toBe(true);
    expect(isBeforeFirst('HEAD')).toBe(false);
    expect(isBeforeFirst(undefined)).toBe(false);
  });
});
