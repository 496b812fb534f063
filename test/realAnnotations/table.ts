import { countValues } from '../../server/src/annotations/volume';
import type { AnnotationFile } from '../../server/src/annotations/annotation';
import { mayHoldAnnotations, readAnnotations } from '../../server/src/annotations/read';

/** Reads a file by its path relative to the folder that is looked at; nothing when it is not there. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/** What came of one file. */
export interface Row {
  readonly path: string;
  readonly format: string;
  readonly images: number;
  readonly annotations: number;
  /** How many of each shape: `3 box, 1 mask`. */
  readonly shapes: string;
  readonly problems: readonly string[];
}

/** Reads a file as `labelwright check --annotations` does; nothing when it holds no annotations. */
export async function readOne(path: string, read: ReadFile): Promise<AnnotationFile | undefined> {
  const bytes = mayHoldAnnotations(path) ? await read(path) : undefined;
  return bytes && readAnnotations(bytes, { name: path, beside: (other) => read(resolved(path, other)) });
}

export async function rowOf(path: string, read: ReadFile): Promise<Row | undefined> {
  const file = await readOne(path, read);
  if (!file) return undefined;
  const annotations = file.images.flatMap((image) => image.annotations);
  const shapes = new Map<string, number>();
  for (const { shape } of annotations) {
    // A volume is told with its voxels, so that two readings of it can be compared.
    const name =
      shape.type === 'volume' && shape.volume.whole === undefined
        ? `volume of ${countValues(shape.volume).get(shape.value) ?? 0} voxels`
        : shape.type;
    shapes.set(name, (shapes.get(name) ?? 0) + 1);
  }
  return {
    path,
    format: file.format,
    images: file.images.length,
    annotations: annotations.length,
    shapes: [...shapes].map(([name, count]) => `${count} ${name}`).join(', '),
    problems: file.problems,
  };
}

function resolved(path: string, other: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of other.split('/')) {
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
