import type { PageLook } from '../../client/src/diff/protocol';
import type { DiffChange, DiffResult, PreviewLabel } from '../../server/src/requests';
import { labels } from './guideline';
import type { OpenedPage } from './openPage';

const uri = 'file:///w/chest.taxonomy.yaml';
const place = (line: number) => ({
  uri,
  range: { start: { line, character: 4 }, end: { line, character: 9 } },
});

export const hostileName = '<img src=x onerror=document.title=1>';

function change(id: string, given: Partial<DiffChange>): DiffChange {
  return {
    id,
    level: 'review',
    remedy: 're-read',
    subject: 'pneumothorax',
    about: { kind: 'label', id: 'pneumothorax', name: 'Pneumothorax' },
    message: `A change: ${id}.`,
    reason: 'Readers who go by the new words may decide otherwise.',
    notes: [],
    before: null,
    after: null,
    from: place(10),
    to: place(11),
    fingerprint: id,
    look: null,
    ...given,
  };
}

/** One change of each level and each remedy. */
export const changes: readonly DiffChange[] = [
  change('color-changed', {
    level: 'breaking',
    remedy: 'migrate',
    before: '#ff0000',
    after: '#0000ff',
    look: { before: 'pneumothorax', after: 'pneumothorax' },
  }),
  change('delineation-changed', { level: 'breaking', remedy: 'redraw', before: 'inner', after: 'outer' }),
  change('definition-changed', {
    before: 'Do not mark lines under 2 mm.',
    after: 'Unless seen before, do not mark lines under 3 mm.',
    notes: ['A number changed: 2 mm became 3 mm.'],
  }),
  change('readers-lowered', {
    level: 'quality',
    remedy: 'none',
    subject: 'workflow.first',
    about: { kind: 'part', id: 'workflow', name: 'Workflow' },
    before: '2',
    after: '1',
  }),
  change('synonym-added', {
    level: 'additive',
    remedy: 'none',
    subject: hostileName,
    about: { kind: 'label', id: 'hostile', name: hostileName },
    message: `A synonym was added: “${hostileName}”.`,
    after: hostileName,
    from: null,
  }),
  change('title-changed', {
    level: 'editorial',
    remedy: 'none',
    subject: 'chest',
    about: { kind: 'part', id: '', name: 'The document' },
    before: 'Chest',
    after: 'Chest radiographs',
  }),
];

/** So many changes, of a hundred labels. */
export function manyChanges(count: number): DiffChange[] {
  return Array.from({ length: count }, (_, i) =>
    change('definition-changed', {
      fingerprint: `f${i}`,
      subject: `label-${i % 100}`,
      about: { kind: 'label', id: `label-${i % 100}`, name: `Label ${i % 100}` },
      message: `Change number ${i + 1}.`,
      before: `The ${i}th wording. `.repeat(1 + (i % 7)),
      after: `The ${i}th words. `.repeat(1 + (i % 5)),
    }),
  );
}

/** The message with which the host sends a comparison. */
export function comparison(shown: readonly DiffChange[], given: Partial<DiffResult> = {}) {
  const result: DiffResult = {
    bump: 'major',
    changes: shown,
    fromVersion: '1.0.0',
    toVersion: '1.1.0',
    problems: [],
    ...given,
  };
  return { type: 'diff', comparison: { from: { uri, revision: 'v1.0.0' }, to: { uri } }, result };
}

/** The answer to what a change looks like: red before, blue afterwards; of polygons, boxes only, if nothing else is given. */
export function lookAt(
  { address }: Pick<OpenedPage, 'address'>,
  fingerprint: string,
  [imageName, annotations] = ['xray.png', 'xray.json'],
  [before, after]: readonly [Partial<PreviewLabel>, Partial<PreviewLabel>] = [{}, { geometry: ['box'] }],
) {
  const label = labels.find(({ id }) => id === 'pneumothorax')!;
  const look: PageLook = {
    before: [{ ...label, ...before }],
    after: [{ ...label, color: '#0000ff', ...after }],
    samples: [
      {
        id: 'xray',
        caption: 'A large one.',
        imageName,
        windows: [],
        image: address(imageName),
        annotations: address(annotations),
        annotationsName: annotations,
      },
    ],
  };
  return { type: 'look', fingerprint, look };
}
