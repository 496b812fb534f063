import type {
  AnnotatedImage,
  Annotation,
  AnnotationFile,
  MaskVolume,
  Shape,
} from '../../../../../server/src/annotations/annotation';
import { fitVolume } from '../fitVolume';
import type { PictureInfo } from '../planes';
import type { FittedAnnotations } from './messages';

/**
 * Puts the volumes of annotations on the voxels of a picture. One that does not fit becomes a class of the whole image, and
 * is told. `buffers` is the memory of the volumes, to be handed over.
 */
export function fitAnnotations(
  file: AnnotationFile,
  picture: PictureInfo | undefined,
): { annotations: FittedAnnotations; buffers: Transferable[] } {
  const fitted = new Map<MaskVolume, MaskVolume | string>();
  const problems = new Set(file.problems);
  const fit = (volume: MaskVolume): MaskVolume | undefined => {
    const known = fitted.get(volume) ?? (picture ? fitVolume(volume, picture) : volume);
    fitted.set(volume, known);
    if (typeof known !== 'string') return known;
    problems.add(known);
    return undefined;
  };
  const onPicture = (annotation: Annotation): Annotation => {
    if (annotation.shape.type !== 'volume') return annotation;
    const volume = fit(annotation.shape.volume);
    const shape: Shape = volume ? { ...annotation.shape, volume } : { type: 'classification' };
    return { ...annotation, shape };
  };
  const images = file.images.map((image): AnnotatedImage => ({
    ...image,
    annotations: image.annotations.map(onPicture),
  }));
  const volumes = [...fitted.values()].filter((volume) => typeof volume !== 'string');
  return {
    annotations: { file: { ...file, images, problems: [...problems] }, busiest: busiestSlice(volumes) },
    buffers: [...new Set(volumes.map(({ values }) => values.buffer as ArrayBuffer))],
  };
}

/** The slice, from 0, on which most voxels are marked. */
export function busiestSlice(volumes: readonly MaskVolume[]): number | undefined {
  const counts: number[] = [];
  for (const { width, height, depth, values } of volumes) {
    const size = width * height;
    for (let slice = 0; slice < depth; slice++) {
      let count = 0;
      for (let at = slice * size; at < (slice + 1) * size; at++) if (values[at] !== 0) count++;
      if (count > 0) counts[slice] = (counts[slice] ?? 0) + count;
    }
  }
  let busiest: number | undefined;
  counts.forEach((count, slice) => {
    if (busiest === undefined || count > counts[busiest]!) busiest = slice;
  });
  return busiest;
}
