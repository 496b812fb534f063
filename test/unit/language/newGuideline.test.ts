import { describe, expect, it } from 'vitest';
import { bumpBetween } from '../../../server/src/grade/bumpBetween';
import { createProblems } from '../../../server/src/checks/problems';
import { idOf, newGuideline } from '../../../server/src/language/newGuideline';
import { readText } from '../../../server/src/model/read';
import { noHistory } from '../../../server/src/workspace/history';
import { toValue, valueAt } from '../../../server/src/yaml/node';
import { parseYaml } from '../../../server/src/yaml/parseDocument';
import { uriOf, workspaceOf } from './markers';

describe('a new guideline', () => {
  it.each([
    ['Chest radiograph findings', 'chest-radiograph-findings'],
    ['Lunge: Rundherde & Größe', 'lunge-rundherde-groesse'],
    ['Hüftdysplasie', 'hueftdysplasie'],
    ['Hu\u0308fte', 'huefte'],
    ['ÄRZTE ÜBER ÖDEM: GROẞ', 'aerzte-ueber-oedem-gross'],
    ['Lésion à côté', 'lesion-a-cote'],
    ['  Œdème — pulmonaire!  ', 'oedeme-pulmonaire'],
    ['3D brain', 'guideline-3d-brain'],
    ['Łódź Straße Ångström', 'lodz-strasse-angstroem'],
    ['肺结节', 'guideline'],
    ['Yes', 'guideline'],
    ['a'.repeat(59) + ' b', 'a'.repeat(59)],
    ['__proto__', 'proto'],
  ])('of ‘%s’ has the id %s', (title, id) => {
    expect(idOf(title)).toBe(id);
    expect(newGuideline(title).map(({ name }) => name)).toEqual([`${id}.taxonomy.yaml`, `${id}.protocol.yaml`]);
  });

  it.each([
    ['Chest radiograph findings'],
    ['Lung: nodules, masses'],
    ["It's #1"],
    ['"quoted" \\ title'],
    ['yes'],
    ['1.0'],
    ['[a] {b} & *c !d | e > f % g @ h `i`'],
    ['- list'],
    ['肺结节 🫁'],
  ])('keeps the title ‘%s’ as it is', (title) => {
    const [taxonomy, protocol] = newGuideline(title).map(({ text }) => parseYaml(text));
    expect(taxonomy?.errors).toEqual([]);
    expect(readText(valueAt(taxonomy?.root, 'title'))).toBe(title);
    expect(valueAt(taxonomy?.root, 'title')).toMatchObject({ value: title });
    expect(readText(valueAt(protocol?.root, 'title'))).toBe(`Annotation protocol: ${title}`);
  });

  it('has one line of title whatever is given', () => {
    const [taxonomy] = newGuideline('a\nstatus: approved\u0000\r\n  b');
    expect(taxonomy?.text).toContain("\ntitle: 'a status: approved b'\n");
    expect(idOf('')).toBe('guideline');
    expect(newGuideline(' \n ')[0]?.text).toContain('\ntitle: New guideline\n');
  });

  it('passes every check', async () => {
    const files = Object.fromEntries(newGuideline('Chest: findings').map(({ name, text }) => [name, text]));
    const { workspace, fileSystem } = workspaceOf(files);
    const problems = createProblems({
      workspace,
      fileSystem,
      history: noHistory,
      bumpBetween,
      today: () => '2026-02-01',
      logFault: (message, cause) => {
        throw new Error(message, { cause });
      },
    });
    for (const name of Object.keys(files)) {
      expect((await problems.of(uriOf(name))).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    }
  });

  it('shows how to add a sample: without its hashes it fits', () => {
    const text = newGuideline('Chest')[1]?.text ?? '';
    const [, block = ''] = /\n((?:# samples:\n)(?:# .*\n)+)/.exec(text) ?? [];
    const { root, errors } = parseYaml(text.replace(block, block.replace(/^# /gm, '')));
    expect(errors).toEqual([]);
    const sample = valueAt(root, 'samples', 'first-finding-typical');
    expect(sample && toValue(sample)).toEqual({
      image: 'samples/first-finding.dcm',
      annotations: 'samples/first-finding.coco.json',
      kind: 'typical',
      shows: ['first-finding'],
      caption: 'What one should see in it.',
    });
    expect(valueAt(root, 'uncertainty')).toBeDefined();
  });

  it('is a draft, in block style, with comments that say what to do', () => {
    for (const { text } of newGuideline('Chest')) {
      expect(text).toContain('\nstatus: draft\n');
      expect(text).not.toMatch(/: [[{]/);
      expect(text.match(/^ *# /gm)?.length).toBeGreaterThan(5);
      expect(text.endsWith('\n')).toBe(true);
    }
  });
});
