import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Annotation, AnnotationFile } from '../../server/src/annotations/annotation';
import { isRecord } from '../../server/src/annotations/json';
import { mayHoldAnnotations, readAnnotations } from '../../server/src/annotations/read';
import { nodeServices } from '../images/services';
import { compareFiles } from './compare';

/** What came of one file. */
export interface Row {
  /** From the folder that is looked at. */
  readonly path: string;
  /** Nothing when it holds no annotations, or is of no format that is known. */
  readonly file?: AnnotationFile;
  /** How many annotations there are of each variant: `mask, compressed runs`. */
  readonly variants: ReadonlyMap<string, number>;
}

/** Paths of all files in a folder, from it, in order. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
}

/** Reads a file as `labelwright check --annotations` does, which was given the folder. */
export async function rowOf(folder: string, path: string): Promise<Row> {
  const bytes = mayHoldAnnotations(path) ? await bytesOf(join(folder, path)) : undefined;
  const file = bytes && (await readBeside(folder, path, bytes));
  const variants = new Map<string, number>();
  if (!file) return { path, variants };
  const root: unknown = file.format === 'COCO' ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
  for (const annotation of file.images.flatMap((image) => image.annotations)) {
    const variant = variantOf(annotation, root);
    variants.set(variant, (variants.get(variant) ?? 0) + 1);
  }
  return { path, file, variants };
}

/**
 * Where a folder has `input…` and `expected…` files, the same annotations in two formats, compares their geometry: path of
 * the second, and a sentence for each of its annotations.
 */
export async function* compareConversions(folder: string): AsyncGenerator<readonly [path: string, how: string]> {
  const paths = await filesIn(folder);
  const inputs = paths.flatMap((path) => {
    const [, base = '', name = ''] = /^(.*\/)?input[._]([^/]*?)(?:\.nii)?\.json$/.exec(path) ?? [];
    return name === '' ? [] : [{ path, base, name }];
  });
  for (const { path, base, name } of inputs) {
    const isOne = inputs.filter((other) => other.base === base).length === 1;
    const results = paths.filter((one) => one.startsWith(`${base}expected`) && (isOne || one.includes(`/${name}/`)));
    const { file: input } = await rowOf(folder, path);
    for (const result of results) {
      const { file } = await rowOf(folder, result);
      if (input && file) yield [result, compareFiles(input, file).join('; ')];
      else yield [result, 'holds no annotations'];
    }
  }
}

function bytesOf(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );
}

function readBeside(folder: string, path: string, bytes: Uint8Array): Promise<AnnotationFile | undefined> {
  const beside = (other: string) => bytesOf(join(folder, path, '..', other));
  return readAnnotations(bytes, { name: path, services: nodeServices, beside });
}

/** Which kind of geometry it is, and for COCO (what the file holds is `root`) how it is written. */
function variantOf({ shape, source }: Annotation, root: unknown): string {
  switch (shape.type) {
    case 'box':
      return shape.rotation ? 'box, turned' : 'box';
    case 'polygon':
      return shape.rings.length > 1 ? 'polygon of several rings' : 'polygon';
    case 'keypoints':
      return shape.skeleton ? 'key points with skeleton' : 'key points';
    case 'volume':
      return shape.volume.whole === undefined ? 'voxels' : 'voxels with fractions';
    case 'mask':
      return `mask${source && 'path' in source && root !== undefined ? runsOf(source.path, root) : ''}`;
    default:
      return shape.type;
  }
}

function runsOf(path: readonly (string | number)[], root: unknown): string {
  const item = path.reduce<unknown>(
    (at, key) => (isRecord(at) ? at[key] : Array.isArray(at) ? (at as unknown[])[Number(key)] : undefined),
    root,
  );
  const runs = isRecord(item) && isRecord(item.segmentation) ? item.segmentation.counts : undefined;
  if (runs === undefined) return ', panoptic';
  return typeof runs === 'string' ? ', compressed runs' : ', runs as numbers';
}
