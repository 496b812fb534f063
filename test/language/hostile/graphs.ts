import type { Hostile } from './documents';
import { head, inLabel, labels, lines } from './documents';
import { protocol } from '../texts';

const ids = (count: number) => Array.from({ length: count }, (_, i) => `label-${i}`).join(', ');

/** Labels that refer to each other in ways that are slow to follow. */
export const graphs: readonly Hostile[] = [
  {
    name: 'a ring of 10,000 parents',
    text: () => labels(10_000, (i) => `parent: label-${(i + 1) % 10_000}`),
    told: /circle|itself/,
  },
  {
    name: 'a chain of 10,000 parents',
    text: () => labels(10_000, (i) => (i === 0 ? 'scope: image' : `parent: label-${i - 1}`)),
  },
  {
    name: 'a chain of 10,000 parents, written from its end',
    text: () => labels(10_000, (i) => (i === 9999 ? 'scope: image' : `parent: label-${i + 1}`)),
  },
  {
    name: '300 labels, each with all as parents',
    text: () => labels(300, () => `parent: [${ids(300)}]`),
    told: /its own parent/,
  },
  {
    name: '10,000 parents of one label',
    text: () => labels(10_000, (i) => (i === 0 ? `parent: [${ids(10_000).slice(9)}]` : 'scope: image')),
  },
  {
    name: 'a lattice with more ways up than atoms',
    text: () =>
      labels(2000, (i) => (i < 2 ? 'scope: image' : `parent: [label-${i - 2 - (i % 2)}, label-${i - 1 - (i % 2)}]`)),
  },
  {
    name: 'a ring of 1,000 parts',
    text: () => labels(1000, (i) => `partOf: label-${(i + 1) % 1000}`),
    told: /is a part of/,
  },
  {
    name: 'a ring of 10,000 replacements',
    text: () =>
      labels(10_000, (i) => `deprecated: {since: 1.0.0, replacedBy: label-${(i + 1) % 10_000}, reason: Old.}`),
    told: /./,
  },
  {
    name: '5,000 labels in one list',
    text: () => labels(5000, (i) => (i === 0 ? `disjointWith: [${ids(5000).slice(9)}]` : 'scope: image')),
  },
  {
    name: '10,000 times the same name',
    text: () =>
      `${head}labels:\n${lines(10_000, (i) => `  label-${i}:\n    name: Same\n    definition: The one of number ${i}.`)}`,
    told: /./,
  },
  { name: '10,000 times the same value', text: () => labels(10_000, () => 'value: 7'), told: /./ },
  {
    name: '10,000 times the same code',
    text: () => labels(10_000, () => "codes: ['SCT:36118008 |Pneumothorax|']"),
    told: /./,
  },
  { name: '10,000 times the same colour', text: () => labels(10_000, () => "color: '#e4572e'"), told: /./ },
  {
    name: '2,000 colours',
    text: () => labels(2000, (i) => `color: '#${(i * 8123 + 0x100000).toString(16)}'`),
    told: /./,
  },
  {
    name: '10,000 attributes that follow from each other',
    text: () =>
      inLabel(
        `definition: Short.\nattributes:\n${lines(10_000, (i) => `  a${i}: {type: number, unit: mm, derivedFrom: [a${(i + 1) % 10_000}], when: {a${(i + 7) % 10_000}: 1}}`)}`,
      ),
    told: /./,
  },
  {
    name: 'an import of itself',
    text: () =>
      labels(100, () => 'scope: image').replace('labels:', 'imports: [{file: hostile.taxonomy.yaml}]\nlabels:'),
    told: /./,
  },
  {
    name: '1,000 stages, each of the next',
    kind: 'protocol',
    text: () =>
      protocol.replace(
        'workflow:\n',
        `workflow:\n${lines(1000, (i) => `  s${i}: {stage: revise, of: s${(i + 1) % 1000}, sees: [s${(i + 2) % 1000}]}`)}`,
      ),
    told: /./,
  },
  {
    name: '10,000 labels in a protocol that do not exist',
    kind: 'protocol',
    text: () => protocol.replace('labels: [pneumothorax]', `labels: [pneumothorax, ${ids(10_000)}]`),
    told: /label-0/,
  },
  {
    name: '100,000 links',
    kind: 'protocol',
    text: () => `${protocol}${lines(100_000, (i) => `  [[pneumothorax.a${i}]] [[[[`)}`,
    told: /./,
  },
  {
    name: '10,000 samples',
    kind: 'protocol',
    text: () =>
      `${protocol}samples:\n${lines(10_000, (i) => `  s${i}: {image: samples/${i}.png, kind: typical, shows: [pneumothorax]}`)}`,
    told: /./,
  },
];
