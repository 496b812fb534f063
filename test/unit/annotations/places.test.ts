import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../../server/src/annotations/read';
import { sourceRange } from '../../../server/src/annotations/sourceRange';

/** The problems of a file, each with the text that it stands at; nothing where it speaks of the whole file. */
async function problemsAt(text: string): Promise<(readonly [problem: string, at: string | undefined])[]> {
  const file = await readAnnotations(text, { isNamed: true });
  return (file?.problems ?? []).map((problem) => {
    const source = file?.places?.get(problem);
    const range = source && sourceRange(text, source);
    return [problem, range && text.slice(range.start, range.end)] as const;
  });
}

describe('what cannot be read is told where it stands', () => {
  it('in COCO', async () => {
    const [first, far, other] = [
      '{"id": 1, "image_id": 1, "category_id": 9, "bbox": [1, 1, 2, 2]}',
      '{"id": 2, "image_id": 1, "category_id": 1, "bbox": [1, 1, 1e9, 2]}',
      '{"id": 3, "image_id": 7, "category_id": 1, "bbox": [1, 1, 2, 2]}',
    ];
    const twin = '{"id": 1, "file_name": "b.png"}';
    const text = `{"images": [{"id": 1, "file_name": "a.png"}, ${twin}], "categories": [{"id": 1, "name": "x"}], "annotations": [${first}, ${far}, ${other}]}`;
    expect(await problemsAt(text)).toEqual([
      ['Two images have the id 1; “b.png” is left out.', twin],
      ['Annotation 1 has a category (9) that the file does not list.', first],
      ['Annotation 3 belongs to an image (7) that the file does not list.', other],
      ['Annotation 2 has a place beyond any image, more than 10000000 pixels away.', far],
    ]);
  });

  const shape = '{"label": "x", "points": [[1, 2]], "shape_type": "polygon"}';
  const feature = '{"type": "Feature", "id": "f", "geometry": {"type": "Polygon", "coordinates": []}}';
  const object = '<object><name>x</name></object>';
  const boxed = '<object><name>x</name><bndbox><xmin>a</xmin></bndbox></object>';
  const box = '<box label="x" xtl="a"/>';
  const region =
    '{"id": "r", "type": "rectanglelabels", "from_name": "l", "to_name": "i", "value": {"rectanglelabels": ["x"]}}';
  const darwin = '{"id": "d", "name": "x", "mask": {}, "slot_names": ["0"]}';
  it.each([
    ['LabelMe', `{"shapes": [${shape}], "imagePath": "a.png"}`, shape],
    ['QuPath', `{"type": "FeatureCollection", "features": [${feature}]}`, feature],
    ['Pascal VOC', `<annotation><filename>a.png</filename>${boxed}</annotation>`, boxed],
    ['LabelMe, XML', `<annotation><imagesize/>${object}</annotation>`, object],
    ['CVAT', `<annotations><image name="a.png">${box}</image></annotations>`, box],
    ['Label Studio', `[{"data": {"image": "a.png"}, "annotations": [{"result": [${region}]}]}]`, region],
    ['Darwin', `{"item": {"name": "a", "slots": [{"slot_name": "0"}]}, "annotations": [${darwin}]}`, darwin],
    ['YOLO', '0 0.5 0.5 0.1 0.1\n 0 0.5 0.5 \n', '0 0.5 0.5'],
  ])('in %s', async (_, text, at) => {
    expect((await problemsAt(text)).map(([, place]) => place).filter((place) => place !== undefined)).toEqual([at]);
  });

  it('in JSON that is broken', async () => {
    const file = await readAnnotations('{"images": [],\n oops}', { isNamed: true });
    expect([...(file?.places?.values() ?? [])]).toEqual([{ start: 16, end: 16 }]);
    expect(file?.problems).toEqual(['The JSON of this file is broken in line 2. Was it copied whole?']);
  });
});
