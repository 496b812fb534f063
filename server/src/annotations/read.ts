import type { AnnotationFile } from './annotation';
import { readCoco } from './coco';

/** The readers of annotation formats. Each tells by the content whether a file is its own. */
const readers: readonly ((content: Uint8Array | string) => AnnotationFile | undefined)[] = [readCoco];

/** Whether a file may hold annotations, by its name. */
export function mayHoldAnnotations(name: string): boolean {
  return /\.json$/i.test(name);
}

/** Reads a file of annotations, whatever its format; nothing when it is of none that is known. Never throws. */
export function readAnnotations(content: Uint8Array | string): AnnotationFile | undefined {
  for (const read of readers) {
    const file = read(content);
    if (file) return file;
  }
  return undefined;
}

/** The image of an annotation file that is meant: by its file name (folders aside), or the only one. */
export function imageNamed<T extends { readonly fileName: string }>(images: readonly T[], name: string): T | undefined {
  const base = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return images.find(({ fileName }) => base(fileName) === base(name)) ?? (images.length === 1 ? images[0] : undefined);
}
