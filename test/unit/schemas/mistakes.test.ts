import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { SchemaError, Validator } from '../../../server/src/generated/validators';
import { config, protocol, protocolLabel, taxonomy, taxonomyLabel } from '../../../server/src/generated/validators';

const head = 'version: 1.0.0\ntitle: T\nstatus: draft\nlanguage: en\n';
const taxonomyHead = `taxonomy: t\n${head}`;
const protocolHead = `protocol: p\n${head}taxonomy: {file: t.taxonomy.yaml}\npurpose: {task: detection}\nroles: {}\n`;

/** What is wrong with a text, without the place in the schema. */
function mistakes(validate: Validator, text: string): Omit<SchemaError, 'schemaPath'>[] {
  validate(parse(text));
  return (validate.errors ?? []).map(({ keyword, instancePath, params, propertyName }) =>
    propertyName === undefined ? { keyword, instancePath, params } : { keyword, instancePath, params, propertyName },
  );
}

describe('one mistake is one error', () => {
  it('an unknown key in a label', () => {
    expect(mistakes(taxonomy, `${taxonomyHead}labels: {a: {name: A, colour: red}}`)).toStrictEqual([
      { keyword: 'additionalProperties', instancePath: '/labels/a', params: { additionalProperty: 'colour' } },
    ]);
  });

  it('a word that is not in the list', () => {
    expect(mistakes(taxonomyLabel, '{name: A, geometry: [mask, circle]}')).toStrictEqual([
      {
        keyword: 'enum',
        instancePath: '/geometry/1',
        params: {
          allowedValues: [
            'mask',
            'polygon',
            'box',
            'ellipse',
            'polyline',
            'point',
            'keypoints',
            'classification',
            'span',
          ],
        },
      },
    ]);
  });

  it('an attribute type that does not exist', () => {
    expect(mistakes(taxonomyLabel, '{name: A, attributes: {side: {type: select, values: [left]}}}')).toStrictEqual([
      {
        keyword: 'enum',
        instancePath: '/attributes/side/type',
        params: {
          allowedValues: ['choice', 'ordinal', 'number', 'integer', 'boolean', 'text', 'date', 'reference'],
        },
      },
    ]);
  });

  it('a key that does not fit the type of the attribute', () => {
    expect(mistakes(taxonomyLabel, '{name: A, attributes: {width: {type: number, values: [a]}}}')).toStrictEqual([
      { keyword: 'false schema', instancePath: '/attributes/width/values', params: {} },
    ]);
  });

  it('a choice without values', () => {
    expect(mistakes(taxonomyLabel, '{name: A, attributes: {side: {type: choice}}}')).toStrictEqual([
      { keyword: 'required', instancePath: '/attributes/side', params: { missingProperty: 'values' } },
    ]);
  });

  it('a shared attribute without a type', () => {
    expect(mistakes(taxonomy, `${taxonomyHead}attributes: {side: {values: [left]}}\nlabels: {}`)).toStrictEqual([
      { keyword: 'required', instancePath: '/attributes/side', params: { missingProperty: 'type' } },
    ]);
  });

  it('another word than required or optional', () => {
    expect(mistakes(taxonomyLabel, '{name: A, attributes: {side: mandatory}}')).toStrictEqual([
      { keyword: 'enum', instancePath: '/attributes/side', params: { allowedValues: ['required', 'optional'] } },
    ]);
  });

  it('a number where words or a map are wanted', () => {
    expect(mistakes(taxonomyLabel, '{name: A, attributes: {side: 1}}')).toStrictEqual([
      { keyword: 'type', instancePath: '/attributes/side', params: { type: ['string', 'object'] } },
    ]);
  });

  it('a number where text is wanted', () => {
    expect(mistakes(taxonomyLabel, '{name: 5}')).toStrictEqual([
      { keyword: 'type', instancePath: '/name', params: { type: 'string' } },
    ]);
  });

  it('a version that YAML reads as a number', () => {
    expect(mistakes(taxonomy, `${taxonomyHead.replace('1.0.0', '1.0')}labels: {}`)).toStrictEqual([
      { keyword: 'type', instancePath: '/version', params: { type: 'string' } },
    ]);
  });

  it('a list of labels instead of a map', () => {
    expect(mistakes(taxonomy, `${taxonomyHead}labels: [{id: a, name: A}]`)).toStrictEqual([
      { keyword: 'type', instancePath: '/labels', params: { type: 'object' } },
    ]);
  });

  it('a document that is no map', () => {
    expect(mistakes(taxonomy, '- a')).toStrictEqual([
      { keyword: 'type', instancePath: '', params: { type: 'object' } },
    ]);
  });

  it('an id that is not in kebab-case', () => {
    expect(mistakes(taxonomy, `${taxonomyHead}labels: {Skin Fold: {name: A}}`)).toStrictEqual([
      {
        keyword: 'pattern',
        instancePath: '/labels',
        params: { pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' },
        propertyName: 'Skin Fold',
      },
    ]);
  });

  it('a colour that is a name', () => {
    expect(mistakes(taxonomyLabel, '{name: A, color: red}')).toStrictEqual([
      { keyword: 'pattern', instancePath: '/color', params: { pattern: '^#[0-9a-fA-F]{6}$' } },
    ]);
  });

  it('an unquoted colour, which is a comment', () => {
    expect(mistakes(taxonomyLabel, 'name: A\ncolor: #e4572e')).toStrictEqual([
      { keyword: 'type', instancePath: '/color', params: { type: 'string' } },
    ]);
  });

  it('the background as the value of a label', () => {
    expect(mistakes(taxonomyLabel, '{name: A, value: 0}')).toStrictEqual([
      { keyword: 'minimum', instancePath: '/value', params: { comparison: '>=', limit: 1 } },
    ]);
  });

  it('a code without its system', () => {
    expect(mistakes(taxonomyLabel, '{name: A, codes: [pneumothorax]}')).toStrictEqual([
      {
        keyword: 'pattern',
        instancePath: '/codes/0',
        params: { pattern: '^[A-Za-z][A-Za-z0-9_.-]*:[^\\s|]+(\\s*\\|[^|]*\\|)?$' },
      },
    ]);
  });

  it('a comma in a criterion in square brackets is two criteria, and a colon a map', () => {
    expect(mistakes(taxonomyLabel, '{name: A, include: [Any line: also after drainage]}')).toStrictEqual([
      { keyword: 'type', instancePath: '/include/0', params: { type: 'string' } },
    ]);
  });

  it('an empty condition', () => {
    expect(mistakes(taxonomyLabel, '{name: A, attributes: {x: {type: text, when: {width: }}}}')).toStrictEqual([
      {
        keyword: 'type',
        instancePath: '/attributes/x/when/width',
        params: { type: ['string', 'number', 'boolean', 'array', 'object'] },
      },
    ]);
  });

  it('a stage of the workflow that does not exist', () => {
    expect(mistakes(protocol, `${protocolHead}workflow: {first: {stage: reading, role: reader}}`)).toStrictEqual([
      {
        keyword: 'enum',
        instancePath: '/workflow/first/stage',
        params: {
          allowedValues: ['train', 'pre-label', 'read', 'revise', 'merge', 'adjudicate', 'quality-control'],
        },
      },
    ]);
  });

  it('a key that does not fit the stage', () => {
    const workflow = 'workflow: {both: {stage: merge, of: first, method: majority, readers: 2}}';
    expect(mistakes(protocol, `${protocolHead}${workflow}`)).toStrictEqual([
      { keyword: 'false schema', instancePath: '/workflow/both/readers', params: {} },
    ]);
  });

  it('a stage without what it needs', () => {
    expect(mistakes(protocol, `${protocolHead}workflow: {first: {stage: read}}`)).toStrictEqual([
      { keyword: 'required', instancePath: '/workflow/first', params: { missingProperty: 'role' } },
    ]);
  });

  it('a share without a percent sign that is no number of cases', () => {
    const shares = 'data: {partitions: {shares: {train: 0.7}}}';
    expect(mistakes(protocol, `${protocolHead}workflow: {}\n${shares}`)).toStrictEqual([
      { keyword: 'type', instancePath: '/data/partitions/shares/train', params: { type: ['string', 'integer'] } },
    ]);
  });

  it('a label of the protocol that is left empty', () => {
    expect(mistakes(protocol, `${protocolHead}workflow: {}\nlabels: {pneumothorax: }`)).toStrictEqual([
      { keyword: 'type', instancePath: '/labels/pneumothorax', params: { type: 'object' } },
    ]);
  });

  it('a date in another order', () => {
    expect(mistakes(protocol, `${protocolHead}workflow: {}\neffective: 01.02.2026`)).toStrictEqual([
      {
        keyword: 'pattern',
        instancePath: '/effective',
        params: { pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' },
      },
    ]);
  });

  it('one word where a list is wanted', () => {
    expect(mistakes(protocolLabel, 'geometry: mask')).toStrictEqual([
      { keyword: 'type', instancePath: '/geometry', params: { type: 'array' } },
    ]);
  });

  it('a level of a rule that does not exist', () => {
    expect(mistakes(config, 'rules: {unknown-label: fatal}')).toStrictEqual([
      {
        keyword: 'enum',
        instancePath: '/rules/unknown-label',
        params: { allowedValues: ['off', 'hint', 'info', 'warning', 'error'] },
      },
    ]);
  });
});

describe('what is valid', () => {
  it('labels of a protocol as a list of ids', () => {
    expect(mistakes(protocol, `${protocolHead}workflow: {}\nlabels: [pneumothorax]`)).toStrictEqual([]);
  });

  it.each(['70%', '12.5%', '100%', '70 %', '200'])('%s as a share', (share) => {
    const shares = `data: {partitions: {shares: {train: ${share}}}}`;
    expect(mistakes(protocol, `${protocolHead}workflow: {}\n${shares}`)).toStrictEqual([]);
  });

  it.each(['20%', '50 cases', '1 case', '50'])('%s as a sample', (sample) => {
    const workflow = `workflow: {checked: {stage: quality-control, role: reader, sample: ${sample}}}`;
    expect(mistakes(protocol, `${protocolHead}${workflow}`)).toStrictEqual([]);
  });

  it('an attribute of a label that only narrows what it has from elsewhere', () => {
    expect(mistakes(taxonomyLabel, '{name: A, attributes: {width: {minimum: 2}}}')).toStrictEqual([]);
  });

  it('keys like those of every object', () => {
    const label = parse('{"name": "A", "confusedWith": {"constructor": "c", "toString": "t"}}') as unknown;
    expect(taxonomyLabel(label)).toBe(true);
    expect(taxonomyLabel(JSON.parse('{"name": "A", "constructor": {}}'))).toBe(false);
    expect(taxonomyLabel(JSON.parse('{"name": "A", "__proto__": {}}'))).toBe(false);
  });
});
