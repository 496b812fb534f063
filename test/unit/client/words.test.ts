import { describe, expect, it } from 'vitest';
import type { DiffResult } from '../../../server/src/requests';
import { relativeDate } from '../../../client/src/diff/relativeDate';
import { bumpMade } from '../../../client/src/diff/bumpMade';
import { bumpSentence } from '../../../client/src/diff/webview/words';

const result = (bump: DiffResult['bump'], fromVersion: string | null, toVersion: string | null): DiffResult => ({
  bump,
  fromVersion,
  toVersion,
  changes: [],
  problems: [],
});

describe('bumpMade', () => {
  it('is the first number that grew', () => {
    expect(bumpMade('1.4.9', '2.0.0')).toBe('major');
    expect(bumpMade('1.4.9', '1.10.0')).toBe('minor');
    expect(bumpMade('1.4.9', '1.4.10')).toBe('patch');
  });

  it('is none where the version did not grow, or is none', () => {
    expect(bumpMade('1.4.0', '1.4.0')).toBeUndefined();
    expect(bumpMade('2.0.0', '1.9.0')).toBeUndefined();
    expect(bumpMade('1.0', '2.0.0')).toBeUndefined();
  });
});

describe('bumpSentence', () => {
  it('says what is needed, and whether it was done', () => {
    expect(bumpSentence(result('none', '1.0.0', '1.0.0'))).toBe('The version may stay as it is.');
    expect(bumpSentence(result('major', null, '1.0.0'))).toBe('These changes ask for a new major version.');
    const changes = [{ id: 'guideline-added' } as DiffResult['changes'][number]];
    expect(bumpSentence({ ...result('minor', null, '1.0.0'), changes })).toBe('There is no version before it.');
    expect(bumpSentence(result('minor', '1.0.0', '1.0.0'))).toBe(
      'These changes ask for a new minor version; it still is 1.0.0.',
    );
    expect(bumpSentence(result('major', '1.0.0', '1.1.0'))).toBe(
      'These changes ask for a new major version; 1.0.0 became 1.1.0, which is only a minor one.',
    );
    expect(bumpSentence(result('minor', '1.0.0', '2.0.0'))).toBe(
      'These changes ask for a new minor version, and it has one: 1.0.0 became 2.0.0.',
    );
    expect(bumpSentence(result('minor', '2.0.0', '1.0.0'))).toBe(
      'These changes ask for a new minor version; it went from 2.0.0 to 1.0.0.',
    );
  });
});

describe('relativeDate', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');
  const ago = (date: string) => relativeDate(Date.parse(date), now, 'en');

  it('counts whole units of the largest that fits', () => {
    expect(ago('2026-03-10T11:59:30Z')).toBe('30 seconds ago');
    expect(ago('2026-03-10T10:30:00Z')).toBe('1 hour ago');
    expect(ago('2026-03-07T12:00:00+02:00')).toBe('3 days ago');
    expect(ago('2023-01-01T00:00:00Z')).toBe('3 years ago');
  });

  it('does not speak of the future, nor of what is no date', () => {
    expect(ago('2027-01-01T00:00:00Z')).toBe('now');
    expect(ago('yesterday')).toBe('');
  });
});
