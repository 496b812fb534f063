import { createRequire } from 'node:module';
import Ajv from 'ajv';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { ProblemReport } from '../../../server/src/report/problemReport';
import { builtInRules } from '../../../server/src/checks/builtIn';
import { rules } from '../../../server/src/checks/registry';
import { reportProblemsSarif } from '../../../server/src/report/problemsSarif';
import { taxonomyText } from '../../../server/src/checks/rules/examples';
import type { YamlDocument } from '../../../server/src/yaml/document';
import { folder } from '../checks/checking';
import { problemsOf, uriOf } from '../checks/files';

/** The official schema, which is of draft 4. */
const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;
// What only names the schema is called otherwise in later drafts, which are what Ajv reads.
const isValid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile({
  ...schema,
  id: undefined,
  $schema: undefined,
});

const text = taxonomyText(
  'labels:\n  ptx:\n    name: PTX\n    exlude: [x]\n  😀 a: {name: A}\n  nodule: {name: Nodule}',
);

async function sarifOf(files: Record<string, string>, more: Partial<ProblemReport> = {}): Promise<Log> {
  const { of, workspace } = problemsOf(files);
  const problems = (await Promise.all(Object.keys(files).map((path) => of(uriOf(path))))).flat();
  const documents = new Map<string, YamlDocument>();
  for (const path of Object.keys(files)) {
    const file = await workspace.file(uriOf(path));
    if (file) documents.set(uriOf(path), file.document);
  }
  const log: unknown = JSON.parse(
    reportProblemsSarif({
      problems,
      files: Object.keys(files).map(uriOf),
      version: '0.1.0',
      displayPath: (uri) => uri,
      rootOf: () => folder,
      documentOf: (uri) => documents.get(uri),
      ...more,
    }),
  );
  expect(isValid(log) ? [] : isValid.errors).toEqual([]);
  return log as Log;
}

const resultsOf = (log: Log): Result[] => log.runs[0]?.results ?? [];

describe('problems as SARIF', () => {
  it('name place, level, rule and fix', async () => {
    const log = await sarifOf({ 'my files/a.taxonomy.yaml': text });
    const result = resultsOf(log).find(({ message }) => message.text?.includes('exlude'));
    const location = { uri: 'my%20files/a.taxonomy.yaml', uriBaseId: '%SRCROOT%' };
    expect(result).toMatchObject({
      ruleId: 'schema',
      level: 'error',
      message: { text: '“exlude” is not a key of a label. Did you mean “exclude”?' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: location,
            region: { startLine: 9, startColumn: 5, endLine: 9, endColumn: 11 },
          },
        },
      ],
      fixes: [
        {
          description: { text: 'Change to “exclude”' },
          artifactChanges: [
            {
              artifactLocation: location,
              replacements: [
                {
                  deletedRegion: { startLine: 9, startColumn: 5, endLine: 9, endColumn: 11 },
                  insertedContent: { text: 'exclude' },
                },
              ],
            },
          ],
        },
      ],
    });
    const { driver } = log.runs[0]?.tool ?? {};
    expect(driver).toMatchObject({ name: 'Labelwright', version: '0.1.0' });
    expect(driver?.rules?.[result?.ruleIndex ?? -1]).toMatchObject({
      id: 'schema',
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['form'], precision: 'very-high', 'problem.severity': 'error' },
    });
  });

  it('have the page of their rule beside them, and no address that leads nowhere', async () => {
    const log = await sarifOf({ 'a.taxonomy.yaml': text });
    expect(JSON.stringify(log)).not.toMatch(/"helpUri"|"informationUri"/);
    const described = log.runs[0]?.tool.driver.rules ?? [];
    expect(described.length).toBe(rules.length + builtInRules.length);
    for (const { help } of described) {
      expect(help?.text).toMatch(/\S/);
      expect(help?.markdown).toMatch(/\n\n## Why\n\n/);
    }
    expect(described.find(({ id }) => id === 'unit-is-ucum')?.help?.markdown).toMatchInlineSnapshot(`
      "A unit is written as UCUM writes it: \`mm\`, \`mL\`, \`mm3\`, \`[hnsf'U]\`, \`{pixel}\` for what has no unit there, \`1\` for a ratio.

      ## Why

      DICOM structured reports code units by UCUM (PS3.16, CID 82), and programs convert by it. “HU” is no unit there, and “ml/min/1.73m²” another one in each hospital.

      ## Reported

      \`\`\`yaml
      taxonomy: example
      version: 1.0.0
      title: Example
      status: draft
      language: en
      labels:
        nodule:
          name: Nodule
          definition: A rounded opacity.
          attributes:
            density:
              type: number
              unit: HU
      \`\`\`

      ## Not reported

      \`\`\`yaml
      taxonomy: example
      version: 1.0.0
      title: Example
      status: draft
      language: en
      labels:
        nodule:
          name: Nodule
          definition: A rounded opacity.
          attributes:
            density:
              type: number
              unit: '[hnsf''U]'
      \`\`\`

      \`labelwright explain unit-is-ucum\` prints more."
    `);
  });

  it('count columns in UTF-16 code units, from 1', async () => {
    const log = await sarifOf({ 'a.taxonomy.yaml': text });
    expect(log.runs[0]?.columnKind).toBe('utf16CodeUnits');
    const odd = resultsOf(log).find(({ message }) => message.text?.includes('😀'));
    expect(odd?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 10,
      startColumn: 3,
      endLine: 10,
      endColumn: 7,
    });
  });

  it('have fingerprints that stay when lines move, and are never the same', async () => {
    const prints = async (content: string) =>
      resultsOf(await sarifOf({ 'a.taxonomy.yaml': content })).map(({ partialFingerprints }) => partialFingerprints);
    const before = await prints(text);
    expect(await prints(text.replace('labels:', '\n# A comment\n\nlabels:'))).toEqual(before);
    expect(new Set(before.map((one) => one?.primaryLocationLineHash)).size).toBe(before.length);
    expect(before.length).toBeGreaterThan(2);
    for (const one of before) expect(one?.primaryLocationLineHash).toMatch(/^[0-9a-f]{12}:1$/);
    const twice = await prints(text.replace('exlude: [x]', 'exlude: [x]\n    exlude: [y]'));
    expect(new Set(twice.map((one) => one?.primaryLocationLineHash)).size).toBe(twice.length);
  });

  it('say that there are none', async () => {
    const log = await sarifOf({ 'a.taxonomy.yaml': taxonomyText('labels: {a: {name: A, definition: B.}}') });
    expect(resultsOf(log)).toEqual([]);
    expect(log.runs[0]?.artifacts).toEqual([
      { location: { uri: 'a.taxonomy.yaml', uriBaseId: '%SRCROOT%' }, roles: ['analysisTarget'] },
    ]);
  });

  it('are a run for each repository, and whole addresses outside of it', async () => {
    const files = { 'one/a.taxonomy.yaml': text, 'two/b.taxonomy.yaml': text };
    const rootOf = (uri: string) => (uri.includes('/one/') ? `${folder}/one` : 'file:///elsewhere');
    const log = await sarifOf(files, { rootOf });
    const uris = log.runs.map(({ artifacts }) => artifacts?.map(({ location }) => location));
    expect(uris).toEqual([
      [{ uri: 'a.taxonomy.yaml', uriBaseId: '%SRCROOT%' }],
      [{ uri: `${folder}/two/b.taxonomy.yaml` }],
    ]);
  });
});
