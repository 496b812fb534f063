import type { Frame, GreyWindow, Values } from '../../../../server/src/annotations/images/picture';

/** How the values of a frame become what is seen. */
export interface Showing {
  readonly channels: 1 | 3 | 4;
  /** Low values are bright. */
  readonly inverted: boolean;
  /** In the unit of the picture; colours have none. */
  readonly window: GreyWindow;
}

/** So many different values are looked up in a table. */
const tableLimit = 1 << 16;

const opaque = 0xff000000;

/**
 * Writes the pixels of a frame, 4 bytes each (red, green, blue, opacity: little-endian in 32 bits), through a window. Values
 * that are no numbers become black.
 */
export function showFrame({ values, slope, intercept }: Frame, showing: Showing, out: Uint32Array): void {
  if (showing.channels === 1) return showGrey(values, slope, intercept, showing, out);
  const { channels } = showing;
  for (let i = 0, at = 0; i < out.length; i++, at += channels) {
    const alpha = channels === 4 ? values[at + 3]! << 24 : opaque;
    out[i] = (alpha | (values[at + 2]! << 16) | (values[at + 1]! << 8) | values[at]!) >>> 0;
  }
}

function showGrey(
  values: Values,
  slope: number,
  intercept: number,
  { window, inverted }: Showing,
  out: Uint32Array,
): void {
  const low = window.center - window.width / 2;
  const perUnit = 255 / (window.width || 1);
  // From stored values, so that a pixel costs one product and one sum.
  const [factor, offset] = [slope * perUnit, (intercept - low) * perUnit];
  const pixel = (value: number): number => {
    const bright = value * factor + offset;
    const level = bright >= 255 ? 255 : bright > 0 ? Math.round(bright) : 0;
    const shown = inverted ? 255 - level : level;
    return (opaque | (shown * 0x010101)) >>> 0;
  };
  const range = tableRange(values);
  if (!range || values.length < 4096) {
    for (let i = 0; i < out.length; i++) out[i] = pixel(values[i]!);
    return;
  }
  const table = tableFor(range, `${factor} ${offset} ${inverted}`, pixel);
  for (let i = 0; i < out.length; i++) out[i] = table[values[i]! - range.from]!;
}

interface Range {
  readonly from: number;
  readonly size: number;
}

/** All values that this kind of number can have, where they fit in a table. */
function tableRange(values: Values): Range | undefined {
  if (values instanceof Uint8Array) return { from: 0, size: 256 };
  if (values instanceof Int8Array) return { from: -128, size: 256 };
  if (values instanceof Uint16Array) return { from: 0, size: tableLimit };
  if (values instanceof Int16Array) return { from: -32768, size: tableLimit };
  return undefined;
}

let last: { readonly key: string; readonly table: Uint32Array } | undefined;

/** The table that was made last is kept: the next slice is shown through the same window. */
function tableFor({ from, size }: Range, settings: string, pixel: (value: number) => number): Uint32Array {
  const key = `${from} ${size} ${settings}`;
  if (last?.key === key) return last.table;
  const table = new Uint32Array(size);
  for (let i = 0; i < size; i++) table[i] = pixel(i + from);
  last = { key, table };
  return table;
}

/**
 * The window after a drag, in CSS pixels: to the right widens it, down raises its centre, in steps of its width, so that
 * one drag over the picture is a change by as much as the window takes in.
 */
export function draggedWindow(window: GreyWindow, dx: number, dy: number): GreyWindow {
  const width = Math.max(window.width * Math.exp(dx / 250), 1e-6);
  return { center: window.center + (dy / 250) * window.width, width };
}

/** A window in words: `C −600 W 1500`. */
export function windowText({ center, width }: GreyWindow): string {
  const digits = width >= 20 ? 0 : width >= 1 ? 1 : 3;
  const text = (value: number) => value.toFixed(digits).replace('-', '−');
  return `C ${text(center)} W ${text(width)}`;
}
