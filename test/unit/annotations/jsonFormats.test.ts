import { describe, expect, it } from 'vitest';
import type { AnnotationFile } from '../../../server/src/annotations/annotation';
import { readAnnotations } from '../../../server/src/annotations/read';
import { brushBytes } from './brushFile';
import { pngFile } from './maskFile';

async function read(content: unknown): Promise<AnnotationFile> {
  const file = await readAnnotations(JSON.stringify(content));
  if (!file) throw new Error('It is of no format that is known.');
  return file;
}

const annotationsOf = (file: AnnotationFile) => file.images.flatMap((image) => image.annotations);

describe('Label Studio', () => {
  const size = { original_width: 200, original_height: 100, image_rotation: 0 };
  const result = (type: string, value: object, more: object = {}) => ({
    id: type,
    type,
    from_name: 'label',
    to_name: 'image',
    ...size,
    value,
    ...more,
  });
  const task = (...results: object[]) => ({
    id: 7,
    data: { image: '/data/upload/1/ct-7.png' },
    annotations: [{ id: 1, completed_by: { id: 4, email: 'reader@example.org' }, result: results }],
  });

  it('has shapes in percent of the image', async () => {
    const file = await read([
      task(
        result('rectanglelabels', { x: 10, y: 20, width: 30, height: 40, rotation: 0, rectanglelabels: ['box'] }),
        result('ellipselabels', { x: 50, y: 50, radiusX: 5, radiusY: 10, rotation: 30, ellipselabels: ['oval'] }),
        result('polygonlabels', { points: [[0, 0], [50, 0], [50, 100]], polygonlabels: ['area'] }), // prettier-ignore
        result('keypointlabels', { x: 25, y: 75, width: 1, keypointlabels: ['tip'] }),
        result('vectorlabels', { vertices: [{ x: 0, y: 0 }, { x: 10, y: 10 }], vectorlabels: ['line'] }), // prettier-ignore
      ),
    ]);
    expect(file).toMatchObject({ format: 'Label Studio', problems: [] });
    expect(file.images[0]).toMatchObject({ fileName: '/data/upload/1/ct-7.png', width: 200, height: 100 });
    expect(annotationsOf(file).map(({ label, shape, reader }) => [label.name, shape, reader])).toEqual([
      ['box', { type: 'box', x: 20, y: 20, width: 60, height: 40 }, 'reader@example.org'],
      ['oval', { type: 'ellipse', center: [100, 50], radii: [10, 10], rotation: 30 }, 'reader@example.org'],
      ['area', { type: 'polygon', rings: [[[0, 0], [100, 0], [100, 100]]] }, 'reader@example.org'], // prettier-ignore
      ['tip', { type: 'point', at: [50, 75] }, 'reader@example.org'],
      ['line', { type: 'polyline', points: [[0, 0], [20, 10]] }, 'reader@example.org'], // prettier-ignore
    ]);
    expect(annotationsOf(file)[1]?.source).toEqual({ path: [0, 'annotations', 0, 'result', 1] });
  });

  it('turns a box about its upper left corner', async () => {
    const value = { x: 50, y: 50, width: 20, height: 20, rotation: 90, rectanglelabels: ['box'] };
    const [box] = annotationsOf(await read([task(result('rectanglelabels', value))]));
    // 40 × 20 pixels at (100, 50), clockwise about that corner: it lies from (80, 50) to (100, 90).
    expect(box?.shape).toEqual({ type: 'box', x: 70, y: 60, width: 40, height: 20, rotation: 90 });
  });

  it('has masks of the brush, of which the opacity counts', async () => {
    const painted = [0, 1, 1, 0, 0, 1];
    const value = { format: 'rle', rle: brushBytes(painted), brushlabels: ['mask'] };
    const item = result('brushlabels', value, { original_width: 3, original_height: 2 });
    expect(annotationsOf(await read([task(item)]))[0]?.shape).toEqual({
      type: 'mask',
      mask: { width: 3, height: 2, counts: [2, 1, 1, 2] },
    });
  });

  it('joins what is said of one region, and takes choices of the image for classes', async () => {
    const region = { id: 'r1' };
    const file = await read(
      task(
        result('rectangle', { x: 0, y: 0, width: 10, height: 10 }, region),
        result('labels', { x: 0, y: 0, width: 10, height: 10, labels: ['nodule'] }, region),
        result('choices', { choices: ['left'] }, { ...region, from_name: 'side' }),
        result('number', { number: 4 }, { ...region, from_name: 'width' }),
        result('choices', { choices: ['normal'] }, { id: 'c', from_name: 'class' }),
        result('textarea', { text: ['one', 'two'] }, { id: 't', from_name: 'comment' }),
        { id: 'x', type: 'relation', from_id: 'r1', to_id: 'c' },
      ),
    );
    expect(
      annotationsOf(file).map(({ label, shape, attributes }) => [label.name, shape.type, [...attributes]]),
    ).toEqual([
      ['nodule', 'box', [['side', 'left'], ['width', 4]]], // prettier-ignore
      ['normal', 'classification', []],
      ['comment', 'classification', [['comment', 'one\ntwo']]],
    ]);
  });

  it('takes predictions where nobody has looked', async () => {
    const item = result('choices', { choices: ['normal'] });
    const file = await read([{ data: {}, annotations: [], predictions: [{ model_version: 'm1', result: [item] }] }]);
    expect(annotationsOf(file)[0]).toMatchObject({ label: { name: 'normal' }, reader: 'm1' });
  });

  it.each([
    [
      'brushlabels',
      { format: 'rle', rle: brushBytes([1, 1]) },
      'its mask has 2 pixels, its image has 20000 (200 × 100)',
    ],
    ['brushlabels', { format: 'rle', rle: [0, 1, 0x38, 0x80] }, 'its mask is cut off'],
    ['brushlabels', { format: 'png' }, 'its mask is not in run lengths'],
    ['rectanglelabels', { x: 1, y: 'a' }, 'its rectangle does not have the numbers that it needs'],
    ['polygonlabels', { points: [[1, 2]] }, 'its polygon is not made of three or more points'],
    ['videorectangle', { sequence: [] }, 'boxes that move through a video cannot be read'],
  ])('tells what is wrong with %s', async (type, value, problem) => {
    const file = await read([task(result(type, value))]);
    expect(file.problems).toEqual([`Region ${type}: ${problem}.`]);
    expect(annotationsOf(file)[0]?.shape).toEqual({ type: 'classification' });
  });

  it('keeps results apart that have nothing to do with one another, however many there are', async () => {
    const many = Array.from({ length: 20_000 }, () => result('rectanglelabels', { x: 1, y: 1, width: 1, height: 1 }));
    expect(annotationsOf(await read([task(...many)]))).toHaveLength(1);
  });
});

describe('LabelMe', () => {
  const file = (...shapes: unknown[]) => ({
    version: '5.5.0',
    flags: { normal: true, blurred: false },
    shapes,
    imagePath: '..\\x.png',
    imageData: null,
    imageHeight: 4,
    imageWidth: 5,
  });

  it('has shapes of all types', async () => {
    const mask = Buffer.from(pngFile({ width: 2, height: 2, depth: 1, pixels: [0b11000000, 0b01000000] })).toString(
      'base64',
    );
    const points = (...list: number[][]) => ({ points: list });
    const read1 = await read(
      file(
        { label: 'a', shape_type: 'polygon', ...points([0, 0], [3, 0], [3, 3]), flags: { sure: true }, group_id: null },
        { label: 'b', shape_type: 'rectangle', ...points([4, 3], [1, 1]), group_id: 2 },
        { label: 'c', shape_type: 'circle', ...points([2, 2], [2, 4]) },
        { label: 'd', shape_type: 'linestrip', ...points([0, 0], [1, 1]) },
        { label: 'e', shape_type: 'point', ...points([1, 2]) },
        { label: 'f', shape_type: 'mask', ...points([1, 1], [2, 2]), mask },
      ),
    );
    expect(read1).toMatchObject({ format: 'LabelMe', problems: [] });
    expect(read1.images[0]).toMatchObject({ fileName: '..\\x.png', width: 5, height: 4 });
    expect(annotationsOf(read1).map(({ id, label, shape }) => [id, label.name, shape])).toEqual([
      ['1', 'a', { type: 'polygon', rings: [[[0, 0], [3, 0], [3, 3]]] }], // prettier-ignore
      ['2 of group 2', 'b', { type: 'box', x: 1, y: 1, width: 3, height: 2 }],
      ['3', 'c', { type: 'ellipse', center: [2, 2], radii: [2, 2] }],
      ['4', 'd', { type: 'polyline', points: [[0, 0], [1, 1]] }], // prettier-ignore
      ['5', 'e', { type: 'point', at: [1, 2] }],
      ['6', 'f', { type: 'mask', mask: { width: 5, height: 4, counts: [5, 1, 3, 2, 9] } }],
      ['flag normal', 'normal', { type: 'classification' }],
    ]);
    expect([...(annotationsOf(read1)[0]?.attributes ?? [])]).toEqual([['sure', true]]);
  });

  it('tells what is wrong', async () => {
    const wrong = await read(
      file(
        { label: 'a', shape_type: 'polygon', points: [[0, 0], [1, 1]] }, // prettier-ignore
        { label: 'b', shape_type: 'cube', points: [[0, 0], [1, 1]] }, // prettier-ignore
        { label: 'c', shape_type: 'mask', points: [[0, 0], [1, 1]], mask: '%%%' }, // prettier-ignore
        { label: 'd', shape_type: 'mask', points: [[4, 3]], mask: Buffer.from(pngFile({ width: 2, height: 1, pixels: [1, 1] })).toString('base64') }, // prettier-ignore
        5,
      ),
    );
    expect(wrong.problems).toEqual([
      'Entry 5 of “shapes” is not what it should be.',
      'Shape 1 (“a”): its polygon has fewer than three points.',
      'Shape 2 (“b”): a shape of type “cube” cannot be shown.',
      'Shape 3 (“c”): its mask has no place, or no picture in base64.',
      'Shape 4 (“d”): its mask lies outside its image.',
    ]);
  });
});

describe('QuPath GeoJSON', () => {
  const ring = [[0, 0], [10, 0], [10, 10], [0, 0]]; // prettier-ignore
  const hole = [[6, 2], [8, 2], [8, 4], [6, 2]]; // prettier-ignore
  const feature = (type: string, coordinates: unknown, properties: object = {}) => ({
    type: 'Feature',
    id: 'f-1',
    geometry: { type, coordinates, plane: { c: -1, z: 3, t: 0 } },
    properties: { objectType: 'annotation', classification: { name: 'Tumor', color: [200, 0, 0] }, ...properties },
  });

  it('has polygons with holes, several of them, lines and points', async () => {
    const features = [
      feature('Polygon', [ring, hole]),
      feature('MultiPolygon', [[ring], [hole]], { classification: { names: ['Tumor', 'Positive'] } }),
      feature('LineString', [[0, 0], [5, 5]], { classification: undefined, name: 'edge' }), // prettier-ignore
      feature('Point', [1, 2], { classification: 'Cell', metadata: { side: 'left' } }),
      feature('MultiPoint', [[1, 2], [3, 4]]), // prettier-ignore
    ];
    const open = (one: number[][]) => one.slice(0, 3);
    for (const content of [{ type: 'FeatureCollection', features }, features]) {
      const file = await read(content);
      expect(file).toMatchObject({ format: 'QuPath GeoJSON', problems: [] });
      expect(annotationsOf(file).map(({ label, shape, frame }) => [label.name, shape, frame])).toEqual([
        ['Tumor', { type: 'polygon', rings: [open(ring), open(hole)] }, 3],
        ['Tumor: Positive', { type: 'polygon', rings: [open(ring), open(hole)] }, 3],
        ['edge', { type: 'polyline', points: [[0, 0], [5, 5]] }, 3], // prettier-ignore
        ['Cell', { type: 'point', at: [1, 2] }, 3],
        ['Tumor', expect.objectContaining({ type: 'keypoints' }), 3],
      ]);
      expect([...(annotationsOf(file)[3]?.attributes ?? [])]).toEqual([['side', 'left']]);
    }
    expect(annotationsOf(await read(features[0]))).toHaveLength(1);
  });

  it('tells what is wrong', async () => {
    const features = [feature('Polygon', [[[0, 'a']]]), feature('GeometryCollection', []), { type: 'Other' }];
    expect((await read({ type: 'FeatureCollection', features })).problems).toEqual([
      'Feature f-1: the coordinates of its Polygon are not pairs of numbers.',
      'Feature f-1: geometry of type GeometryCollection cannot be shown.',
      'Feature 3 is no feature of GeoJSON.',
    ]);
  });
});

describe('Darwin', () => {
  const item = { name: 'a.png', slots: [{ slot_name: '0', width: 4, height: 3 }] };

  it('has shapes, masks in raster layers, and frames', async () => {
    const file = await read({
      version: '2.0',
      item,
      annotations: [
        { id: '1', name: 'box', bounding_box: { x: 1, y: 1, w: 2, h: 1 }, slot_names: ['0'], annotators: [{ email: 'r@x.org' }] },
        { id: '2', name: 'oval', ellipse: { center: { x: 1, y: 1 }, radius: { x: 2, y: 1 }, angle: Math.PI / 2 } },
        { id: '3', name: 'mask', mask: {} },
        { id: '4', name: 'layer', raster_layer: { dense_rle: [0, 4, 1, 2, 0, 2, 2, 4], mask_annotation_ids_mapping: { 3: 1 } } },
        { id: '5', name: 'line', frames: { 2: { keyframe: true, line: { path: [{ x: 0, y: 0 }, { x: 1, y: 1 }] } } } },
      ],
    }); // prettier-ignore
    expect(file).toMatchObject({
      format: 'Darwin',
      problems: [],
      images: [{ fileName: 'a.png', width: 4, height: 3 }],
    });
    expect(annotationsOf(file).map(({ label, shape, frame, reader }) => [label.name, shape, frame, reader])).toEqual([
      ['box', { type: 'box', x: 1, y: 1, width: 2, height: 1 }, undefined, 'r@x.org'],
      ['oval', { type: 'ellipse', center: [1, 1], radii: [2, 1], rotation: 90 }, undefined, undefined],
      ['mask', { type: 'mask', mask: { width: 4, height: 3, counts: [1, 1, 2, 1, 7] } }, undefined, undefined],
      ['line', { type: 'polyline', points: [[0, 0], [1, 1]] }, 2, undefined], // prettier-ignore
    ]);
    expect(annotationsOf(file)[3]?.source).toEqual({ path: ['annotations', 4, 'frames', '2'] });
  });

  it('tells what is wrong', async () => {
    const annotations = [
      { id: '1', name: 'a', mask: {} },
      { id: '2', name: 'b', raster_layer: { dense_rle: [0, 99], mask_annotation_ids_mapping: {} } },
      { id: '3', name: 'c', polygon: { paths: [[{ x: 1 }]] } },
    ];
    expect((await read({ item, annotations })).problems).toEqual([
      'A raster layer does not have as many pixels as its image (4 × 3).',
      'Annotation 1: no raster layer holds its mask.',
      'Annotation 3: its polygon is not made of points.',
    ]);
  });
});

it.each([
  ['{"shapes": [{"label": "a",', 'LabelMe'],
  ['[{"data": {}, "annotations": [', 'COCO'],
  ['{"type": "FeatureCollection", "fea', 'QuPath GeoJSON'],
])('%s was cut off', async (text, format) => {
  const file = await readAnnotations(text);
  expect(file?.format).toBe(format);
  expect(file?.problems[0]).toMatch(/^The JSON of this file is broken.*Was it copied whole\?$/);
});
