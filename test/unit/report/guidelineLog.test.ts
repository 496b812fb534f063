import { describe, expect, it } from 'vitest';
import type { LoggedVersion } from '../../../server/src/report/guidelineLog';
import { reportLogText } from '../../../server/src/report/guidelineLog';

const version: LoggedVersion = {
  commit: '0123456789abcdef',
  refs: [],
  date: '2026-02-01T10:00:00+01:00',
  author: 'A. Reader',
  subject: 'Second edition',
  version: '2.0.0',
  status: 'draft',
  level: 'review',
  levels: null,
  bump: 'minor',
  bumpMade: false,
  problems: ['b.taxonomy.yaml cannot be found.'],
};

describe('the versions of a guideline as a table', () => {
  it('tells below it what could not be read, and not in the subject', () => {
    expect(reportLogText([version]).split('\n')).toEqual([
      'commit      version    status  level   asks for  date        author     subject',
      '0123456789  2.0.0 ! ?  draft   review  minor     2026-02-01  A. Reader  Second edition',
      '',
      '! The version did not go as far as the changes ask for.',
      '? 0123456789: b.taxonomy.yaml cannot be found.',
      '',
    ]);
  });
});
