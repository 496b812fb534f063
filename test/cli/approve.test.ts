import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { protocol, taxonomy } from '../language/texts';
import { createRepository, type Repository } from './repository';

let repository: Repository;

beforeEach(() => {
  repository = createRepository();
  repository.write('findings.taxonomy.yaml', taxonomy);
  repository.write('a.protocol.yaml', protocol);
});
afterEach(() => repository.remove());

const read = () => readFileSync(join(repository.folder, 'a.protocol.yaml'), 'utf8');
const approve = (by: string, ...more: string[]) =>
  repository.run(['approve', 'a.protocol.yaml', '--by', by, '--role', 'Clinical lead', ...more]);

describe('approve', () => {
  test('adds an approval with the digest of the text, which then counts', async () => {
    expect(await approve('A. Lead', '--on', '2026-02-01')).toEqual({
      code: 0,
      out: 'a.protocol.yaml: version 1.0.0 is approved by A. Lead (Clinical lead) on 2026-02-01.\nIts status is still “draft”. Set it to “approved” when all have approved, and commit the file.\n',
      err: '',
    });
    expect(read().startsWith(protocol)).toBe(true);
    expect(read().slice(protocol.length)).toMatch(
      /^approvals:\n {2}- by: A\. Lead\n {4}role: Clinical lead\n {4}on: 2026-02-01\n {4}version: 1\.0\.0\n {4}digest: 'sha256:[0-9a-f]{64}'\n$/,
    );
    expect((await approve('B. Second')).code).toBe(0);
    repository.write('a.protocol.yaml', `# Signed\n${read().replace('draft', 'approved')}`);
    expect((await repository.run(['check', 'a.protocol.yaml', '--rule', 'approval-fits-text=error'])).code).toBe(0);
    repository.write('a.protocol.yaml', read().replace('Mark each', 'Mark any'));
    const { code, out } = await repository.run(['check', 'a.protocol.yaml']);
    expect(code).toBe(1);
    expect(out).toContain('The text has changed since A. Lead approved version 1.0.0.');
    expect((await approve('C. Third')).code).toBe(1);
  });

  test('needs no approval that is there before it, however strict the check is', async () => {
    repository.write('labelwright.yaml', 'rules: {approved-needs-approval: error}\n');
    repository.write('a.protocol.yaml', protocol.replace('draft', 'approved'));
    expect((await repository.run(['check', 'a.protocol.yaml'])).code).toBe(1);
    const { code, out } = await approve('A. Lead', '--on', '2026-02-01');
    expect([code, out.split('\n').length]).toEqual([0, 2]);
    expect((await repository.run(['check', 'a.protocol.yaml'])).code).toBe(0);
  });

  test('leaves a protocol with errors as it is', async () => {
    const wrong = protocol.replace('readers: 2', 'readers: many');
    repository.write('a.protocol.yaml', wrong);
    const { code, out, err } = await approve('A. Lead');
    expect(code).toBe(1);
    expect(out).toContain('a.protocol.yaml:18:47  error  “readers” is a whole number');
    expect(err).toBe('labelwright: a protocol with errors is not approved; the file is as it was.\n');
    expect(read()).toBe(wrong);
    expect(readdirSync(repository.folder).sort()).toEqual(['.git', 'a.protocol.yaml', 'findings.taxonomy.yaml']);
  });

  test.each([
    [['findings.taxonomy.yaml', '--by', 'A', '--role', 'B'], '“findings.taxonomy.yaml” is no protocol'],
    [['b.protocol.yaml', '--by', 'A', '--role', 'B'], 'There is no protocol “b.protocol.yaml”.'],
    [['a.protocol.yaml', '--by', 'A'], '--role <role>'],
    [['a.protocol.yaml', '--by', 'A', '--role', 'B', '--on', '1.2.2026'], 'A date has year, month and day'],
    [['a.protocol.yaml', '--by', '', '--role', 'B'], 'The approval would be a mistake: “by” is empty.'],
  ])('refuses %j', async (args, reason) => {
    const { code, err } = await repository.run(['approve', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(reason);
    expect(read()).toBe(protocol);
  });

  test('refuses who has approved the version already', async () => {
    await approve('A. Lead');
    const once = read();
    expect(await approve('A. Lead')).toMatchObject({
      code: 2,
      err: 'labelwright: A. Lead has approved version 1.0.0 already.\n',
    });
    expect(read()).toBe(once);
  });
});
