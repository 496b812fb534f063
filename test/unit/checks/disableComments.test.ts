import { describe, expect, it } from 'vitest';
import { taxonomyText } from '../../../server/src/checks/rules/examples';
import { applyEdits, createText } from '../../../server/src/yaml/text';
import { problemsOf, uriOf } from './files';

const name = 'a.taxonomy.yaml';
const disable = '# labelwright-disable-next-line';

async function found(labels: string, files: Readonly<Record<string, string>> = {}) {
  const all = { [name]: taxonomyText(`labels:\n${labels}`), ...files };
  return (await problemsOf(all).of(uriOf(name))).map(
    ({ range, severity, rule }) => `${range.start.line + 1} ${severity} ${rule}`,
  );
}

describe('a comment', () => {
  it.each([
    ['above', `  ${disable} label-needs-definition: Known.\n  ptx: {name: PTX}`],
    ['without blanks', `  #labelwright-disable-next-line label-needs-definition:Known.\n  ptx: {name: PTX}`],
    [
      'with blank lines and comments between',
      `  ${disable} label-needs-definition: Known.\n\n  # PTX\n  ptx: {name: PTX}`,
    ],
    ['for several rules', `  ${disable} label-needs-definition, schema: Known: both.\n  ptx: {name: PTX, exlude: [x]}`],
    [
      'with others',
      `  ${disable} schema: One.\n  ${disable} label-needs-definition: Two.\n  ptx: {name: PTX, exlude: [x]}`,
    ],
    [
      'at the end of the line above',
      `  a: {name: A, definition: Air.} ${disable} label-needs-definition: Known.\n  ptx: {name: PTX}`,
    ],
    ['with CR LF', `  ${disable} label-needs-definition: Known.\r\n  ptx: {name: PTX}`],
  ])('%s hides a problem', async (_where, labels) => {
    expect(await found(labels)).toEqual([]);
  });

  it('hides nothing in the lines after', async () => {
    expect(await found(`  ${disable} label-needs-definition: Known.\n  ptx: {name: PTX}\n  b: {name: B}`)).toEqual([
      '9 warning label-needs-definition',
    ]);
  });

  it.each([
    ['quotes', `  ptx: {name: PTX, definition: "${disable} schema: x"}`],
    ['a block', `  ptx:\n    name: PTX\n    definition: |\n      ${disable} schema: x\n      Air.`],
    ['a longer word', `  ptx: {name: PTX, definition: Air.} ${disable}s schema: x`],
    ['no comment', `  ptx: {name: PTX, definition: 'a${disable} schema: x'}`],
  ])('does not stand in %s', async (_where, labels) => {
    expect(await found(labels)).toEqual([]);
  });

  it('in the configuration counts too', async () => {
    const config = `x-a: 1\n${disable} schema: Known.\nextend: strict\n`;
    expect(await problemsOf({ 'labelwright.yaml': config }).of(uriOf('labelwright.yaml'))).toEqual([]);
  });
});

/** The one problem of a comment, and the text with its first fix. */
async function problemOf(comment: string, rest = 'definition: Air.') {
  const text = taxonomyText(`labels:\n  ${comment}\n  ptx: {name: PTX, ${rest}}`);
  const { of, workspace } = problemsOf({ [name]: text });
  const [problem, ...more] = await of(uriOf(name));
  expect(more).toEqual([]);
  const document = (await workspace.file(uriOf(name)))?.document;
  const edits = (document && problem?.fixes[0]?.edits(document)) ?? [];
  const lines = applyEdits(createText(text), edits).split('\n');
  return {
    severity: problem?.severity,
    rule: problem?.rule,
    message: problem?.message,
    at: problem && [problem.range.start.line, problem.range.start.character, problem.range.end.character],
    preferred: problem?.fixes[0]?.preferred ?? false,
    fixed: lines.slice(6, -2).join('\n'),
  };
}

describe('a comment is reported', () => {
  it('without effect, and removed', async () => {
    expect(await problemOf(`${disable} label-needs-definition: Known.`)).toEqual({
      severity: 'warning',
      rule: 'waiver-without-effect',
      message: 'There is no problem of “label-needs-definition” in the line that this comment speaks of. Remove it.',
      at: [6, 34, 56],
      preferred: true,
      fixed: '',
    });
  });

  it('behind other text, which stays', async () => {
    const comment = `a: {name: A, definition: Air.}   ${disable} schema: Known.`;
    expect(await problemOf(comment)).toMatchObject({ fixed: '  a: {name: A, definition: Air.}' });
  });

  it.each([
    [`schema, label-needs-definition`, `label-needs-definition`],
    [`label-needs-definition, schema`, `label-needs-definition`],
  ])('for one rule of %s, and keeps the other', async (rules, left) => {
    expect(await problemOf(`${disable} ${rules}: Known.`, 'codes: []')).toMatchObject({
      rule: 'waiver-without-effect',
      fixed: `  ${disable} ${left}: Known.`,
    });
  });

  it('without a reason', async () => {
    expect(await problemOf(`${disable} schema`)).toEqual({
      severity: 'error',
      rule: 'waiver-needs-reason',
      message:
        'This comment does not say why it disables the rule, and does not count. Write “# labelwright-disable-next-line schema: the reason”.',
      at: [6, 2, 40],
      preferred: false,
      fixed: '',
    });
  });

  it('without a reason and then hides nothing', async () => {
    expect(await found(`  ${disable} label-needs-definition:\n  ptx: {name: PTX}`)).toEqual([
      '7 error waiver-needs-reason',
      '8 warning label-needs-definition',
    ]);
  });

  it('without a rule', async () => {
    expect(await problemOf(disable)).toMatchObject({
      rule: 'waiver-needs-reason',
      message:
        'This comment does not say which rule it disables, and why, and does not count. Write “# labelwright-disable-next-line rule-id: the reason”.',
    });
  });

  it('for a rule that does not exist', async () => {
    expect(await problemOf(`${disable} shema: Known.`)).toEqual({
      severity: 'error',
      rule: 'rule-must-exist',
      message: 'There is no rule “shema”. Did you mean “schema”?',
      at: [6, 34, 39],
      preferred: true,
      fixed: `  ${disable} schema: Known.`,
    });
  });

  it('not while the file cannot be read as a whole, nor for what looks at the history', async () => {
    const broken = await found(`  ${disable} label-needs-definition: Known.\n  ptx: {name: "PTX}`);
    expect(new Set(broken)).toEqual(new Set(['8 error yaml']));
    expect(await found(`  ${disable} changed-without-version-bump: Known.\n  a: {name: A, definition: B.}`)).toEqual(
      [],
    );
  });

  it('in words, where it is not to be hidden by another', async () => {
    const labels = `  ${disable} waiver-without-effect: Known.\n  ${disable} schema: Known.\n  a: {name: A, definition: B.}`;
    expect(await found(labels)).toEqual(['7 warning waiver-without-effect', '8 warning waiver-without-effect']);
  });
});
