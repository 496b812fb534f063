import { describe, expect, it } from 'vitest';
import { compareFiles, documentText } from '../compare/guidelines';

/** One example of the table of levels in the design: a change, and how it is judged. */
type Example = readonly [title: string, before: string, after: string, judged: readonly string[]];

const labels = (...lines: string[]) => `labels:\n${lines.map((line) => `  ${line}\n`).join('')}`;
const mass = (keys: string) => labels(`mass: {name: Mass${keys}}`);
const attribute = (keys: string) => mass(`, attributes: {a: {${keys}}}`);

const taxonomies: readonly Example[] = [
  ['label deleted', labels('mass: {name: Mass}', 'cyst: {name: Cyst}'), mass(''), ['label-removed breaking re-read']],
  [
    'id reused',
    labels("a: {name: Pneumothorax, codes: ['SCT:36118008']}"),
    labels("a: {name: Skin fold, codes: ['SCT:110501000']}"),
    ['label-reused breaking re-read'],
  ],
  [
    'mask value reused',
    labels('mass: {name: Mass, value: 1}', 'cyst: {name: Cyst, value: 2}'),
    labels('mass: {name: Mass, value: 2}', 'cyst: {name: Cyst, value: 3}'),
    ['value-reused breaking migrate', 'value-changed breaking migrate'],
  ],
  ['layer', mass(', layer: a'), mass(', layer: b'), ['layer-changed breaking migrate']],
  [
    'geometry withdrawn',
    mass(', geometry: [box, point]'),
    mass(', geometry: [box]'),
    ['geometry-withdrawn breaking redraw'],
  ],
  [
    'geometry that another holds',
    mass(', geometry: [mask, box]'),
    mass(', geometry: [box]'),
    ['geometry-withdrawn breaking migrate'],
  ],
  [
    'choice removed',
    attribute('type: choice, values: [x, y]'),
    attribute('type: choice, values: [x]'),
    ['choice-removed breaking re-read'],
  ],
  [
    'presence value removed',
    mass(', presence: [present, absent]'),
    mass(', presence: [present]'),
    ['presence-withdrawn breaking re-read'],
  ],
  [
    'another concept',
    mass(", codes: ['SCT:1 |One|']"),
    mass(", codes: ['SCT:2 |Two|']"),
    ['code-changed breaking re-read'],
  ],
  [
    'split',
    labels('mass: {name: Mass}', 'a: {name: Solid}', 'b: {name: Ground glass}'),
    labels(
      'mass: {name: Mass, deprecated: {since: 2.0.0, replacedBy: [a, b]}}',
      'a: {name: Solid}',
      'b: {name: Ground glass}',
    ),
    ['label-split breaking re-read'],
  ],
  [
    'now required',
    attribute('type: boolean'),
    attribute('type: boolean, required: true'),
    ['attribute-made-required breaking re-read'],
  ],
  [
    'range narrowed',
    attribute('type: number, maximum: 9'),
    attribute('type: number, maximum: 5'),
    ['range-narrowed breaking re-read'],
  ],
  ['unit', attribute('type: number, unit: mm'), attribute('type: number, unit: cm'), ['unit-changed breaking migrate']],
  [
    'unit of another kind',
    attribute('type: number, unit: mm'),
    attribute('type: number, unit: mm2'),
    ['unit-changed breaking re-read'],
  ],
  ['scope', mass(', scope: image'), mass(', scope: study'), ['scope-changed breaking re-read']],
  ['per', mass(', per: side'), mass(', per: lobe'), ['per-changed breaking re-read']],
  ['ignore', mass(''), mass(', ignore: true'), ['label-made-ignored breaking migrate']],
  [
    'partOf',
    labels('lung: {name: Lung}', 'mass: {name: Mass}'),
    labels('lung: {name: Lung}', 'mass: {name: Mass, partOf: lung}'),
    ['part-of-added breaking migrate'],
  ],
  [
    'order of scores',
    attribute('type: ordinal, values: {x: {score: 1}, y: {score: 2}}'),
    attribute('type: ordinal, values: {x: {score: 2}, y: {score: 1}}'),
    ['score-changed breaking migrate', 'score-changed breaking migrate'],
  ],
  [
    'first scores of a scale',
    attribute('type: ordinal, values: {x: {}, y: {}}'),
    attribute('type: ordinal, values: {x: {score: 1}, y: {}}'),
    ['score-added additive migrate'],
  ],
  [
    'a grade that was off the scale',
    attribute('type: ordinal, values: {x: {score: 1}, y: {}}'),
    attribute('type: ordinal, values: {x: {score: 1}, y: {score: 2}}'),
    ['score-added breaking migrate'],
  ],
  [
    'order of key points',
    mass(', keypoints: [a, b]'),
    mass(', keypoints: [b, a]'),
    ['keypoints-reordered breaking migrate'],
  ],
  [
    'inclusion',
    mass(', include: [Round shadows]'),
    mass(', include: [Round dense shadows]'),
    ['inclusion-changed review re-read'],
  ],
  ['exclusion', mass(''), mass(', exclude: [Nipples]'), ['exclusion-added review re-read']],
  ['definition', mass(', definition: One.'), mass(', definition: Another.'), ['definition-changed review re-read']],
  [
    'method',
    attribute('type: number, method: Longest axis'),
    attribute('type: number, method: Shortest axis'),
    ['method-changed review re-read'],
  ],
  [
    'move',
    labels('a: {name: A}', 'b: {name: B}', 'mass: {name: Mass, parent: a}'),
    labels('a: {name: A}', 'b: {name: B}', 'mass: {name: Mass, parent: b}'),
    ['label-moved review re-read'],
  ],
  [
    'new in the group',
    labels('g: {name: G, abstract: true}', 'mass: {name: Mass, parent: g}'),
    labels('g: {name: G, abstract: true}', 'mass: {name: Mass, parent: g}', 'cyst: {name: Cyst, parent: g}'),
    ['label-added review re-read'],
  ],
  [
    'new in the layer',
    mass(', value: 1'),
    labels('mass: {name: Mass, value: 1}', 'cyst: {name: Cyst, value: 2}'),
    ['label-added review re-read'],
  ],
  [
    'new choice',
    attribute('type: choice, values: [x]'),
    attribute('type: choice, values: [x, y]'),
    ['choice-added review re-read'],
  ],
  [
    'edition of a source',
    `source: [Fleischner 2017]\n${mass('')}`,
    `source: [Fleischner 2024]\n${mass('')}`,
    ['source-changed review re-read'],
  ],
  [
    'new, competes with none',
    mass(''),
    labels('mass: {name: Mass}', 'cyst: {name: Cyst}'),
    ['label-added additive none'],
  ],
  ['optional attribute', mass(''), attribute('type: boolean'), ['attribute-added additive none']],
  ['synonym', mass(''), mass(', synonyms: [Lump]'), ['synonym-added additive none']],
  ['code', mass(''), mass(", codes: ['SCT:1']"), ['code-added additive none']],
  ['alias', mass(''), mass(', alias: {coco: 3}'), ['alias-added additive none']],
  [
    'colour',
    mass(", value: 1, color: '#e4572e'"),
    mass(", value: 1, color: '#17bebb'"),
    ['color-changed editorial none'],
  ],
  [
    'colour of masks told by it',
    mass(", geometry: [mask], color: '#e4572e'"),
    mass(", geometry: [mask], color: '#17bebb'"),
    ['color-changed breaking migrate'],
  ],
  [
    'letter case of a colour',
    mass(", geometry: [mask], color: '#e4572e'"),
    mass(", geometry: [mask], color: '#E4572E'"),
    [],
  ],
  ['spelling', mass(', definition: A tumour.'), mass(', definition: a tumor'), ['definition-respelt editorial none']],
  [
    'tombstone taken away',
    labels('mass: {name: Mass}', 'lump: {name: Lump, deprecated: {since: 1.0.0, replacedBy: mass}}'),
    mass(''),
    ['label-removed breaking migrate'],
  ],
  [
    'choice with ranks',
    attribute('type: choice, values: [x, y]'),
    attribute('type: ordinal, values: [x, y]'),
    ['type-changed additive none'],
  ],
];

const use = (keys: string) => `labels:\n  mass: {${keys}}\n`;
const stage = (keys: string) => `workflow:\n  first: {stage: read, ${keys}}\n`;
const agreement = (keys: string) => `agreement:\n  outline: {labels: [mass], metric: dice, ${keys}}\n`;

const protocols: readonly Example[] = [
  ['unmarked', 'unmarked: absent\n', 'unmarked: unknown\n', ['unmarked-changed breaking re-read']],
  [
    'on',
    use('on: [frontal]'),
    use('on: [lateral]'),
    ['marked-on-added breaking re-read', 'marked-on-withdrawn breaking re-read'],
  ],
  ['edge', use('delineation: {edge: inner}'), use('delineation: {edge: outer}'), ['edge-changed breaking redraw']],
  [
    'holes left out',
    use('delineation: {holes: fill}'),
    use('delineation: {holes: keep}'),
    ['holes-changed breaking redraw'],
  ],
  [
    'holes filled',
    use('delineation: {holes: keep}'),
    use('delineation: {holes: fill}'),
    ['holes-changed breaking migrate'],
  ],
  [
    'instances apart',
    use('delineation: {instances: merged}'),
    use('delineation: {instances: separate}'),
    ['instances-changed breaking redraw'],
  ],
  [
    'instances as one',
    use('delineation: {instances: separate}'),
    use('delineation: {instances: merged}'),
    ['instances-changed breaking migrate'],
  ],
  [
    'decision rule',
    'decisions:\n  d: {when: Drained, then: Mark it.}\n',
    'decisions:\n  d: {when: Drained, then: Leave it.}\n',
    ['decision-action-changed review re-read'],
  ],
  [
    'window',
    'images:\n  ct: {display: [{name: Lung, center: -600, width: 1500}]}\n',
    'images:\n  ct: {display: [{name: Lung, center: -500, width: 1500}]}\n',
    ['window-center-changed review re-read'],
  ],
  [
    'size threshold raised',
    use('when: {width: {minimum: 2}}'),
    use('when: {width: {minimum: 5}}'),
    ['marking-condition-changed review migrate'],
  ],
  [
    'size threshold lowered',
    use('when: {width: {minimum: 5}}'),
    use('when: {width: {minimum: 2}}'),
    ['marking-condition-changed review re-read'],
  ],
  [
    'where unmarked means absent',
    'unmarked: absent\nlabels: [a]\n',
    'unmarked: absent\nlabels: [a, b]\n',
    ['label-use-added review re-read'],
  ],
  ['fewer readers', stage('readers: 2'), stage('readers: 1'), ['readers-lowered quality none']],
  [
    'blinding removed',
    stage('blindedTo: [report]'),
    stage('readers: 1').replace('readers: 1', 'blindedTo: []'),
    ['blinding-removed quality none'],
  ],
  [
    'threshold lowered',
    agreement('minimum: 0.8'),
    agreement('minimum: 0.7'),
    ['agreement-minimum-lowered quality none'],
  ],
  [
    'merge method',
    'workflow:\n  m: {stage: merge, method: union}\n',
    'workflow:\n  m: {stage: merge, method: majority}\n',
    ['merge-method-changed quality none'],
  ],
  [
    'qualification',
    'roles:\n  adjudicator: {experienceYears: 10}\n',
    'roles:\n  adjudicator: {experienceYears: 5}\n',
    ['experience-lowered quality none'],
  ],
  ['retention', 'privacy: {retention: P10Y}\n', 'privacy: {retention: P5Y}\n', ['retention-changed quality none']],
  [
    'de-identification',
    'privacy:\n  deidentification: {method: safe-harbor}\n',
    'privacy:\n  deidentification: {method: other}\n',
    ['deidentification-method-changed quality none'],
  ],
  [
    'stratum',
    'data: {cohort: {}}\n',
    'data:\n  cohort:\n    sex: {shares: {f: 50%, m: 50%}}\n',
    ['stratum-added additive none'],
  ],
];

describe.each([
  ['taxonomy', taxonomies],
  ['protocol', protocols],
] as const)('levels and remedies of the design, for a %s', (kind, examples) => {
  it.each(examples)('%s', async (_title, before, after, judged) => {
    const files = (body: string) => ({ [`a.${kind}.yaml`]: documentText(kind, body) });
    const { diff } = await compareFiles(files(before), files(after));
    expect(diff.changes.map(({ id, level, remedy }) => `${id} ${level} ${remedy}`)).toEqual(judged);
  });
});

describe('a protocol that lists no labels', () => {
  it('has those in use that its taxonomy has', async () => {
    const files = (body: string) => ({
      'a.protocol.yaml': documentText('protocol', 'taxonomy: {file: b.taxonomy.yaml}\nunmarked: absent\n'),
      'b.taxonomy.yaml': documentText('taxonomy', body),
    });
    const told = async (before: string, after: string) =>
      (await compareFiles(files(before), files(after))).diff.changes.map(
        ({ level, remedy, message }) => `${level} ${remedy}: ${message}`,
      );
    const both = labels('mass: {name: Mass}', 'cyst: {name: Cyst}', 'group: {name: Group, abstract: true}');
    expect(await told(mass(''), both)).toEqual(['review re-read: “Cyst” is now marked under this protocol.']);
    expect(await told(both, mass(''))).toEqual(['breaking migrate: “Cyst” is no longer marked under this protocol.']);
  });
});
