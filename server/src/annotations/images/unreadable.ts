/** Why an image cannot be shown: a sentence for its user, that names what is wrong with the file or what is not supported. */
export class UnreadableImage extends Error {}

/** What a file is that ends, or breaks, before all of its pixels. */
export function cutOff(format: string): UnreadableImage {
  return new UnreadableImage(`This ${format} file is damaged or cut off.`);
}

/** Runs a decoder; whatever it throws of its own becomes a sentence. */
export async function orCutOff<T>(format: string, decode: () => T | Promise<T>): Promise<T> {
  try {
    return await decode();
  } catch (error) {
    if (error instanceof UnreadableImage) throw error;
    throw cutOff(format);
  }
}

/** A number of bytes in words: `3 MB`, `1.5 GB`. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB', 'PB'];
  let unit = -1;
  let value = bytes;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${units[unit]}`;
}
