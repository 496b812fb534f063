import { describe, expect, it } from 'vitest';
import type { AnnotationFile } from '../../../server/src/annotations/annotation';
import { readAnnotations } from '../../../server/src/annotations/read';
import { pngFile } from './maskFile';

async function read(text: string): Promise<AnnotationFile> {
  const file = await readAnnotations(text);
  if (!file) throw new Error('It is of no format that is known.');
  return file;
}

const annotationsOf = (file: AnnotationFile) => file.images.flatMap((image) => image.annotations);
const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const cvat = (...content: string[]) => `${head}<annotations><version>1.1</version>${content.join('\n')}</annotations>`;

describe('CVAT', () => {
  const image = (...shapes: string[]) =>
    cvat('<image id="0" name="a.png" width="6" height="4">', ...shapes, '</image>');

  it('has shapes of all types on images', async () => {
    const text = image(
      '<box label="nodule" xtl="1.5" ytl="1" xbr="4.5" ybr="3" rotation="90" occluded="1"><attribute name="side">left</attribute></box>',
      '<polygon label="area" points="0,0;3,0;3,3"></polygon>',
      '<polyline label="line" points="0,0;1.5,1"/>',
      '<points label="tip" points="1,2"/>',
      '<points label="tips" points="1,2;3,4"/>',
      '<ellipse label="oval" cx="3" cy="2" rx="2" ry="1"/>',
      '<mask label="mask" rle="1, 2, 1, 2" left="2" top="1" width="3" height="2"/>',
      '<skeleton label="hip"><points label="head" outside="0" occluded="1" points="1,1"/><points label="neck" outside="1" points="2,2"/></skeleton>',
      '<tag label="normal" source="manual"></tag>',
    );
    const file = await read(text);
    expect(file).toMatchObject({
      format: 'CVAT, images',
      problems: [],
      images: [{ fileName: 'a.png', width: 6, height: 4 }],
    });
    expect(annotationsOf(file).map(({ label, shape }) => [label.name, shape])).toEqual([
      ['nodule', { type: 'box', x: 1.5, y: 1, width: 3, height: 2, rotation: 90 }],
      ['area', { type: 'polygon', rings: [[[0, 0], [3, 0], [3, 3]]] }], // prettier-ignore
      ['line', { type: 'polyline', points: [[0, 0], [1.5, 1]] }], // prettier-ignore
      ['tip', { type: 'point', at: [1, 2] }],
      ['tips', { type: 'keypoints', points: [{ name: 'point 1', at: [1, 2], visible: true }, { name: 'point 2', at: [3, 4], visible: true }] }], // prettier-ignore
      ['oval', { type: 'ellipse', center: [3, 2], radii: [2, 1] }],
      ['mask', { type: 'mask', mask: { width: 6, height: 4, counts: [13, 2, 2, 2, 5] } }],
      ['hip', { type: 'keypoints', points: [{ name: 'head', at: [1, 1], visible: false }, { name: 'neck', visible: false }] }], // prettier-ignore
      ['normal', { type: 'classification' }],
    ]);
    const [box] = annotationsOf(file);
    expect([...(box?.attributes ?? [])]).toEqual([['occluded', true], ['side', 'left']]); // prettier-ignore
    const { start, end } = box?.source as { start: number; end: number };
    expect(text.slice(start, end)).toMatch(/^<box [^]*<\/box>$/);
  });

  it('has tracks in videos, with the frames on which they are seen', async () => {
    const file = await read(
      cvat(
        '<meta><task><name>job</name><original_size><width>64</width><height>48</height></original_size></task><source>clip.mp4</source></meta>',
        '<track id="3" label="car"><box frame="5" outside="0" xtl="1" ytl="2" xbr="3" ybr="4" keyframe="1"/><box frame="6" outside="1" xtl="1" ytl="2" xbr="3" ybr="4"/></track>',
        '<track id="4" label="hip"><skeleton frame="0"><points label="a" outside="1" points="1,1"/></skeleton></track>',
      ),
    );
    expect(file).toMatchObject({ format: 'CVAT, video', images: [{ fileName: 'clip.mp4', width: 64, height: 48 }] });
    expect(annotationsOf(file)).toMatchObject([
      { label: { name: 'car' }, frame: 5, shape: { type: 'box', x: 1, y: 2, width: 2, height: 2 } },
    ]);
    expect([...(annotationsOf(file)[0]?.attributes ?? [])]).toEqual([['track_id', '3']]);
  });

  it('tells what is wrong', async () => {
    const file = await read(
      image(
        '<box label="a" xtl="1" ytl="NaN" xbr="3" ybr="4"/>',
        '<polygon label="b" points="0,0;1"/>',
        '<mask label="c" rle="1,2,3,9" left="0" top="0" width="2" height="2"/>',
        '<mask label="d" rle="1,1" left="5" top="0" width="2" height="2"/>',
        '<cuboid label="e"/>',
        '<box label="f" xtl="3" ytl="3" xbr="1" ybr="1"/>',
      ),
    );
    expect(file.problems).toEqual([
      'Annotation 1 of a.png (“a”): its box is not made of four numbers.',
      'Annotation 2 of a.png (“b”): its polygon is not made of three or more points.',
      'Annotation 3 of a.png (“c”): its mask has more pixels (15) than its size allows (2 × 2).',
      'Annotation 4 of a.png (“d”): its mask lies outside its image.',
      'Annotation 5 of a.png (“e”): cuboids cannot be shown.',
      'Annotation 6 of a.png (“f”): its box ends before it begins.',
    ]);
    const track = '<track id="1" label="x"><box frame="-1" xtl="1" ytl="2" xbr="3" ybr="4"/></track>';
    expect((await read(cvat(track))).problems).toEqual(['Track 1 has a shape without a frame.']);
  });

  it('refuses masks without end, one and many', async () => {
    const huge = '<image id="0" name="a.png" width="16000" height="16000">';
    const mask = '<mask label="m" rle="1,255999999" left="0" top="0" width="16000" height="16000"/>';
    expect((await read(cvat(`${huge.replace(/16000/g, '99999')}${mask}</image>`))).problems).toEqual([
      'Annotation 1 of a.png (“m”): its mask is too large (99999 × 99999 pixels).',
    ]);
    const small = '<mask label="m" rle="1,1" left="15000" top="15000" width="1" height="1"/>';
    expect(annotationsOf(await read(cvat(huge, small.repeat(2000), '</image>')))).toHaveLength(2000);
  });
});

describe('Pascal VOC', () => {
  const voc = (...objects: string[]) =>
    `<annotation><folder>x</folder><filename>a.jpg</filename><size><width>20</width><height>10</height></size>${objects.join('')}</annotation>`;
  const box = '<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>4.5</xmax><ymax>4</ymax></bndbox>';

  it('has boxes, polygons, parts and attributes', async () => {
    const file = await read(
      voc(
        `<object><name>cat &amp; dog</name><truncated>1</truncated><difficult>0</difficult>${box}<part><name>head</name>${box}</part>` +
          '<attributes><attribute><name>side</name><value>left</value></attribute></attributes></object>',
        `<object><name>b</name><polygon><x1>0</x1><y1>0</y1><x2>3</x2><y2>0</y2><x3>3</x3><y3>3</y3></polygon>${box}</object>`,
        '<object><name>c</name></object>',
      ),
    );
    expect(file).toMatchObject({
      format: 'Pascal VOC',
      problems: [],
      images: [{ fileName: 'a.jpg', width: 20, height: 10 }],
    });
    const shape = { type: 'box', x: 1, y: 2, width: 3.5, height: 2 };
    expect(annotationsOf(file).map((one) => [one.id, one.label.name, one.shape])).toEqual([
      ['1', 'cat & dog', shape],
      ['1.1', 'head', shape],
      ['2', 'b', { type: 'polygon', rings: [[[0, 0], [3, 0], [3, 3]]] }], // prettier-ignore
      ['3', 'c', { type: 'classification' }],
    ]);
    expect([...(annotationsOf(file)[0]?.attributes ?? [])]).toEqual([['truncated', true], ['side', 'left']]); // prettier-ignore
  });

  it('tells what is wrong', async () => {
    const broken = box.replace('<xmin>1</xmin>', '');
    const back = box.replace('4.5', '0');
    const file = await read(voc(`<object><name>a</name>${broken}</object><object><name>b</name>${back}</object>`));
    expect(file.problems).toEqual([
      'Object 1 (“a”): its box is not made of four numbers.',
      'Object 2 (“b”): its box ends before it begins.',
    ]);
  });
});

describe('the XML of the older LabelMe', () => {
  const points = '<pt><x>0</x><y>0</y></pt><pt><x>3</x><y>0</y></pt><pt><x>3</x><y>3</y></pt>';
  const text = (mask: string) =>
    `<annotation><filename>a.jpg</filename><folder>first</folder><imagesize><nrows>2</nrows><ncols>4</ncols></imagesize>
    <object><name>car</name><deleted>0</deleted><occluded>yes</occluded><id>0</id><polygon><username>ann</username>${points}</polygon></object>
    <object><name>gone</name><deleted>1</deleted><polygon>${points}</polygon></object>
    <object><name>part</name><segm><box><xmin>1</xmin><ymin>0</ymin><xmax>2</xmax><ymax>2</ymax></box><mask>${mask}</mask></segm></object></annotation>`;
  const box = { type: 'box', x: 1, y: 0, width: 1, height: 2 };

  it('has polygons and boxes', async () => {
    const file = await read(text('m.png'));
    expect(file).toMatchObject({ format: 'LabelMe, XML', images: [{ fileName: 'a.jpg', width: 4, height: 2 }] });
    expect(annotationsOf(file).map(({ label, shape, reader }) => [label.name, shape, reader])).toEqual([
      ['car', { type: 'polygon', rings: [[[0, 0], [3, 0], [3, 3]]] }, 'ann'], // prettier-ignore
      ['part', box, undefined],
    ]);
    expect(file.problems).toEqual([
      'Object 3 (“part”): its mask “m.png” is not beside it, so that only its box is read.',
    ]);
  });

  it('has masks in PNG files beside it', async () => {
    const mask = pngFile({ width: 4, height: 2, pixels: [0, 255, 0, 0, 0, 255, 255, 0] });
    const asked: string[] = [];
    const beside = async (path: string) => {
      asked.push(path);
      return path === '../../Masks/first/m.png' ? mask : undefined;
    };
    const file = await readAnnotations(text('../../../../m.png'), { beside });
    expect(file?.problems).toEqual([]);
    expect(file?.images[0]?.annotations[1]?.shape).toEqual({
      type: 'mask',
      mask: { width: 4, height: 2, counts: [2, 2, 1, 1, 2] },
    });
    expect(asked).toEqual(['../../Masks/first/m.png']);
  });

  it('has masks in colour, where neither black nor transparent', async () => {
    const clear = [9, 0, 0, 0];
    const [black, blue] = [[0, 0, 0, 255], [0, 0, 9, 1]]; // prettier-ignore
    const pixels = [clear, black, blue, clear, blue, blue, black, clear].flat();
    const file = await readAnnotations(text('m.png'), { beside: async () => pngFile({ width: 4, height: 2, kind: 6, pixels }) }); // prettier-ignore
    expect(file?.images[0]?.annotations[1]?.shape).toMatchObject({ mask: { counts: [1, 1, 1, 2, 3] } });
  });

  it('tells what is wrong with a mask', async () => {
    const beside = async () => pngFile({ width: 4, height: 2, pixels: [0, 0, 0, 0, 0, 0, 0, 0] });
    const file = await readAnnotations(text('m.png'), { beside });
    expect(file?.problems).toEqual(['Object 3 (“part”): its mask “m.png” is empty.']);
    expect(file?.images[0]?.annotations[1]?.shape).toEqual(box);
  });
});

describe('XML that is not as it should be', () => {
  const broken = 'The XML of this file is broken. Was it copied whole?';
  const refused =
    'This XML has a document type (DTD) or entities of its own, which no annotation file needs. It is not read.';

  it.each([
    [
      'entities that grow',
      `<!DOCTYPE a [<!ENTITY l "ll"><!ENTITY m "&l;&l;">]>\n<annotations><version>&m;</version></annotations>`,
      refused,
    ],
    [
      'an entity of another file',
      '<!DOCTYPE a SYSTEM "file:///etc/passwd"><annotations><version/></annotations>',
      refused,
    ],
    [
      'a file that was cut off',
      cvat('<image id="0" name="a.png" width="6" height="4"/>').slice(0, -'</annotations>'.length),
      'The XML of this file is cut off: its end is missing.',
    ],
    ['a tag that was cut off', '<annotations><image id="0" na', broken],
    ['tags within tags without end', `<annotations>${'<image>'.repeat(50_000)}`, broken],
    ['names that scripts mind', '<annotation><filename>a</filename><__proto__>x</__proto__></annotation>', broken],
  ])('%s is refused in a sentence', async (_what, text, problem) => {
    expect(await readAnnotations(text)).toMatchObject({ images: [], problems: [problem] });
  });

  it.each([
    '<html><body/></html>',
    '<svg/>',
    '<annotation><text/></annotation>',
    '<annotations><x/></annotations>',
    '<',
  ])('%s is no file of annotations', async (text) => {
    expect(await readAnnotations(text)).toBeUndefined();
  });
});
