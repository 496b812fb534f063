import type { Frame, GreyWindow } from '../../../../server/src/annotations/images/picture';
import { percentileWindow } from '../../../../server/src/annotations/images/window';
import type { PictureInfo } from './planes';

/** A window that can be chosen, with what it is called. */
export interface WindowChoice {
  readonly name: string;
  readonly window: GreyWindow;
}

/**
 * The windows of a picture, the first one for the beginning: those of the protocol where the picture is in Hounsfield units,
 * for which they are written; those of its file; what takes in most values of `frame`; the protocol's for other pictures.
 */
export function windowChoices(
  info: PictureInfo,
  presets: readonly GreyWindow[],
  frame: Frame,
): readonly WindowChoice[] {
  if (info.channels > 1) return [];
  const guideline = presets.map((window) => ({ name: window.name ?? 'Of the protocol', window }));
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
