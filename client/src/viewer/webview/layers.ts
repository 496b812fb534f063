import type { Frame } from '../../../../server/src/annotations/images/picture';
import { cutPlane } from './cutPlane';
import type { Marks, StyledVolume } from './marks';
import { paintKey, voxelStyle } from './marks';
import type { MaskPlane } from './maskPixels';
import { paintMask } from './maskPixels';
import type { PlaneView } from './planes';
import type { Showing } from './windowing';
import { showFrame } from './windowing';

/** The pixels of one plane: of the picture, and of the masks over it. Each is painted again only when it changed. */
export interface Layers {
  picture(plane: PlaneView, frame: Frame, showing: Showing): OffscreenCanvas;
  /** Nothing where no mask reaches. */
  masks(plane: PlaneView, index: number, marks: Marks): OffscreenCanvas | undefined;
  /** The values of the masks at a pixel, each with its volume. */
  valuesAt(plane: PlaneView, index: number, marks: Marks, pixel: number): readonly [StyledVolume, number][];
}

export function createLayers(): Layers {
  const base = createBitmap();
  const overlay = createBitmap();
  const cuts = new Map<StyledVolume['volume'], { readonly key: string; readonly plane: MaskPlane }>();
  let shown: { readonly frame: Frame; readonly key: string } | undefined;
  let painted = '';
  let paintedPlanes: readonly MaskPlane[] = [];

  function cut({ volume }: StyledVolume, plane: PlaneView, index: number): MaskPlane {
    const key = `${plane.name} ${index}`;
    const known = cuts.get(volume);
    if (known?.key === key) return known.plane;
    const { width, height, depth, values, whole } = volume;
    const size = width * height;
    const sliceAt = (slice: number) => values.subarray(slice * size, (slice + 1) * size);
    const part = cutPlane({ width, height, depth, channels: 1 }, sliceAt, plane, index);
    const made = { values: part, width: plane.width, height: plane.height, whole };
    cuts.set(volume, { key, plane: made });
    return made;
  }

  const reaching = ({ volumes }: Marks, plane: PlaneView, index: number) =>
    volumes
      .filter(({ volume }) => index < [volume.width, volume.height, volume.depth][plane.through]!)
      .map((styled) => ({ styled, plane: cut(styled, plane, index) }));

  return {
    picture(plane, frame, showing) {
      const { channels, inverted, window } = showing;
      const key = `${plane.name} ${channels} ${inverted} ${window.center} ${window.width}`;
      if (shown?.frame !== frame || shown.key !== key) {
        base.resize(plane.width, plane.height);
        showFrame(frame, showing, base.pixels);
        base.put();
        shown = { frame, key };
      }
      return base.canvas;
    },
    masks(plane, index, marks) {
      for (const volume of cuts.keys()) if (!marks.volumes.some((each) => each.volume === volume)) cuts.delete(volume);
      const parts = reaching(marks, plane, index);
      if (parts.length === 0) return undefined;
      const key = `${plane.name} ${index} ${parts.map(({ styled }) => paintKey(styled, marks)).join()}`;
      const planes = parts.map(({ plane: part }) => part);
      if (key !== painted || planes.some((part, i) => part !== paintedPlanes[i])) {
        overlay.resize(plane.width, plane.height);
        overlay.pixels.fill(0);
        for (const { styled, plane: part } of parts) {
          paintMask(part, (value) => voxelStyle(styled, value, marks), overlay.pixels);
        }
        overlay.put();
        [painted, paintedPlanes] = [key, planes];
      }
      return overlay.canvas;
    },
    valuesAt: (plane, index, marks, pixel) =>
      reaching(marks, plane, index).map(({ styled, plane: part }) => [styled, part.values[pixel] ?? 0]),
  };
}

/** A canvas whose pixels are written as 32 bits each. */
function createBitmap() {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d')!;
  let image = new ImageData(1, 1);
  let pixels = new Uint32Array(image.data.buffer);
  return {
    canvas,
    get pixels() {
      return pixels;
    },
    resize(width: number, height: number) {
      if (image.width === width && image.height === height) return;
      [canvas.width, canvas.height] = [width, height];
      image = new ImageData(width, height);
      pixels = new Uint32Array(image.data.buffer);
    },
    put: () => context.putImageData(image, 0, 0),
  };
}
