import { encode as encodePng } from 'fast-png';
import { mkdir, mkdtemp, open, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from '../images/encoders';
import { dicom, fragments, grey, packedAs, placed } from '../unit/annotations/images/dicomFile';
import { seg, segment } from '../unit/annotations/segFile';
import { gzip, nifti, numbers } from '../unit/annotations/images/files';
import { tiff } from '../unit/annotations/images/tiffFile';

/** Columns, rows, slices of the volume. */
export const size = [40, 30, 20] as const;

/** Voxels of 1 × 1 × 2 mm, numbered towards right, anterior, superior as most NIfTI files are. */
const sform = [-1, 0, 0, 39, 0, 1, 0, 0, 0, 0, 2, 0];

/** A volume whose values tell the slice: 100 × slice, in HU by name only; a mask with a box of 3 and one of 9 in it. */
function volumes(): { image: Uint8Array; mask: Uint8Array } {
  const [width, height, depth] = size;
  const image: number[] = [];
  const mask: number[] = [];
  for (let z = 0; z < depth; z++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        image.push(100 * z);
        const inside = (x0: number, x1: number) => x >= x0 && x < x1 && y >= 10 && y < 20 && z >= 8 && z < 14;
        mask.push(inside(5, 15) ? 3 : inside(25, 35) ? 9 : 0);
      }
    }
  }
  const dims = [...size];
  return {
    image: gzip(nifti({ dims, type: 4, sform, data: numbers(image, 2) })),
    mask: gzip(nifti({ dims, type: 2, sform, data: numbers(mask, 1) })),
  };
}

/** A radiograph of 16 bits, and what is marked on it. */
function radiograph(): { image: Uint8Array; coco: string } {
  const data = Uint16Array.from({ length: 64 * 48 }, (_, i) => 1000 + (i % 64) * 10);
  const ring = [8, 8, 28, 8, 28, 28, 8, 28];
  const coco = {
    images: [{ id: 1, file_name: 'xray.png', width: 64, height: 48 }],
    categories: [
      { id: 1, name: 'pneumothorax' },
      { id: 2, name: '<img src=x onerror=document.title=1>' },
      { id: 3, name: 'hip', keypoints: ['head', 'neck'], skeleton: [[1, 2]] },
    ],
    annotations: [
      { id: 1, image_id: 1, category_id: 1, segmentation: [ring], bbox: [8, 8, 20, 20], area: 400, iscrowd: 0 },
      { id: 2, image_id: 1, category_id: 2, bbox: [50, 30, 30, 10], area: 300, iscrowd: 0 },
      {
        id: 3,
        image_id: 1,
        category_id: 3,
        keypoints: [40, 10, 2, 50, 20, 2],
        num_keypoints: 2,
        bbox: [40, 10, 10, 10],
      },
    ],
  };
  return { image: encodePng({ width: 64, height: 48, channels: 1, depth: 16, data }), coco: JSON.stringify(coco) };
}

/** Writes images and annotations into a folder, by default a new one; its path. `wanted` chooses by name. */
export async function writeFiles(
  into?: string,
  wanted = (name: string) => !name.startsWith('slice-'),
): Promise<string> {
  const folder = into ?? (await mkdtemp(join(tmpdir(), 'labelwright-pages-')));
  await mkdir(folder, { recursive: true });
  const { image, mask } = volumes();
  const xray = radiograph();
  const raw = { width: 32, height: 32, components: 1, bits: 16, signed: true, values: gradient() } as const;
  const rescaled = { '00281052': ['DS', '-1024'], '00281053': ['DS', '1'], '0020000e': ['UI', '1.2.3'] } as const;
  const pixels = (z: number) => ({ ...grey(32, 32, numbers(gradient(), 2), placed(z)), ...rescaled });
  const packed = { '7fe00010': ['OB', fragments([await encode('JPEG 2000', raw)])] } as const;
  const files: Record<string, Uint8Array | string> = {
    'volume.nii.gz': image,
    'mask.nii.gz': mask,
    'xray.png': xray.image,
    'xray.json': xray.coco,
    'ct.dcm': dicom(pixels(0)),
    'j2k.dcm': dicom({ ...pixels(0), ...packed }, packedAs('1.2.840.10008.1.2.4.90')),
    'cut-off.dcm': dicom(pixels(0)).subarray(0, 900),
    'words.dcm': 'no image',
    'seg.dcm': dicom(
      seg(
        'BINARY',
        [segment(1, 'Liver'), segment(2, 'Spleen')],
        [1, 2].flatMap((one) => [
          { segment: one, z: 0 },
          { segment: one, z: 4 },
        ]),
        [0b1111_0001, 0b0110],
      ),
    ),
    'two.tif': tiff([{ width: 2, height: 1, data: numbers([7, 200], 1) }]),
    // A series, by name in another order than by place.
    ...Object.fromEntries([3, 0, 2, 1].map((z, i) => [`slice-${i}.dcm`, dicom(pixels(z * 4))])),
  };
  for (const [name, content] of Object.entries(files)) if (wanted(name)) await writeFile(join(folder, name), content);
  return folder;
}

/** Values from 0 to 2046, from left to right and from top to bottom. */
function gradient(): number[] {
  return Array.from({ length: 32 * 32 }, (_, i) => i * 2);
}

/** Writes a volume of 2 GB, of which the disk holds the header only. */
export async function writeLarge(path: string): Promise<void> {
  const header = nifti({ dims: [1024, 1024, 1000], type: 4, sform });
  const file = await open(path, 'w');
  await file.write(header);
  await file.truncate(header.length + 1024 * 1024 * 1000 * 2);
  await file.close();
}
