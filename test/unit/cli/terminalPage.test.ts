import { expect, test } from 'vitest';
import { terminalPage } from '../../../server/src/cli/terminalPage';

const page =
  '# a-rule\n\nWhat it is, see [this](x.md).\n\n\n## Why\n\n```yaml\n# no heading\na: 1\n\nb: 2\n```\n\nEnd.\n';

test('a page has its headings underlined and its code indented', () => {
  expect(terminalPage(page, false)).toBe(
    'a-rule\n------\n\nWhat it is, see this.\n\nWhy\n---\n\n    # no heading\n    a: 1\n\n    b: 2\n\nEnd.\n',
  );
});

test('a page has bold headings on a terminal', () => {
  expect(terminalPage('# a-rule\n', true)).toBe('\u001b[1ma-rule\u001b[0m\n');
});
