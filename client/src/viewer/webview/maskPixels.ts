import type { MaskVolume } from '../../../../server/src/annotations/annotation';

/** How the voxels of one value are drawn: opacities from 0 to 1, of the area and of its edge. */
export interface VoxelStyle {
  readonly color: readonly [red: number, green: number, blue: number];
  readonly fill: number;
  readonly line: number;
}

/** One plane of a mask. */
export interface MaskPlane {
  readonly values: MaskVolume['values'];
  readonly width: number;
  readonly height: number;
  /** The value of a voxel that is wholly marked, where values are fractions. */
  readonly whole?: number;
}

/**
 * Paints a plane of a mask over what `out` holds (little-endian red, green, blue, opacity in 32 bits a pixel). Pixels beside
 * another value are the edge. Of values without a style nothing is seen.
 */
export function paintMask(
  plane: MaskPlane,
  styleOf: (value: number) => VoxelStyle | undefined,
  out: Uint32Array,
): void {
  if (plane.whole !== undefined) return paintFractions(plane, plane.whole, styleOf(1), out);
  const { values, width, height } = plane;
  const colors = createColors(styleOf);
  // Neighbours have mostly the same value.
  let [last, fill, line] = [0, 0, 0];
  for (let y = 0, at = 0; y < height; y++) {
    const border = y === 0 || y === height - 1;
    for (let x = 0; x < width; x++, at++) {
      const value = values[at]!;
      if (value === 0) continue;
      if (value !== last) {
        last = value;
        [fill, line] = colors(value);
      }
      const edge =
        border ||
        x === 0 ||
        x === width - 1 ||
        values[at - 1] !== value ||
        values[at + 1] !== value ||
        values[at - width] !== value ||
        values[at + width] !== value;
      const color = edge ? line : fill;
      if (color !== 0) out[at] = out[at] === 0 ? color : over(color, out[at]!);
    }
  }
}

function paintFractions({ values }: MaskPlane, whole: number, style: VoxelStyle | undefined, out: Uint32Array): void {
  if (!style) return;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value === 0) continue;
    // An outline of fractions has no one place: they are always filled.
    const color = packed(style.color, Math.max(style.fill, 0.2) * Math.min(1, value / whole));
    out[at] = out[at] === 0 ? color : over(color, out[at]!);
  }
}

type Colors = readonly [fill: number, line: number];

/** Asks for the style of each value once. */
function createColors(styleOf: (value: number) => VoxelStyle | undefined): (value: number) => Colors {
  const known = new Map<number, Colors>();
  return (value) => {
    let colors = known.get(value);
    if (!colors) {
      const style = styleOf(value);
      colors = style ? [packed(style.color, style.fill), packed(style.color, style.line)] : [0, 0];
      known.set(value, colors);
    }
    return colors;
  };
}

function packed([red, green, blue]: VoxelStyle['color'], opacity: number): number {
  const alpha = Math.round(opacity * 255);
  return alpha === 0 ? 0 : ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** One colour over another, as they are seen. */
function over(top: number, bottom: number): number {
  const [a, b] = [(top >>> 24) / 255, (bottom >>> 24) / 255];
  const alpha = a + b * (1 - a);
  let result = Math.round(alpha * 255) << 24;
  for (const shift of [0, 8, 16]) {
    const channel = (((top >>> shift) & 255) * a + ((bottom >>> shift) & 255) * b * (1 - a)) / alpha;
    result |= Math.round(channel) << shift;
  }
  return result >>> 0;
}
