import type { ByteSource } from '../byteSource';
import { length } from '../geometry';
import type { Frame, ImageServices, Picture } from '../picture';
import { refuseOver } from '../unpack';
import { wasmDecoders } from './decode';
import { type DicomImage, openFile, type Tiling } from './file';
import { noFrame, stackOfSegments } from './segments';
import { type Stack, stackOf } from './stack';

/** Opens a DICOM file as a picture: its frames by position where they make a volume, else as they follow. */
export async function openDicom(source: ByteSource, services: ImageServices): Promise<Picture> {
  return pictureOfFile(await openFile(source, services, wasmDecoders(services)), services);
}

/** The picture of a file that stands alone. */
export function pictureOfFile(image: DicomImage, services: ImageServices): Picture {
  if (image.tiling) return tiledPicture(image, image.tiling, services);
  const { metas, segments } = image;
  const planes = metas.map(({ plane }) => plane);
  const { step } = metas[0]!;
  const bySegment = segments && stackOfSegments(planes, step, segments);
  if (!bySegment) return pictureOf(image, stackOf(planes, step), metas.length, (frame) => image.read(frame));
  const { width, height } = image.shape;
  const nothing = () => ({ values: new Uint8Array(width * height), slope: 1, intercept: 0 });
  const read = async (frame: number) => (frame === noFrame ? nothing() : image.read(frame));
  return { ...pictureOf(image, bySegment, metas.length, read), segments: segments.names };
}

/** A picture of frames in the order of a stack, or as they follow; the first image tells what all have in common. */
export function pictureOf(
  first: DicomImage,
  stack: Stack | undefined,
  frames: number,
  read: (frame: number) => Promise<Frame>,
): Picture {
  const { shape, syntax } = first;
  const { spacing, unit, windows } = first.metas[0]!;
  const order = stack?.order ?? [Array.from({ length: frames }, (_, i) => i)];
  const toPatient = stack?.toPatient;
  const steps = spacing && toPatient ? { ...spacing, z: length(toPatient.slices) } : spacing;
  return {
    format: `DICOM, ${syntax}`,
    width: shape.width,
    height: shape.height,
    depth: order[0]!.length,
    times: order.length,
    channels: isColour(first) ? 3 : 1,
    inverted: shape.photometric === 'MONOCHROME1',
    ...(first.modality ? { modality: first.modality.trim() } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(steps ? { spacing: steps } : {}),
    ...(toPatient ? { toPatient } : {}),
    ...(stack ? { planes: stack.planes } : {}),
    windows: isColour(first) ? [] : windows,
    notes: stack?.notes ?? [],
    read: (slice, time = 0) => read(order[time]![slice]!),
  };
}

function isColour({ shape }: DicomImage): boolean {
  return shape.samples === 3 || shape.photometric === 'PALETTE COLOR';
}

/** One picture of all tiles. */
function tiledPicture(image: DicomImage, { width, height, places }: Tiling, { limits }: ImageServices): Picture {
  const tile = image.shape;
  const picture = pictureOf(image, undefined, 1, (frame) => image.read(frame));
  refuseOver(width * height * picture.channels, limits.unpacked, 'DICOM');
  return {
    ...picture,
    width,
    height,
    async read() {
      let whole: Frame | undefined;
      for (const [i, [left, top]] of places.entries()) {
        const frame = await image.read(i);
        const size = width * height * picture.channels;
        whole ??= { ...frame, values: new (frame.values.constructor as Uint8ArrayConstructor)(size) };
        for (let y = Math.max(0, -top); y < tile.height && top + y < height; y++) {
          const from = y * tile.width * picture.channels;
          const count = Math.min(tile.width, width - left) * picture.channels;
          const line = frame.values.subarray(from, from + count) as Uint8Array;
          whole.values.set(line, ((top + y) * width + left) * picture.channels);
        }
      }
      return whole!;
    },
  };
}
