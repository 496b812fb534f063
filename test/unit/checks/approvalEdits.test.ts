import { describe, expect, it } from 'vitest';
import { approvalEdit, approvalsWithoutDigest, digestEdits } from '../../../server/src/checks/approvalEdits';
import { staleApprovals } from '../../../server/src/checks/approvals';
import { contentDigest } from '../../../server/src/checks/content';
import { parseYaml } from '../../../server/src/yaml/parseDocument';
import { applyEdits } from '../../../server/src/yaml/text';

const head = 'protocol: a\nversion: 1.1.0\ntitle: A\n';
const approval = { by: 'B. Müller', role: 'Clinical lead', on: '2026-02-01' };

/** The text with the approval; DIGEST stands for the digest of its content. */
async function approved(text: string): Promise<string | undefined> {
  const document = parseYaml(text);
  const edit = await approvalEdit(document, approval);
  if (!edit) return undefined;
  const written = applyEdits(document.text, [edit]);
  expect(parseYaml(written).errors).toEqual([]);
  expect(await staleApprovals(parseYaml(written))).toEqual([]);
  return written.replaceAll(await contentDigest(document), 'DIGEST');
}

const block = (indent: string, newLine = '\n') =>
  ["- by: 'B. Müller'", '  role: Clinical lead', '  on: 2026-02-01', '  version: 1.1.0', "  digest: 'DIGEST'"]
    .map((line) => `${indent}${line}${newLine}`)
    .join('');
const inBraces = "{by: 'B. Müller', role: Clinical lead, on: 2026-02-01, version: 1.1.0, digest: 'DIGEST'}";

describe('an approval is added', () => {
  it.each([
    ['at the end', head, `${head}approvals:\n${block('  ')}`],
    ['below a comment', `${head}# The end`, `${head}# The end\napprovals:\n${block('  ')}`],
    [
      'with the line ends of the file',
      head.replaceAll('\n', '\r\n'),
      `${head.replaceAll('\n', '\r\n')}approvals:\r\n${block('  ', '\r\n')}`,
    ],
    [
      'behind others, before comments and what follows',
      `${head}approvals:\n- by: A\n  on: 2026-01-01 # New Year\n# Others\nchanges: []\n`,
      `${head}approvals:\n- by: A\n  on: 2026-01-01 # New Year\n${block('')}# Others\nchanges: []\n`,
    ],
    [
      'behind a text of several lines',
      `${head}approvals:\n  - by: A\n    role: >-\n      Lead\n      of all\nchanges: []\n`,
      `${head}approvals:\n  - by: A\n    role: >-\n      Lead\n      of all\n${block('  ')}changes: []\n`,
    ],
    [
      'in braces, as those before it',
      `${head}approvals:\n  - {by: A, on: 2026-01-01, version: 1.0.0} # old`,
      `${head}approvals:\n  - {by: A, on: 2026-01-01, version: 1.0.0} # old\n  - ${inBraces}`,
    ],
    ['in brackets', `${head}approvals: [{by: A}]\n`, `${head}approvals: [{by: A}, ${inBraces}]\n`],
    ['in empty brackets', `${head}approvals: []\n`, `${head}approvals: [${inBraces}]\n`],
    ['in one line', '{protocol: a, version: 1.1.0}\n', `{protocol: a, version: 1.1.0, approvals: [${inBraces}]}\n`],
  ])('%s', async (_, text, expected) => {
    expect(await approved(text)).toBe(expected);
  });

  it('not where there is no version, or no list', async () => {
    expect(await approved('protocol: a\n')).toBeUndefined();
    expect(await approved(`${head}approvals: yes\n`)).toBeUndefined();
  });
});

describe('a digest is recorded', () => {
  it('behind the version of an approval, in the style of it', async () => {
    const text = `${head}approvals:\n  - version: 1.1.0 # this\n    by: A\n  - {version: 1.1.0, by: B}\n`;
    const document = parseYaml(text);
    const digest = await contentDigest(document);
    const edits = await Promise.all(approvalsWithoutDigest(document).map((one) => digestEdits(document, one)));
    expect(applyEdits(document.text, edits.flat())).toBe(
      `${head}approvals:\n  - version: 1.1.0 # this\n    digest: '${digest}'\n    by: A\n  - {version: 1.1.0, digest: '${digest}', by: B}\n`,
    );
  });

  it('of the version that the document has, and only where there is none', () => {
    const text = `${head}approvals:\n  - {by: A, version: 1.0.0}\n  - {by: B, version: 1.1.0, digest: x}\n  - C\n`;
    expect(approvalsWithoutDigest(parseYaml(text))).toEqual([]);
    expect(approvalsWithoutDigest(parseYaml('approvals: [{by: A}]\n'))).toEqual([]);
  });
});
