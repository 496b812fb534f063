import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encode } from '../images/encoders';
import { dicom, fragments, packedAs } from '../unit/annotations/images/dicomFile';
import { gzip, nifti, numbers } from '../unit/annotations/images/files';
import { pngFile } from '../unit/annotations/maskFile';
import { seg, segment } from '../unit/annotations/segFile';
import { createRepository, type Repository } from './repository';

let repository: Repository;

beforeEach(() => {
  repository = createRepository();
  repository.write('findings.taxonomy.yaml', taxonomy);
});
afterEach(() => repository.remove());

const taxonomy = `taxonomy: findings
version: 1.0.0
title: Findings
status: draft
language: en
labels:
  nodule:
    name: Lung nodule
    definition: A rounded opacity of up to 3 cm.
    synonyms: [Round opacity]
    codes: ['SCT:27925004 |Nodule|']
    alias: {model: N1}
    value: 3
`;

const mask = gzip(nifti({ dims: [2, 2, 1], type: 2, data: numbers([0, 3, 4, 0], 1) }));

async function check(...paths: readonly string[]) {
  const args = ['check', 'findings.taxonomy.yaml', '--format', 'json', '--annotations', ...paths];
  const { code, out } = await repository.run(args);
  const report = JSON.parse(out) as {
    problems: { file: string; message: string }[];
    annotations: { files: number; annotations: number };
  };
  return {
    code,
    counts: report.annotations,
    problems: report.problems.map(({ file, message }) => `${file}: ${message}`),
  };
}

describe('annotations that are checked', () => {
  test('are of any format; their labels are found by name, synonym, alias, mask value and code', async () => {
    const cvat = '<image id="0" name="a.png"><tag label="round_opacity"/><tag label="N1"/></image>';
    repository.write('data/cvat.xml', `<annotations><version>1.1</version>${cvat}</annotations>`);
    repository.write('data/labels/a.txt', '0 0.5 0.5 0.1 0.1\n');
    repository.write('data/data.yaml', 'names: [Lung Nodule]\n');
    repository.write('data/mask.png', pngFile({ width: 2, height: 2, pixels: [0, 3, 3, 0] }));
    repository.write('data/mask.nii.gz', mask);
    const segmentation = seg('BINARY', [segment(1, 'Region 1', '27925004')], [{ segment: 1, z: 0 }], [0b0110]);
    repository.write('data/seg.dcm', dicom(segmentation));
    expect(await check('data')).toMatchObject({
      code: 1,
      counts: { files: 5, annotations: 7 },
      problems: [
        'data/mask.nii.gz: “mask.nii.gz” has annotations of “4”, which is no label of the taxonomy. Rename it, or give the label an alias.',
      ],
    });
  });

  test('are refused with the reason when they are too large or damaged', async () => {
    repository.write('huge.json', '{"images": [');
    truncateSync(join(repository.folder, 'huge.json'), 500_000_000);
    repository.write('mask.nii.gz', mask.subarray(0, 40));
    repository.write('colour.png', pngFile({ width: 1, height: 1, kind: 2, pixels: [1, 2, 3] }));
    expect(await check('huge.json', 'mask.nii.gz', 'colour.png')).toEqual({
      code: 1,
      counts: { files: 3, images: 0, annotations: 0 },
      problems: [
        'colour.png: “colour.png”: This PNG is in colour, so it is no label mask: a mask is indexed or grey, with the values of labels.',
        'huge.json: “huge.json”: This file is too large to be read at once (500 MB; up to 200 MB are read). Split it.',
        'mask.nii.gz: “mask.nii.gz”: This gzip file is damaged or cut off.',
      ],
    });
  });

  test('may be packed as images are: the decoders of the preview are at hand', async () => {
    const values = Array.from({ length: 32 * 32 }, (_, i) => i % 2);
    const raw = { width: 32, height: 32, components: 1, bits: 8, signed: false, values } as const;
    const syntaxes = { 'JPEG-LS': '4.80', 'JPEG 2000': '4.90', HTJ2K: '4.201' } as const;
    const names: string[] = [];
    for (const codec of ['JPEG-LS', 'JPEG 2000', 'HTJ2K'] as const) {
      const pixels = {
        '00280010': ['US', [32]],
        '00280011': ['US', [32]],
        '7fe00010': ['OB', fragments([await encode(codec, raw)])],
      } as const;
      const segments = [segment(1, 'Region 1', '27925004')];
      const packed = seg('LABELMAP', segments, [{ z: 0 }], [], pixels);
      const name = `${codec}.dcm`;
      repository.write(name, dicom(packed, packedAs(`1.2.840.10008.1.2.${syntaxes[codec]}`)));
      names.push(name);
    }
    expect(await check(...names)).toEqual({
      code: 0,
      counts: { files: 3, images: 3, annotations: 3 },
      problems: [],
    });
  });
});
