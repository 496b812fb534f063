import { describe, expect, it } from 'vitest';
import { imageNamed, readAnnotations } from '../../../server/src/annotations/read';

const images = [{ id: 1, file_name: 'a.png', width: 10, height: 8 }];
const categories = [
  { id: 3, name: 'nodule' },
  { id: 4, name: 'hip', keypoints: ['head', 'sourcil'] },
];

function read(...annotations: object[]) {
  return readAnnotations(
    JSON.stringify({
      images,
      categories,
      annotations: annotations.map((item, i) => ({ id: i + 1, image_id: 1, ...item })),
    }),
  );
}

async function shapes(...annotations: object[]) {
  return (await read(...annotations))?.images[0]?.annotations.map(({ shape }) => shape);
}

describe('shapes', () => {
  it('reads boxes, polygons, masks, key points and classes', async () => {
    expect(
      await shapes(
        { category_id: 3, bbox: [1, 2, 3, 4] },
        {
          category_id: 3,
          bbox: [1, 2, 3, 4],
          segmentation: [
            [1, 2, 4, 2, 4, 6],
            [5, 5, 6, 5, 6, 6, 5, 6],
          ],
        },
        { category_id: 3, segmentation: { size: [8, 10], counts: [3, 4, 73] } },
        { category_id: 3, segmentation: { size: [8, 10], counts: '34Y2' }, iscrowd: 1 },
        { category_id: 4, bbox: [1, 2, 3, 4], keypoints: [1, 2, 2, 0, 0, 0, 5, 6, 1] },
        { category_id: 3 },
        { category_id: 3, bbox: [1, 2, 3, 4], segmentation: [] },
      ),
    ).toEqual([
      { type: 'box', x: 1, y: 2, width: 3, height: 4 },
      {
        type: 'polygon',
        rings: [
          [
            [1, 2],
            [4, 2],
            [4, 6],
          ],
          [
            [5, 5],
            [6, 5],
            [6, 6],
            [5, 6],
          ],
        ],
      },
      { type: 'mask', mask: { width: 10, height: 8, counts: [3, 4, 73] } },
      { type: 'mask', mask: { width: 10, height: 8, counts: [3, 4, 73] } },
      {
        type: 'keypoints',
        points: [
          { name: 'head', at: [1, 2], visible: true },
          { name: 'sourcil', visible: false },
          { name: 'point 3', at: [5, 6], visible: false },
        ],
      },
      { type: 'classification' },
      { type: 'box', x: 1, y: 2, width: 3, height: 4 },
    ]);
  });

  it('keeps what can be read beside what cannot', async () => {
    const file = await read(
      { category_id: 3, bbox: [1, 2, 3, 4], segmentation: { size: [8, 10], counts: [900] } },
      { category_id: 3, segmentation: [[1, 2, 3]] },
      { category_id: 3, bbox: 'all' },
      { category_id: 4, keypoints: [1] },
    );
    expect(file?.images[0]?.annotations.map(({ shape }) => shape.type)).toEqual([
      'box',
      'classification',
      'classification',
      'classification',
    ]);
    expect(file?.problems).toEqual([
      'Annotation 1: the mask has more pixels (900) than its size allows (10 × 8).',
      'Annotation 2: its polygon is not made of pairs of numbers.',
      'Annotation 3: its box is not made of four numbers.',
      'Annotation 4: its key points are not three numbers each.',
    ]);
  });
});

describe('labels and attributes', () => {
  it('gives the name and the number of the category', async () => {
    const [annotation] =
      (await read({ category_id: 3, attributes: { side: 'left', width: 4, drained: true, other: [1] }, iscrowd: 1 }))
        ?.images[0]?.annotations ?? [];
    expect(annotation?.label).toEqual({ name: 'nodule', number: 3 });
    expect([...(annotation?.attributes ?? [])]).toEqual([
      ['side', 'left'],
      ['width', 4],
      ['drained', true],
      ['iscrowd', true],
    ]);
  });

  it('shows an annotation whose category is not there', async () => {
    const file = await read({ category_id: 9, bbox: [1, 1, 2, 2] });
    expect(file?.images[0]?.annotations[0]?.label).toEqual({ name: 'category 9' });
    expect(file?.problems).toEqual(['Annotation 1 has a category (9) that the file does not list.']);
  });

  it('keeps odd names of attributes', async () => {
    const text = JSON.stringify({ images, categories, annotations: [{ id: 1, image_id: 1, category_id: 3 }] });
    const file = await readAnnotations(
      text.replace('"category_id":3', '"category_id":3,"attributes":{"__proto__":"x","constructor":1}'),
    );
    expect([...(file?.images[0]?.annotations[0]?.attributes ?? [])]).toEqual([
      ['__proto__', 'x'],
      ['constructor', 1],
    ]);
  });
});

describe('files that are not as they should be', () => {
  it.each([
    ['{}'],
    ['[]'],
    ['5'],
    ['null'],
    ['not JSON'],
    [''],
    ['{"annotations": [], "item": {}}'],
    [new Uint8Array([137, 80, 78, 71])],
  ])('%j is no COCO', async (content) => {
    expect(await readAnnotations(content)).toBeUndefined();
  });

  it('tells that the JSON was cut off', async () => {
    const file = await readAnnotations('{"images": [{"id": 1}],\n"annotations": [');
    expect(file?.images).toEqual([]);
    expect(file?.problems).toHaveLength(1);
    expect(file?.problems[0]).toMatch(/^The JSON of this file is broken.*\. Was it copied whole\?$/);
  });

  it('tells which lists are missing', async () => {
    expect((await readAnnotations(JSON.stringify({ images, annotations: [] })))?.problems).toEqual([
      'The file has no list “categories”.',
    ]);
  });

  it('tells of images without id, of the same id, and of annotations without image', async () => {
    const file = await readAnnotations(
      JSON.stringify({
        images: [{ file_name: 'x.png' }, { id: 1, file_name: 'a.png' }, { id: 1, file_name: 'b.png' }, 7],
        categories,
        annotations: [{ id: 5, image_id: 2, category_id: 3 }, null],
      }),
    );
    expect(file?.images.map(({ fileName }) => fileName)).toEqual(['a.png']);
    expect(file?.problems).toEqual([
      'The image “x.png” has no id, so that no annotation can belong to it.',
      'Two images have the id 1; “b.png” is left out.',
      'Annotation 5 belongs to an image (2) that the file does not list.',
      'An entry of “annotations” is no annotation.',
    ]);
  });

  it('tells only the first problems of many', async () => {
    const many = Array.from({ length: 1000 }, () => ({ category_id: 99 }));
    const problems = (await read(...many))?.problems ?? [];
    expect(problems).toHaveLength(21);
    expect(problems[20]).toBe('There are 980 more problems like these.');
  });

  it('reads a file with a byte order mark', async () => {
    const bytes = new TextEncoder().encode(`\uFEFF${JSON.stringify({ images, categories, annotations: [] })}`);
    expect((await readAnnotations(bytes))?.images).toHaveLength(1);
  });

  it('reads panoptic files by their boxes', async () => {
    const file = await read({ segments_info: [{ id: 7, category_id: 3, bbox: [1, 1, 2, 2] }] });
    expect(file?.images[0]?.annotations[0]).toMatchObject({
      id: '7',
      label: { name: 'nodule' },
      shape: { type: 'box' },
    });
    expect(file?.problems).toEqual([
      'The masks of a panoptic file lie in PNG files; “” is not beside it, so that only boxes are read.',
    ]);
  });

  it('tells once of many panoptic pictures that are missing', async () => {
    const one = (name: string) => ({ file_name: name, segments_info: [] });
    expect((await read(one('a.png'), one('b.png'), one('c.png')))?.problems).toEqual([
      'The masks of a panoptic file lie in PNG files; “a.png” and 2 more are not beside it, so that only boxes are read.',
    ]);
  });
});

it('finds an image by its name, whatever the folder', async () => {
  const two = [{ fileName: 'train/a.png' }, { fileName: 'train\\b.png' }];
  expect(imageNamed(two, 'samples/b.png')).toBe(two[1]);
  expect(imageNamed(two, 'c.png')).toBeUndefined();
  expect(imageNamed(two.slice(0, 1), 'c.png')).toBe(two[0]);
});

it('takes odd and deeply nested values for what they are, and never throws', async () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const file = (keypoints: string, segments: string) =>
    `{"images": [{"id": 1, "file_name": "a.png"}], "categories": [{"id": 1, "name": "x", "keypoints": ${keypoints}}],
      "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "segments_info": ${segments}}]}`;
  const deep = Array.from({ length: 2000 }).reduce((inner) => `[{"segments_info": ${String(inner)}}]`, '[]');
  for (const text of [
    file('[{"toString": 1, "valueOf": 1}]', '[]'),
    file(nested(2000), '[]'),
    file('[]', String(deep)),
  ]) {
    expect((await readAnnotations(text))?.format).toBe('COCO');
  }
});
