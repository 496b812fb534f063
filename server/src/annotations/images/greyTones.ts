import type { GreyWindow } from './picture';

/** The window that shows all values of so many bits. */
export function wholeWindow(bits: number): GreyWindow {
  return { center: (2 ** bits - 1) / 2, width: 2 ** bits - 1 };
}

/**
 * The grey tones of pixels of 3 or 4 bytes that are all grey, and opaque: radiographs are often stored as colours. Nothing
 * when there is a colour among them.
 */
export function greyTones(values: Uint8Array, channels: 3 | 4): Uint8Array | undefined {
  for (let i = 0; i < values.length; i += channels) {
    if (values[i] !== values[i + 1] || values[i] !== values[i + 2]) return undefined;
    if (channels === 4 && values[i + 3] !== 255) return undefined;
  }
  const tones = new Uint8Array(values.length / channels);
  for (let i = 0; i < tones.length; i++) tones[i] = values[i * channels]!;
  return tones;
}
