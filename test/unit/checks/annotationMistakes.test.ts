import { describe, expect, it } from 'vitest';
import type { AnnotatedImage, Annotation, Shape } from '../../../server/src/annotations/annotation';
import { annotationMistakes, guideOf } from '../../../server/src/checks/annotationMistakes';
import { protocolText, taxonomyText } from '../../../server/src/checks/rules/examples';
import { problemsOf, uriOf } from './files';

const taxonomy = taxonomyText(`
labels:
  finding: {name: Finding, abstract: true}
  nodule:
    name: Nodule
    parent: finding
    synonyms: [Rounded opacity]
    geometry: [box]
    attributes:
      side: {type: choice, values: {left: {name: On the left}, right: {}}, required: true}
      grade: {type: ordinal, values: {R0: {score: 0}, R1: {score: 1}}}
      sites: {type: choice, multiple: true, values: [apex, base]}
      width: {type: number, unit: mm, minimum: 2, maximum: 30}
      count: {type: integer}
      calcified: {type: boolean}
      seen: {type: date}
      remark: {type: text}
      why: {type: text, required: true, when: {calcified: true}}
  mass: {name: Mass, geometry: [mask]}
  lung: {name: Lung, abstract: true}
  left-lung: {name: Left lung, parent: lung}
  lobe: {name: Lobe, partOf: lung}
  scar: {name: Scar, deprecated: {replacedBy: {mass: {}}}}
  old: {name: Old, deprecated: {replacedBy: [mass, nodule]}}
`);

const box: Shape = { type: 'box', x: 10, y: 10, width: 20, height: 20 };
const good = { side: 'left' };

function annotation(name: string, attributes: Readonly<Record<string, string | number | boolean>> = good, shape = box) {
  return { id: '1', label: { name }, shape, attributes: new Map(Object.entries(attributes)) } satisfies Annotation;
}

const image = (...annotations: Annotation[]): AnnotatedImage => ({
  fileName: 'a.png',
  width: 100,
  height: 80,
  annotations,
});

async function mistakes(images: readonly AnnotatedImage[], protocol?: string, lacksAttributes = false) {
  const files = { 'a.taxonomy.yaml': taxonomy, 'p.protocol.yaml': protocol ?? '' };
  const name = protocol === undefined ? 'a.taxonomy.yaml' : 'p.protocol.yaml';
  const resolved = await problemsOf(files).workspace.resolve(uriOf(name));
  const guide = resolved && resolved.kind !== 'config' ? guideOf(resolved) : undefined;
  if (!guide) throw new Error('There is no guide.');
  return annotationMistakes(guide, { images, lacksAttributes }, 'marked labels').map(({ message }) => message);
}

describe('annotations', () => {
  it.each([
    [good],
    [{ side: 'On the left', grade: 'R1', sites: 'apex, base', width: 2, count: 3, calcified: 'false' }],
    [{ Side: 'LEFT', grade: 0, sites: 'base', width: '29.5', count: '4', calcified: 1, seen: '2026-02-01' }],
    [{ ...good, remark: 'Anything', occluded: false, rotation: 0 }],
  ])('are good: %j', async (attributes) => {
    expect(await mistakes([image(annotation('rounded opacity', attributes))])).toEqual([]);
  });

  it.each<[Record<string, string | number | boolean>, string]>([
    [{}, 'lacks “side” in 1 annotation of “nodule”.'],
    [{ side: 'middle' }, 'records “side” of “nodule” as “middle”, which is none of its values (left or right).'],
    [{ ...good, grade: 2 }, 'records “grade” of “nodule” as 2, which is none of its values (R0 or R1).'],
    [
      { ...good, sites: 'apex,hilum' },
      'records “sites” of “nodule” as “apex,hilum”, which is none of its values (apex or base).',
    ],
    [{ ...good, width: 1 }, 'records “width” of “nodule” as 1, which is below 2 mm.'],
    [{ ...good, width: 31 }, 'records “width” of “nodule” as 31, which is above 30 mm.'],
    [{ ...good, width: 'wide' }, 'records “width” of “nodule” as “wide”, which is no number.'],
    [{ ...good, count: 1.5 }, 'records “count” of “nodule” as 1.5, which is no whole number.'],
    [{ ...good, calcified: 'maybe' }, 'records “calcified” of “nodule” as “maybe”, which is neither true nor false.'],
    [{ ...good, seen: 'today' }, 'records “seen” of “nodule” as “today”, which is no date such as 2026-02-01.'],
    [{ ...good, shape: 'round' }, 'records “shape” of “nodule”, which is no attribute of it.'],
  ])('are not: %j', async (attributes, message) => {
    expect(await mistakes([image(annotation('nodule', attributes))])).toEqual([message]);
  });

  it('need no attributes in a format that cannot hold them', async () => {
    expect(await mistakes([image(annotation('nodule', {}))], undefined, true)).toEqual([]);
  });

  it('are told by kind, with how many', async () => {
    const bad = annotation('nodule', { side: 'middle' });
    const off = annotation('nodule', good, { ...box, x: 90 });
    const other = { ...image(off), fileName: 'b.png' };
    expect(await mistakes([image(bad, bad, bad, off, off), other])).toEqual([
      'records “side” of “nodule” as “middle”, which is none of its values (left or right), and 2 more.',
      'has 3 annotations outside 2 images, such as “a.png” of 100 × 80 pixels.',
    ]);
    expect(await mistakes([image(off), image()])).toEqual(['has 1 annotation outside “a.png” of 100 × 80 pixels.']);
  });

  it('name labels that readers give', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(await mistakes([image(...names.map((name) => annotation(name)))])).toEqual([
      'has annotations of “a”, “b”, “c”, “d”, “e” and 2 more, which are no labels of the taxonomy. Rename them, or give the label an alias.',
    ]);
    const mask: Shape = { type: 'mask', mask: { width: 100, height: 80, counts: [8000] } };
    const found = [
      annotation('finding', {}),
      annotation('scar', {}, mask),
      annotation('old', {}, mask),
      annotation('mass', {}),
    ];
    expect(await mistakes([image(...found, ...found)])).toEqual([
      'has 2 annotations of “finding”, a group. Name one of its labels instead.',
      'has 2 annotations of “scar”, which is no longer used. “mass” came in its place.',
      'has 2 annotations of “old”, which is no longer used. “mass” or “nodule” came in its place.',
      'marks “mass” as a box, not as mask.',
    ]);
  });

  it('name labels that the protocol marks, in the geometry it wants', async () => {
    const taxonomyFile = 'taxonomy: {file: a.taxonomy.yaml, version: ~1.0.0}\n';
    const all = [
      image(annotation('nodule'), annotation('mass', {}, { type: 'mask', mask: { width: 1, height: 1, counts: [1] } })),
    ];
    expect(await mistakes(all, protocolText(`${taxonomyFile}labels: [finding]`))).toEqual([
      'has 1 annotation of “mass”, which readers do not mark by this protocol.',
    ]);
    expect(
      await mistakes(all, protocolText(`${taxonomyFile}labels: {nodule: {geometry: [polygon]}, mass: {}}`)),
    ).toEqual(['marks “nodule” as a box, not as polygon.']);
    expect(await mistakes(all, protocolText(taxonomyFile))).toEqual([]);
  });
});

describe('a value that labels of several layers have', () => {
  const layers = taxonomyText(`
labels:
  ptx: {name: Pneumothorax, value: 1, layer: pleura}
  cons: {name: Consolidation, value: 1, layer: lung}
  scar: {name: Scar, value: 1}
`);
  const one: Annotation = { ...annotation('1', {}), label: { name: '1', number: 1 } };

  it.each([
    ['labels: [ptx, cons, scar]', '', ['ptx” (layer pleura), “cons” (layer lung) or “scar”']],
    ['labels: [cons, scar]', '', ['cons” (layer lung) or “scar”']],
    ['labels: [scar]', '', []],
    ['labels: [ptx, cons, scar]', 'shows: [cons]', []],
    ['labels: [cons, scar]', 'about: [ptx]', []],
  ])('%s %s', async (labels, shows, told) => {
    const text = `taxonomy: {file: a.taxonomy.yaml, version: ~1.0.0}\n${labels}\nsamples:\n  first: {image: a.png, ${shows}}`;
    const { workspace } = problemsOf({ 'a.taxonomy.yaml': layers, 'p.protocol.yaml': protocolText(text) });
    const resolved = await workspace.resolve(uriOf('p.protocol.yaml'));
    if (resolved?.kind !== 'protocol') throw new Error('There is no protocol.');
    const guide = guideOf(resolved, resolved.protocol.samples.get('first'))!;
    expect(annotationMistakes(guide, { images: [image(one)] }).map(({ message }) => message)).toEqual(
      told.map(
        (names) =>
          `has value 1, which may be “${names}. A sample says by “shows” which it is, a protocol by its “labels”.`,
      ),
    );
  });
});

describe('a part', () => {
  const at = (name: string, x: number, frame?: number): Annotation => ({
    ...annotation(name, {}, { ...box, x }),
    ...(frame !== undefined && { frame }),
  });

  it.each<[string, Annotation[], number]>([
    ['within its whole', [at('left lung', 10), at('lobe', 15)], 0],
    ['that touches it', [at('left lung', 10), at('lobe', 31)], 0],
    ['where there is none', [at('lobe', 10), at('nodule', 50)], 0],
    ['of which one of two is near', [at('left lung', 10), at('left lung', 60), at('lobe', 50)], 0],
    ['away from it', [at('left lung', 10), at('lobe', 50), at('lobe', 12), at('lobe', 60)], 2],
    ['whose whole is near on another slice', [at('left lung', 50, 1), at('left lung', 10, 2), at('lobe', 50, 2)], 1],
  ])('%s', async (_what, annotations, count) => {
    const message = `has ${count} annotation${count > 1 ? 's' : ''} of “lobe” away from any of “lung”, which it is a part of.`;
    const found = await mistakes([image(...annotations)]);
    expect(found.filter((one) => one.includes('away'))).toEqual(count > 0 ? [message] : []);
  });
});
