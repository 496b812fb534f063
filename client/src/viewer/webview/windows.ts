import type { Frame, GreyWindow } from '../../../../server/src/annotations/images/picture';
import { percentileWindow } from '../../../../server/src/annotations/images/window';
import type { PictureInfo } from './planes';

/** A window that can be chosen, with what it is called. */
export interface WindowChoice {
  readonly name: string;
  readonly window: GreyWindow;
}

/** A window of a protocol. */
export interface PresetWindow extends GreyWindow {
  /** The kinds of image that it is written for, as DICOM codes; any where there is none. */
  readonly modality?: readonly string[];
}

/**
 * The windows of a picture, the first one for the beginning: those of the protocol where the picture is in Hounsfield units,
 * for which they are written; those of its file; what takes in most values of `frame`; the protocol's for other pictures.
 * Those of the protocol are left out where they are written for another kind of image, and for bytes that they do not fit.
 */
export function windowChoices(
  info: PictureInfo,
  presets: readonly PresetWindow[],
  frame: Frame,
): readonly WindowChoice[] {
  if (info.channels > 1) return [];
  const guideline = presets
    .filter((preset) => suits(preset, info, frame))
    .map((window) => ({ name: window.name ?? 'Of the protocol', window }));
  const file = info.windows.map((window) => ({ name: window.name ?? 'Of the file', window }));
  const automatic = { name: 'Automatic', window: percentileWindow(frame) };
  const all = info.unit === 'HU' ? [...guideline, ...file, automatic] : [...file, automatic, ...guideline];
  const names = new Map<string, number>();
  return all.map(({ name, window }) => {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return { name: count > 1 ? `${name} (${count})` : name, window };
  });
}

function suits({ center, width, modality = [] }: PresetWindow, info: PictureInfo, frame: Frame): boolean {
  if (info.modality !== undefined && modality.length > 0 && !modality.includes(info.modality)) return false;
  const { values, slope, intercept } = frame;
  const isBytes = values.BYTES_PER_ELEMENT === 1 && slope === 1 && intercept === 0;
  // Bytes are grey tones without a unit: a window beyond them is written for the image as it was acquired.
  return !isBytes || (center - width / 2 >= 0 && center + width / 2 <= 256);
}
