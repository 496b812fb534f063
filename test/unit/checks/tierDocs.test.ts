import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tiers } from '../../../server/src/checks/tiers';

test('the page of the configuration shows what each tier means', () => {
  const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
  for (const [tier, { what, levels, rules }] of Object.entries(tiers)) {
    const row = [`\`${tier}\``, what, levels.error, levels.warning, levels.info, levels.hint];
    expect(page).toContain(`| ${row.join(' | ')} |`);
    for (const [rule, level] of Object.entries(rules))
      expect(page).toContain(`| \`${tier}\` | \`${rule}\` | ${level} |`);
  }
});
