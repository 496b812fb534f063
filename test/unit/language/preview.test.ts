import { describe, expect, it } from 'vitest';
import { providePreview } from '../../../server/src/language/preview';
import { protocol, taxonomy } from './guidelines';
import { cancelledAfter, notCancelled, uriOf, workspaceOf } from './markers';

const files = {
  'chest.taxonomy.yaml': taxonomy,
  'ptx.protocol.yaml': protocol,
  'samples/large.png': 'image',
  'samples/large.coco.json': '{}',
};

async function preview(name: string, all: Record<string, string> = files) {
  const { workspace, fileSystem } = workspaceOf(all);
  return providePreview(workspace, fileSystem, { uri: uriOf(name) }, notCancelled);
}

async function sampleProblems(sample: string, more: Record<string, string> = {}) {
  const result = await preview('p.protocol.yaml', {
    'p.protocol.yaml': `protocol: p\nsamples:\n  s:\n${sample}`,
    ...more,
  });
  return result?.samples[0];
}

describe('preview', () => {
  it('gives a protocol’s samples with their files and places', async () => {
    const result = await preview('ptx.protocol.yaml');
    expect(result?.title).toBe('Pneumothorax');
    expect(result?.samples).toEqual([
      {
        id: 'large',
        kind: undefined,
        caption: undefined,
        shows: ['pneumothorax'],
        about: [],
        image: uriOf('samples/large.png'),
        series: undefined,
        annotations: uriOf('samples/large.coco.json'),
        files: [uriOf('samples/large.png'), uriOf('samples/large.coco.json')],
        windows: [],
        uri: uriOf('ptx.protocol.yaml'),
        range: { start: { line: 35, character: 2 }, end: { line: 35, character: 7 } },
        entryRange: { start: { line: 35, character: 2 }, end: { line: 38, character: 25 } },
        problems: [],
      },
    ]);
  });

  it('gives the labels to draw with', async () => {
    const result = await preview('ptx.protocol.yaml');
    expect(result?.labels.map(({ id }) => id)).toEqual(['finding', 'pneumothorax', 'skin-fold']);
    expect(result?.labels[1]).toEqual({
      id: 'pneumothorax',
      name: 'Pneumothorax',
      color: '#e4572e',
      value: 3,
      layer: 'findings',
      definition: 'Air in the pleural space.',
      include: ['Any visible pleural line'],
      exclude: ['Skin folds'],
      names: [],
      aliases: [],
      codes: ['SCT:36118008'],
      skeleton: [],
      geometry: ['mask', 'polygon'],
      attributes: [
        { id: 'side', name: 'Side' },
        { id: 'width', unit: 'mm' },
      ],
      deprecated: false,
      uri: uriOf('chest.taxonomy.yaml'),
      range: { start: { line: 21, character: 2 }, end: { line: 21, character: 14 } },
      entryRange: { start: { line: 21, character: 2 }, end: { line: 43, character: 36 } },
    });
  });

  it('gives for a taxonomy the samples of all protocols that use it', async () => {
    const result = await preview('chest.taxonomy.yaml', {
      ...files,
      'second.protocol.yaml': protocol.replaceAll('large', 'small'),
      'third.protocol.yaml': 'protocol: third\nsamples: {x: {image: x.png}}\n',
    });
    expect(result?.title).toBe('Chest');
    expect(result?.samples.map(({ id, uri }) => [id, uri])).toEqual([
      ['large', uriOf('ptx.protocol.yaml')],
      ['small', uriOf('second.protocol.yaml')],
    ]);
  });

  it('gives labels of imported taxonomies with their own places, and names from other tools', async () => {
    const result = await preview('a.taxonomy.yaml', {
      'a.taxonomy.yaml': 'taxonomy: a\nimports: [{file: b.taxonomy.yaml}]\nlabels: {}\n',
      'b.taxonomy.yaml':
        'taxonomy: b\nlabels:\n  old: {synonyms: [PTX], alias: {coco: 7}, skeleton: [[a, b]], color: red, deprecated: {since: 1.0.0}}\n',
    });
    expect(result?.title).toBe('a');
    expect(result?.labels).toMatchObject([
      {
        id: 'old',
        name: 'old',
        names: ['PTX'],
        aliases: ['7'],
        skeleton: [['a', 'b']],
        deprecated: true,
        uri: uriOf('b.taxonomy.yaml'),
      },
    ]);
    expect(result?.labels[0]?.color).toBeUndefined();
  });

  it('shows the samples of a protocol whose taxonomy is missing', async () => {
    const result = await preview('ptx.protocol.yaml', { 'ptx.protocol.yaml': protocol });
    expect(result?.labels).toEqual([]);
    expect(result?.samples).toHaveLength(1);
  });

  it.each([
    ['../secret.png', '‘../secret.png’ lies outside the folders that are open. Move the file into one of them.'],
    [
      'a/../../secret.png',
      '‘a/../../secret.png’ lies outside the folders that are open. Move the file into one of them.',
    ],
    [
      '/etc/passwd',
      '‘/etc/passwd’ is no path that can be used here. Write it from this file on, with ‘/’ between folders.',
    ],
    [
      'file:///w/a.png',
      '‘file:///w/a.png’ is no path that can be used here. Write it from this file on, with ‘/’ between folders.',
    ],
    ['a\\b.png', '‘a\\b.png’ is no path that can be used here. Write it from this file on, with ‘/’ between folders.'],
  ])('never gives the path %s', async (path, problem) => {
    const sample = await sampleProblems(`    image: ${path}\n    annotations: ${path}\n`);
    expect(sample).toMatchObject({ image: undefined, annotations: undefined, problems: [problem, problem] });
  });

  it('says what is missing', async () => {
    expect(await sampleProblems('    kind: pitfall\n')).toMatchObject({
      kind: 'pitfall',
      problems: ['The sample ‘s’ names no image.'],
    });
    expect(await sampleProblems('    image: a.png\n')).toMatchObject({
      image: undefined,
      // It is watched: it may come.
      files: [uriOf('a.png')],
      problems: ['There is no file ‘a.png’.'],
    });
  });

  it('gives the files of a folder as a series, by name', async () => {
    const files = { 'series/2.dcm': '', 'series/1 a.dcm': '', 'series/.hidden': '', 'series/DICOMDIR': '' };
    expect(await sampleProblems('    image: series\n', files)).toMatchObject({
      image: uriOf('series'),
      series: [uriOf('series/1%20a.dcm'), uriOf('series/2.dcm')],
      problems: [],
    });
    expect(await sampleProblems('    image: series\n', { 'series/.hidden': '' })).toMatchObject({
      problems: ['The folder ‘series’ holds no files.'],
    });
    expect(await sampleProblems('    image: series/2.dcm\n    annotations: series\n', files)).toMatchObject({
      annotations: undefined,
      problems: ['‘series’ is a folder. Name a file in it.'],
    });
  });

  it('gives the windows of the protocol’s images', async () => {
    const images =
      'images:\n  ct:\n    modality: [CT, PT]\n    display:\n      - {name: Lung, center: -600, width: 1500}\n      - {center: 1}\n';
    const result = await preview('p.protocol.yaml', {
      'p.protocol.yaml': `protocol: p\n${images}samples:\n  s: {image: a.png}\n`,
    });
    expect(result?.samples[0]?.windows).toEqual([{ name: 'Lung', center: -600, width: 1500, modality: ['CT', 'PT'] }]);
  });

  it('says which file cannot be read', async () => {
    const { workspace, fileSystem } = workspaceOf(files);
    const broken = { ...fileSystem, stat: () => Promise.reject(new Error('denied')) };
    const result = await providePreview(workspace, broken, { uri: uriOf('ptx.protocol.yaml') }, notCancelled);
    expect(result?.samples[0]?.problems).toEqual([
      'The file ‘samples/large.png’ cannot be read.',
      'The file ‘samples/large.coco.json’ cannot be read.',
    ]);
  });

  it('is nothing for other files, and when it is cancelled', async () => {
    expect(await preview('labelwright.yaml', { 'labelwright.yaml': 'rules: {}\n' })).toBeUndefined();
    expect(await preview('none.taxonomy.yaml')).toBeUndefined();
    const { workspace, fileSystem } = workspaceOf(files);
    for (const times of [0, 1, 2]) {
      const uri = uriOf('chest.taxonomy.yaml');
      expect(await providePreview(workspace, fileSystem, { uri }, cancelledAfter(times))).toBeUndefined();
    }
  });
});
