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
