import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../server/src/checks/config';
import { createChecker } from '../../../server/src/checks/engine';
import type { LabelRule } from '../../../server/src/checks/rule';
import { protocolExample, taxonomyText } from '../../../server/src/checks/rules/examples';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import { check, folder, today } from './checking';

const undefinedLabels = taxonomyText('labels:\n  ptx: {name: PTX}\n  nodule: {name: Nodule}');
const file = 'chest/a.taxonomy.yaml';

describe('a rule that fails', () => {
  const failing: LabelRule = {
    id: 'always-fails',
    family: 'taxonomy',
    level: 'hint',
    scope: 'label',
    docs: { what: '', why: '', invalid: {}, valid: {} },
    check: () => {
      throw new Error('Broken.');
    },
  };

  it('is one problem at the top, and is logged', async () => {
    const uri = `${folder}/${file}`;
    const workspace = createWorkspace({
      fileSystem: createMemoryFileSystem({ [uri]: undefinedLabels }),
      folders: [folder],
    });
    const resolved = await workspace.resolve(uri);
    const logged: string[] = [];
    const checker = createChecker([failing], { today: () => today, log: (message) => logged.push(message) });
    const problems = resolved ? checker.check(resolved, defaultConfig) : [];
    expect(problems).toMatchObject([
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        severity: 'error',
        rule: 'internal',
        message: 'The rule “always-fails” failed here, so that it says nothing of this file.',
      },
    ]);
    expect(logged).toContain('The rule always-fails failed.');
  });
});

describe('a file with a mistake in the YAML', () => {
  it('says nothing that follows from it, and the rest of what it can', async () => {
    const text = taxonomyText(
      'labels:\n  ptx: {name: PTX\n  nodule:\n    name: Nodule\n    definition: A rounded opacity.\n    exlude: [Scar]',
    );
    const problems = await check({ 'a.taxonomy.yaml': text });
    expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'yaml: The bracket that opens here is not closed. Write its partner behind the last item.',
      'schema: “exlude” is not a key of a label. Did you mean “exclude”?',
    ]);
  });

  it('still checks the blocks before it', async () => {
    const text = `${taxonomyText('modality: [MRI]\nlabels:\n  ptx: {name: PTX, definition: Air.}')}  "bad: 1\n`;
    const rules = (await check({ 'a.taxonomy.yaml': text })).map(({ rule }) => rule);
    expect(rules).toContain('yaml');
    expect(rules).toContain('modality-must-be-known');
  });
});

it('does not complain of labels that a broken taxonomy may have', async () => {
  const files = {
    ...protocolExample('labels: [effusion]'),
    'findings.taxonomy.yaml': taxonomyText('labels:\n  a: {b: ['),
  };
  expect(await check(files)).toEqual([]);
});

it('sorts by place, then by rule', async () => {
  const problems = await check({ [file]: taxonomyText('labels:\n  ptx: {name: PTX, exlude: [x], value: 0}') });
  expect(problems.map(({ rule, range }) => [range.start.line, range.start.character, rule])).toEqual([
    [6, 2, 'label-needs-definition'],
    [6, 19, 'schema'],
    [6, 39, 'schema'],
  ]);
});

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['a list', '- a\n- b\n'],
    ['a number', '5'],
    ['bytes', '\0\u0001\u0002binary'],
    ['a deep one', `taxonomy: ${'['.repeat(5000)}`],
    [
      'odd keys',
      'taxonomy: a\n__proto__: {x: 1}\nconstructor: 2\nlabels: {__proto__: {name: 1}, constructor: {toString: 3}}\n',
    ],
    ['labels twice', taxonomyText('labels: {a: {name: A}}\nlabels: {b: {name: B}}')],
    ['tabs', 'taxonomy: a\n\tversion: 1.0.0\n'],
    ['astral characters', taxonomyText('labels: {"😀": {name: "😀"}}')],
  ])('%s does no harm', async (_name, text) => {
    for (const path of ['a.taxonomy.yaml', 'a.protocol.yaml', 'labelwright.yaml']) {
      for (const { message, fixes, rule } of await check({ [path]: text })) {
        expect(message).toMatch(/^\S.*[.?!]$/s);
        expect(rule).not.toBe('internal');
        expect(Array.isArray(fixes)).toBe(true);
      }
    }
  });
});
