import type { AnnotatedImage, Annotation, Shape } from '../../../../server/src/annotations/annotation';
import { imageNamed } from '../../../../server/src/annotations/formats';
import { encodeValues } from '../../../../server/src/annotations/rle';
import type { Decoder } from '../../viewer/webview/decoder';
import type { Region } from '../../viewer/webview/geometry';
import { toRegion } from '../../viewer/webview/geometry';
import type { PictureInfo } from '../../viewer/webview/planes';
import type { FittedAnnotations } from '../../viewer/webview/worker/messages';
import { isShownByBrowser } from '../../webview/browserFormats';
import type { LookSample } from '../protocol';

/** The annotations of a sample, as they were and as they are, on one of its slices. */
export interface SampleRegions {
  readonly former: readonly Region[];
  readonly now: readonly Region[];
  /** The slice or frame on which most is marked, from 0. */
  readonly slice: number;
}

/** Reads the annotations of samples. Of those that cannot be read there are none; the preview says why. */
export function createRegionLoader(decoder: Decoder): (sample: LookSample) => Promise<SampleRegions> {
  /** What voxels are put in their place by; a picture that the browser shows has none. */
  async function infoOf({ image, imageName }: LookSample): Promise<PictureInfo | undefined> {
    if (isShownByBrowser(imageName)) return undefined;
    const picture = await decoder.open([{ name: imageName, address: image }]).catch(() => undefined);
    picture?.close();
    return picture?.info;
  }

  function read(name: string, address: string, info: PictureInfo | undefined): Promise<FittedAnnotations | undefined> {
    return decoder.annotations({ name, address }, Promise.resolve(info)).catch(() => undefined);
  }

  async function readText(
    name: string,
    text: string,
    info: PictureInfo | undefined,
  ): Promise<FittedAnnotations | undefined> {
    const address = URL.createObjectURL(new Blob([text]));
    try {
      return await read(name, address, info);
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  return async (sample) => {
    const { annotationsName, annotations, formerAnnotations, imageName } = sample;
    const info = await infoOf(sample);
    const now = await read(annotationsName, annotations, info);
    const former = formerAnnotations === undefined ? now : await readText(annotationsName, formerAnnotations, info);
    const image = (read: FittedAnnotations | undefined) => imageNamed(read?.file.images ?? [], imageName);
    const slice = sliceOf(now, image(now)) ?? sliceOf(former, image(former)) ?? (info?.depth ?? 1) >> 1;
    return { former: regionsOn(image(former), slice), now: regionsOn(image(now), slice), slice };
  };
}

function sliceOf(read: FittedAnnotations | undefined, image: AnnotatedImage | undefined): number | undefined {
  return read?.busiest ?? image?.annotations.find(({ frame }) => frame !== undefined)?.frame;
}

/** What is marked on a slice; what names no slice is on all. */
function regionsOn(image: AnnotatedImage | undefined, slice: number): Region[] {
  return (image?.annotations ?? [])
    .filter(({ frame }) => frame === undefined || frame === slice)
    .map((annotation) => toRegion(onSlice(annotation, slice)))
    .filter((region) => region !== undefined);
}

/** The voxels of an annotation on one slice, as a mask; other annotations as they are. */
function onSlice(annotation: Annotation, slice: number): Annotation {
  const { shape } = annotation;
  if (shape.type !== 'volume') return annotation;
  const { width, height, depth, values, whole } = shape.volume;
  const marked = (value: number) => (whole === undefined ? value === shape.value : value > 0);
  const inside = slice < depth ? values.subarray(slice * width * height, (slice + 1) * width * height) : [];
  const [found] = encodeValues(
    width,
    height,
    Array.from(inside, (value) => (marked(value) ? 1 : 0)),
  );
  const mask: Shape = found ? { type: 'mask', mask: found.mask } : { type: 'classification' };
  return { ...annotation, shape: mask };
}
