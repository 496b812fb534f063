import { describe, expect, it } from 'vitest';
import { changeIds } from '../../../server/src/compare/compareGuidelines';
import { bumpBetween } from '../../../server/src/grade/bumpBetween';
import { partsOf, ruleOf, ruleTable, stemTable } from '../../../server/src/grade/rules';
import type { Files } from '../compare/guidelines';
import { compareFiles, documentText, resolve } from '../compare/guidelines';

const ids = changeIds();

async function diffOf(kind: 'taxonomy' | 'protocol', before: string, after: string) {
  const files = (body: string): Files => ({ [`a.${kind}.yaml`]: documentText(kind, body) });
  return (await compareFiles(files(before), files(after))).diff;
}

const label = (text: string) => `labels:\n  mass: {name: Mass${text}}\n`;

describe('the table of rules', () => {
  it('judges every change that can be told', () => {
    expect(ids.filter((id) => !ruleOf(id))).toEqual([]);
  });

  it('has no rule that no change needs', () => {
    const stems = new Set(ids.filter((id) => !ruleTable.has(id)).map((id) => partsOf(id)?.stem));
    expect([...stemTable.keys()].filter((stem) => !stems.has(stem))).toEqual([]);
    expect([...ruleTable.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('gives every judgement a reason that is one sentence', () => {
    for (const id of ids) {
      const verdict = ruleOf(id)?.verdict;
      const judgements = !verdict ? [] : 'decide' in verdict ? verdict.among : [verdict];
      expect(judgements.length).toBeGreaterThan(0);
      for (const { reason, level, remedy } of judgements) {
        expect(reason, id).toMatch(/^[A-Z][^\n]*\.$/);
        if (level === 'additive') expect(['none', 'migrate'], id).toContain(remedy);
        if (level === 'breaking') expect(remedy, id).not.toBe('none');
      }
    }
  });
});

describe('the version that a change asks for', () => {
  it.each([
    ['major', label(''), 'labels: {}\n'],
    ['minor', label(', definition: A.'), label(', definition: B.')],
    ['minor', label(''), label(', synonyms: [Lump]')],
    ['patch', label(', definition: A tumour.'), label(', definition: A tumor')],
    ['none', label(''), `# A comment.\n${label('')}`],
  ])('is %s', async (bump, before, after) => {
    expect((await diffOf('taxonomy', before, after)).bump).toBe(bump);
  });

  it('is minor when only the evidence changes', async () => {
    const workflow = (readers: number) => `workflow:\n  first: {stage: read, readers: ${readers}}\n`;
    const diff = await diffOf('protocol', workflow(2), workflow(1));
    expect(diff.bump).toBe('minor');
    expect(diff.counts).toEqual({ breaking: 0, review: 0, quality: 1, additive: 0, editorial: 0 });
  });
});

describe('what only records how a document fares', () => {
  const head = (version: string, status: string, rest: string) => ({
    'a.protocol.yaml': `protocol: test\nversion: ${version}\ntitle: Test\nstatus: ${status}\nlanguage: en\n${rest}`,
  });
  const approved = 'approvals: [{by: A, role: Lead, version: 1.0.0, on: 2024-01-01}]\n';

  it('asks for no new version', async () => {
    const notes = 'changes: [{version: 2.0.0, on: 2024-01-01, summary: New.}]\n';
    const { diff } = await compareFiles(head('1.0.0', 'review', ''), head('2.0.0', 'approved', approved + notes));
    expect(diff.changes.map(({ level, id }) => `${level} ${id}`)).toEqual([
      'editorial version-changed',
      'editorial status-changed',
      'editorial approval-added',
      'editorial change-note-added',
    ]);
    expect(diff.bump).toBe('none');
  });

  it('is worth less as evidence once it is not approved any more', async () => {
    const { diff } = await compareFiles(head('1.0.0', 'approved', ''), head('1.0.0', 'draft', ''));
    expect(diff.changes.map(({ level, remedy, id }) => `${level} ${remedy} ${id}`)).toEqual([
      'quality none status-changed',
    ]);
    expect(diff.bump).toBe('none');
  });

  it('does not hide what else changed', async () => {
    const before = await resolve(head('1.0.0', 'draft', 'unmarked: absent\n'));
    const after = await resolve(head('2.0.0', 'draft', 'unmarked: unknown\n'));
    expect(bumpBetween(before, after)).toBe('major');
    expect(bumpBetween(before, before)).toBe('none');
  });
});

describe('order and fingerprints', () => {
  it('puts the most severe first, then what stands first', async () => {
    const diff = await diffOf(
      'taxonomy',
      'labels:\n  b: {name: B, value: 1, color: "#000000"}\n  a: {name: A, value: 2}\n',
      'labels:\n  b: {name: B, value: 3, color: "#ffffff"}\n  a: {name: A, value: 4, synonyms: [C]}\n',
    );
    expect(diff.changes.map(({ level, subject }) => `${level} ${subject}`)).toEqual([
      'breaking b',
      'breaking a',
      'additive a',
      'editorial b',
    ]);
  });

  it('gives 12 hexadecimal digits that depend on what changed only', async () => {
    const one = await diffOf('taxonomy', label(', value: 1'), label(', value: 2'));
    const moved = await diffOf(
      'taxonomy',
      `source: [a]\n${label(', value: 1')}`,
      `source: [b]\n\n\n${label(',   value: 2')}`,
    );
    const other = await diffOf('taxonomy', label(', value: 1'), label(', value: 3'));
    const [fingerprint] = one.changes.map((change) => change.fingerprint);
    expect(fingerprint).toMatch(/^[0-9a-f]{12}$/);
    expect(fingerprint).toBe('babba26b12fc');
    expect(moved.changes.map((change) => change.fingerprint)).toContain(fingerprint);
    expect(other.changes.map((change) => change.fingerprint)).not.toContain(fingerprint);
  });

  it('tells apart two orders of the same grades', async () => {
    const grades = (values: string) => label(`, attributes: {g: {type: ordinal, values: [${values}]}}`);
    const one = await diffOf('taxonomy', grades('a, b, c'), grades('b, a, c'));
    const two = await diffOf('taxonomy', grades('a, b, c'), grades('c, b, a'));
    expect(one.changes[0]?.fingerprint).not.toBe(two.changes[0]?.fingerprint);
  });
});

describe('judgements that depend on more than the change', () => {
  async function judged(before: string, after: string, kind: 'taxonomy' | 'protocol' = 'taxonomy'): Promise<string[]> {
    return (await diffOf(kind, before, after)).changes.map(({ id, level, remedy }) => `${id} ${level} ${remedy}`);
  }

  it('sees that another group competes with nothing, and a kind of a label with that label', async () => {
    const before = 'labels:\n  finding: {name: Finding, abstract: true}\n  mass: {name: Mass, parent: finding}\n';
    expect(await judged(before, `${before}  group: {name: Group, parent: finding, abstract: true}\n`)).toEqual([
      'label-added additive none',
    ]);
    expect(await judged(before, `${before}  tension: {name: Tension, parent: mass}\n`)).toEqual([
      'label-added review re-read',
    ]);
  });

  it('has another code read again, and only the DICOM category coded anew', async () => {
    const text = (code: string) => label(`, codes: ['SCT:${code}']`);
    expect(await judged(text('1'), text('2'))).toEqual(['code-changed breaking re-read']);
    const dicom = (key: string, code: string) => label(`, dicom: {${key}: 'SCT:${code}'}`);
    expect(await judged(dicom('type', '1'), dicom('type', '2'))).toEqual(['dicom-code-changed breaking re-read']);
    expect(await judged(dicom('category', '1'), dicom('category', '2'))).toEqual([
      'dicom-code-changed breaking migrate',
    ]);
  });

  it.each([
    ['{width: {minimum: 2}}', '{width: {minimum: 5}}', 'migrate'],
    ['{width: {minimum: 2}}', '{width: {minimum: 1}}', 're-read'],
    ['{width: {minimum: 2}}', '{width: {minimum: 3, maximum: 9}}', 'migrate'],
    ['{width: {minimum: 2}}', '{width: {maximum: 9}}', 're-read'],
    ['{side: [left, right]}', '{side: left}', 'migrate'],
    ['{side: left}', '{side: [left, right]}', 're-read'],
    ['{width: {minimum: 2}}', '{width: {minimum: 2}, side: left}', 'migrate'],
    ['[{width: {minimum: 2}}, {side: left}]', '{side: left}', 'migrate'],
    ['{score: {minimum: 2}}', '{score: [3, 4]}', 'migrate'],
    ['{score: {minimum: 2}}', '{score: [1, 4]}', 're-read'],
  ])('sees what became of a condition: %s to %s', async (before, after, remedy) => {
    const use = (when: string) => `labels:
  mass: {when: ${when}}
`;
    expect(await judged(use(before), use(after), 'protocol')).toEqual([`marking-condition-changed review ${remedy}`]);
    const asked = (when: string) => label(`, attributes: {drained: {type: boolean, when: ${when}}}`);
    expect(await judged(asked(before), asked(after))).toEqual([`condition-changed breaking ${remedy}`]);
  });

  it('sees that nothing is annotated with a group', async () => {
    const children = '  mass: {name: Mass}\n';
    expect(
      await judged(`labels:\n  group: {name: Group, abstract: true}\n${children}`, `labels:\n${children}`),
    ).toEqual(['label-removed review none']);
  });

  it('sees a default for a new demand, and that a demand less leaves all valid', async () => {
    const wall = (rest: string) => label(`, attributes: {wall: {type: boolean${rest}}}`);
    expect(await judged(label(''), wall(', required: true, default: false'))).toEqual([
      'required-attribute-added breaking migrate',
    ]);
    expect(await judged(label(''), wall(', required: true'))).toEqual(['required-attribute-added breaking re-read']);
    expect(await judged(wall(', default: false'), wall(', default: false, required: true'))).toEqual([
      'attribute-made-required breaking migrate',
    ]);
    expect(await judged(wall(', required: true'), wall(''))).toEqual(['attribute-made-optional additive none']);
    const { changes } = await diffOf('taxonomy', wall(', required: true'), wall(''));
    expect(changes[0]?.reason).toBe('Every answer given so far stays valid; readers may leave it open from now on.');
  });

  it('sees that only some types can hold all old answers', async () => {
    const typed = (type: string) => label(`, attributes: {w: {type: ${type}}}`);
    expect(await judged(typed('integer'), typed('number'))).toEqual(['type-changed additive none']);
    expect(await judged(typed('number'), typed('integer'))).toEqual(['type-changed breaking migrate']);
    expect(await judged(typed('text'), typed('date'))).toEqual(['type-changed breaking re-read']);
  });

  it('sees a new label in use among siblings', async () => {
    expect(await judged('unmarked: unknown\nlabels: [a]\n', 'unmarked: unknown\nlabels: [a, b]\n', 'protocol')).toEqual(
      ['label-use-added additive none'],
    );
    expect(await judged('unmarked: absent\nlabels: [a]\n', 'unmarked: absent\nlabels: [a, b]\n', 'protocol')).toEqual([
      'label-use-added review re-read',
    ]);
  });
});
