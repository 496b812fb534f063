import { describe, expect, it } from 'vitest';
import { builtInRules } from '../../../server/src/checks/builtIn';
import { rules } from '../../../server/src/checks/registry';
import { tiers } from '../../../server/src/checks/tiers';
import { taxonomyText } from '../../../server/src/checks/rules/examples';
import { applyEdits, createText } from '../../../server/src/yaml/text';
import { today } from './checking';
import { briefly, problemsOf, uriOf } from './files';

const undefinedLabels = taxonomyText('labels:\n  ptx: {name: PTX}\n  nodule: {name: Nodule}');
const file = 'chest/a.taxonomy.yaml';

/** What is found in the taxonomy under a configuration. */
const under = (config: string, path = file) => briefly({ [path]: undefinedLabels, 'labelwright.yaml': config }, path);

describe('levels', () => {
  it.each([
    ['', ['7 warning', '8 warning']],
    ['rules: {label-needs-definition: off}', []],
    ['rules: {label-needs-definition: error}', ['7 error', '8 error']],
    ['extends: strict', ['7 error', '8 error']],
    ['extends: draft', []],
    ['extends: draft\nrules: {label-needs-definition: hint}', ['7 hint', '8 hint']],
  ])('%j', async (config, expected) => {
    expect(await under(config)).toEqual(expected.map((one) => `${one} label-needs-definition`));
  });

  it.each([
    ['overrides: {chest/: {extends: draft}}', []],
    ['overrides: {chest/: {rules: {label-needs-definition: hint}}}', ['7 hint', '8 hint']],
    ['overrides: {"chest/*.yaml": {extends: strict}}', ['7 error', '8 error']],
    ['overrides: {"*.taxonomy.yaml": {extends: strict}}', ['7 error', '8 error']],
    ['overrides: {lung/: {extends: draft}}', ['7 warning', '8 warning']],
    // The later one counts; a level goes before a tier, wherever it stands.
    ['overrides: {chest/: {extends: draft}, "**/*.yaml": {extends: strict}}', ['7 error', '8 error']],
    ['rules: {label-needs-definition: info}\noverrides: {chest/: {extends: draft}}', ['7 info', '8 info']],
  ])('%j', async (config, expected) => {
    expect(await under(config)).toEqual(expected.map((one) => `${one} label-needs-definition`));
  });

  it('of the command go before those of the configuration', async () => {
    const files = { [file]: undefinedLabels, 'labelwright.yaml': 'rules: {label-needs-definition: off}' };
    const levels = new Map([['label-needs-definition', 'hint'] as const]);
    const found = await problemsOf(files, { levels }).of(uriOf(file));
    expect(found.map(({ severity }) => severity)).toEqual(['hint', 'hint']);
  });

  it('count for the configuration itself', async () => {
    const config = 'rules: {waiver-has-expired: info}\nwaivers: [{rule: yaml, at: x, reason: y, until: 2020-01-01}]';
    expect(await briefly({ 'labelwright.yaml': config }, 'labelwright.yaml')).toEqual(['2 info waiver-has-expired']);
  });

  it('of the tiers name rules that exist', () => {
    const ids = [...rules, ...builtInRules].map(({ id }) => id);
    for (const tier of Object.values(tiers)) for (const rule of Object.keys(tier.rules)) expect(ids).toContain(rule);
  });
});

describe('waivers', () => {
  const waiver = (at: string, more = '') =>
    `waivers: [{rule: label-needs-definition, at: '${at}', reason: Known.${more}}]`;

  it.each([
    ['ptx'],
    ['/labels/ptx'],
    [`${file}#/labels/ptx`],
    ['a.taxonomy.yaml#/labels/ptx'],
    ['chest/*#/labels/ptx'],
  ])('hold at %s', async (at) => {
    expect(await under(waiver(at))).toEqual(['8 warning label-needs-definition']);
  });

  it.each([[file], ['*.yaml'], ['chest/*'], ['chest/'], ['**/a.*']])('hold for all of %s', async (at) => {
    expect(await under(waiver(at))).toEqual([]);
  });

  it.each([['other.taxonomy.yaml'], ['/labels/pt'], ['chest'], ['lung/*'], ['lung/']])(
    'do not reach from %s, and have no effect there',
    async (at) => {
      expect(await under(waiver(at))).toHaveLength(2);
      const files = { [file]: undefinedLabels, 'labelwright.yaml': waiver(at) };
      const [problem, ...more] = await problemsOf(files).of(uriOf('labelwright.yaml'));
      expect(more).toEqual([]);
      expect(problem).toMatchObject({
        severity: 'warning',
        rule: 'waiver-without-effect',
        message: `This waiver hides nothing: there is no problem of “label-needs-definition” at “${at}”. Remove it.`,
        range: { start: { line: 0, character: 10 }, end: { line: 0, character: waiver(at).length - 1 } },
      });
    },
  );

  it('hold up to their last day, and are an error after it', async () => {
    const until = (day: string) => waiver('ptx', `, until: ${day}`);
    expect(await under(until(today))).toHaveLength(1);
    expect(await under(until('2026-05-31'))).toHaveLength(2);
    const files = { [file]: undefinedLabels, 'labelwright.yaml': until('2026-05-31') };
    const [problem, ...more] = await problemsOf(files).of(uriOf('labelwright.yaml'));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      severity: 'error',
      rule: 'waiver-has-expired',
      message:
        'This waiver of “label-needs-definition” held until 2026-05-31. Mend the problem, or give the waiver a new date.',
    });
    expect(problem?.fixes.map(({ title }) => title)).toEqual(['Remove the waiver']);
  });

  it.each([
    ['waivers:\n  - rule: yaml\n    at: x\n    reason:\n', { line: 3, character: 4 }],
    ["waivers:\n  - {rule: yaml, at: x, reason: ''}\n", { line: 1, character: 32 }],
  ])('tell of an empty reason what is missing: %j', async (config, start) => {
    const [problem, ...more] = await problemsOf({ 'labelwright.yaml': config }).of(uriOf('labelwright.yaml'));
    expect(more).toEqual([]);
    expect(problem?.range.start).toEqual(start);
    expect(problem?.message).toBe(
      'A waiver without a reason does not count. Say behind “reason” why this is accepted.',
    );
  });

  it('need a reason', async () => {
    const [problem] = await problemsOf({ 'labelwright.yaml': 'waivers: [{rule: schema, at: x}]' }).of(
      uriOf('labelwright.yaml'),
    );
    expect(problem?.message).toBe('A waiver lacks “reason” (why it is accepted). Add it.');
  });

  it.each([
    ['rules: {label-need-definition: off}'],
    ['overrides: {a/: {rules: {label-need-definition: off}}}'],
    ['waivers: [{rule: label-need-definition, at: x, reason: y}]'],
  ])('and levels name rules that exist: %s', async (config) => {
    const found = await problemsOf({ 'labelwright.yaml': config }).of(uriOf('labelwright.yaml'));
    expect(found.map(({ message }) => message)).toEqual([
      'There is no rule “label-need-definition”. Did you mean “label-needs-definition”?',
    ]);
  });

  it.each([
    ['a rule that is off', 'rules: {label-needs-definition: off}\n', undefinedLabels],
    ['a tier in which it is off', 'overrides: {chest/: {extends: draft}}\n', undefinedLabels],
    ['a file that cannot be read', '', `${undefinedLabels}  "broken: {`],
  ])('are not judged for %s', async (_what, config, text) => {
    const files = { [file]: text, 'labelwright.yaml': `${config}${waiver('nodule')}` };
    expect(await briefly(files, 'labelwright.yaml')).toEqual([]);
  });

  it('are not judged for rules that compare with earlier versions', async () => {
    const config = 'waivers: [{rule: changed-without-version-bump, at: x, reason: y}]';
    expect(await briefly({ 'labelwright.yaml': config }, 'labelwright.yaml')).toEqual([]);
  });

  const first = '  # why\n  - rule: schema\n    at: x\n    reason: y\n';
  const second = '  - rule: yaml\n    at: x\n    reason: y\n';
  it.each([
    ['the first', `waivers:\n${first}${second}x-a: 1\n`, 0, `waivers:\n  # why\n${second}x-a: 1\n`],
    ['the last', `waivers:\n${first}${second}x-a: 1\n`, 1, `waivers:\n${first}x-a: 1\n`],
    ['the only one', `extends: strict\nwaivers:\n${second}x-a: 1\n`, 0, `extends: strict\nx-a: 1\n`],
    [
      'one in brackets',
      `waivers: [{rule: yaml, at: x, reason: y}, {rule: schema, at: z, reason: y}]`,
      0,
      `waivers: [{rule: schema, at: z, reason: y}]`,
    ],
  ])('without effect are removed: %s', async (_what, config, index, expected) => {
    const { of, workspace } = problemsOf({ 'labelwright.yaml': config });
    const problem = (await of(uriOf('labelwright.yaml')))[index];
    const document = (await workspace.file(uriOf('labelwright.yaml')))?.document;
    const edits = (document && problem?.fixes[0]?.edits(document)) ?? [];
    expect(applyEdits(createText(config), edits)).toBe(expected);
    expect(problem?.fixes[0]?.preferred).toBe(true);
  });

  it('stay the same objects while nothing changes, and are judged anew when a file does', async () => {
    const { of, workspace } = problemsOf({ [file]: undefinedLabels, 'labelwright.yaml': waiver('nodule') });
    const config = uriOf('labelwright.yaml');
    expect(await of(config)).toEqual([]);
    expect(await of(config)).toBe(await of(config));
    workspace.open(uriOf(file), undefinedLabels.replace('{name: Nodule}', '{name: Nodule, definition: Round.}'));
    expect((await of(config)).map(({ rule }) => rule)).toEqual(['waiver-without-effect']);
    expect(await of(config)).toBe(await of(config));
  });
});
