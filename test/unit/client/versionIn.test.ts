import { expect, it } from 'vitest';
import { versionIn } from '../../../client/src/diff/versionIn';

it('finds the version of a guideline', () => {
  expect(versionIn('# a comment\r\ntaxonomy: chest\r\nversion: 2.3.0 # stable\r\n')).toBe('2.3.0');
  expect(versionIn("version: '1.0.0'")).toBe('1.0.0');
  expect(versionIn('version:   "1.0.0-beta"')).toBe('1.0.0-beta');
});

it('does not take another version for it', () => {
  expect(versionIn('title: x\nsource:\n  version: 3.1.0\n')).toBeUndefined();
  expect(versionIn('version:\ntitle: x')).toBeUndefined();
});
