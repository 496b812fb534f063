/** For labels without a colour of their own: told apart on grey images, also with a colour-vision deficiency (Okabe–Ito). */
const spare = ['#e69f00', '#56b4e9', '#009e73', '#f0e442', '#0072b2', '#d55e00', '#cc79a7'];

/** For annotations whose label the taxonomy does not have. */
export const neutral = '#c4c4c4';

/** A label's colour: its own when it is one (`#rgb`, `#rrggbb`), else a spare one by its place among the labels. */
export function colorOf(color: string | undefined, place: number): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color ?? '');
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`.toLowerCase();
  if (color && /^#[0-9a-f]{6}$/i.test(color)) return color.toLowerCase();
  return spare[place % spare.length]!;
}

/** Red, green and blue from 0 to 255, of `#rrggbb`. */
export function channels(color: string): readonly [number, number, number] {
  const number = parseInt(color.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** Black or white, whichever is read better on a colour (relative luminance as in WCAG 2). */
export function textOn(color: string): '#000000' | '#ffffff' {
  const [red, green, blue] = channels(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}
