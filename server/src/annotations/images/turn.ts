/** Where the first pixel of a row, and of a column, comes from: Exif's eight ways to hold a camera. */
const ways: readonly { readonly swap: boolean; readonly flipX: boolean; readonly flipY: boolean }[] = [
  { swap: false, flipX: false, flipY: false },
  { swap: false, flipX: true, flipY: false },
  { swap: false, flipX: true, flipY: true },
  { swap: false, flipX: false, flipY: true },
  { swap: true, flipX: false, flipY: false },
  { swap: true, flipX: false, flipY: true },
  { swap: true, flipX: true, flipY: true },
  { swap: true, flipX: true, flipY: false },
];

/** Pixels turned as Exif's `orientation` (1 to 8) asks; `channels` bytes a pixel. */
export function turn(
  values: Uint8Array,
  width: number,
  height: number,
  channels: number,
  orientation: number,
): { values: Uint8Array; width: number; height: number } {
  const way = ways[orientation - 1];
  if (!way || orientation === 1) return { values, width, height };
  const [toWidth, toHeight] = way.swap ? [height, width] : [width, height];
  const out = new Uint8Array(values.length);
  for (let y = 0, to = 0; y < toHeight; y++) {
    for (let x = 0; x < toWidth; x++) {
      const [column, row] = way.swap ? [y, x] : [x, y];
      const fromX = way.flipX ? width - 1 - column : column;
      const fromY = way.flipY ? height - 1 - row : row;
      const from = (fromY * width + fromX) * channels;
      for (let i = 0; i < channels; i++) out[to++] = values[from + i]!;
    }
  }
  return { values: out, width: toWidth, height: toHeight };
}
