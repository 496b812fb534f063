import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dicom, grey, placed } from '../unit/annotations/images/dicomFile';
import { nifti } from '../unit/annotations/images/files';

/** Columns, rows, slices of the volume. */
export const size = [512, 512, 300] as const;

/** The bytes that the volume and its mask need when they are decoded. */
export const decodedBytes = size[0] * size[1] * size[2] * (Int16Array.BYTES_PER_ELEMENT + Uint8Array.BYTES_PER_ELEMENT);

/** The labels of the mask, by their values from 1. */
const colors = ['#e4572e', '#17bebb', '#ffc914', '#76b041', '#9b5de5', '#f15bb5'];

/**
 * Writes a guideline whose samples are a volume with its mask, neither of them compressed, and `slices` DICOM files of one
 * slice each: `slice-0` to the last, then `volume`.
 */
export async function writeGuideline(folder: string, slices: number): Promise<void> {
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true });
  const [width, height] = size;
  const values = Int16Array.from(
    { length: width * height },
    (_, i) => ((i % width) + Math.floor(i / width)) * 2 - 1000,
  );
  const image = new Uint8Array(values.buffer);
  const mask = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return Math.hypot(x - 256, y - 256) < 150 ? 1 + (Math.floor(x / 40) % colors.length) : 0;
  });
  const samples = Array.from({ length: slices }, (_, i) => `slice-${i}`);
  for (const name of samples) await writeFile(join(data, `${name}.dcm`), dicom(grey(width, height, image, placed(0))));
  await writeVolume(join(data, 'ct.nii'), header(4, 16), image);
  await writeVolume(join(data, 'mask.nii'), header(2, 8), mask);

  const labels = colors.flatMap((color, i) => [
    `  part-${i + 1}:`,
    `    name: Part ${i + 1}`,
    `    color: '${color}'`,
    `    value: ${i + 1}`,
    '    geometry: [mask]',
  ]);
  const taxonomy = ['taxonomy: bench', 'version: 1.0.0', 'title: Bench', 'labels:', ...labels, ''];
  await writeFile(join(folder, 'bench.taxonomy.yaml'), taxonomy.join('\n'));
  const protocol = [
    ...['protocol: bench-ct', 'version: 1.0.0', 'title: Bench', 'taxonomy: {file: bench.taxonomy.yaml}', 'samples:'],
    ...samples.map((name) => `  ${name}: {image: data/${name}.dcm, shows: [part-1]}`),
    '  volume: {image: data/ct.nii, annotations: data/mask.nii, shows: [part-1]}',
    '',
  ];
  await writeFile(join(folder, 'bench.protocol.yaml'), protocol.join('\n'));
}

/** Of a volume of 1 × 1 × 1 mm, with the number of bits that niivue asks for. */
function header(type: number, bits: number): Uint8Array {
  const bytes = nifti({ dims: size, type, sform: [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] });
  new DataView(bytes.buffer, bytes.byteOffset).setInt16(72, bits, true);
  return bytes;
}

async function writeVolume(path: string, start: Uint8Array, slice: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  await file.write(start);
  for (let z = 0; z < size[2]; z++) await file.write(slice);
  await file.close();
}
