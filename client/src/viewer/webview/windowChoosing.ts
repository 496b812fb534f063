import type { Frame, GreyWindow } from '../../../../server/src/annotations/images/picture';
import type { PictureInfo } from './planes';
import { draggedWindow } from './windowing';
import type { PresetWindow, WindowChoice } from './windows';
import { windowChoices } from './windows';

/** A window as it is kept: the name of one in the list, or one of the reader's own. */
export type KeptWindow = string | GreyWindow;

/** Through which window a picture is seen: one of the list, or the reader's own. */
export interface WindowChoosing {
  /** Begins with another picture: with the window that was kept, where it has that, else with the first of its list. */
  begin(kept: KeptWindow | undefined): void;
  /** The protocol has other windows: the one that was chosen stays, by its name. */
  listAnew(): void;
  /** Lists the windows, when that is not done yet; some are made of the values of the plane that was read first. */
  list(info: PictureInfo, presets: readonly PresetWindow[], frame: Frame): void;
  /** By its place in the list, from 0; the reader's own where there is none. */
  choose(index: number | undefined): void;
  /** The reader's own, by a drag in CSS pixels. */
  drag(dx: number, dy: number): void;
  current(): GreyWindow | undefined;
  /** What is to be kept of the choice. */
  kept(): KeptWindow | undefined;
  /** What can be chosen, and what is; nothing for colours, and before it is listed. */
  shown(): { readonly names: readonly string[]; readonly chosen?: number } | undefined;
}

export function createWindowChoosing(): WindowChoosing {
  let choices: readonly WindowChoice[] | undefined;
  let chosen: number | undefined = 0;
  let own: GreyWindow | undefined;
  let first: Frame | undefined;
  /** To be chosen by its name, once it is known which ones there are. */
  let wanted: string | undefined;

  const current = () => (chosen === undefined ? own : choices?.[chosen]?.window);

  return {
    begin(kept) {
      choices = first = undefined;
      [chosen, own, wanted] = typeof kept === 'object' ? [undefined, kept, undefined] : [0, undefined, kept];
    },
    listAnew() {
      if (choices && chosen !== undefined) wanted = choices[chosen]?.name;
      choices = undefined;
    },
    list(info, presets, frame) {
      if (choices) return;
      first ??= frame;
      choices = windowChoices(info, presets, first);
      const at = choices.findIndex(({ name }) => name === wanted);
      if (chosen !== undefined) chosen = Math.max(0, at);
    },
    choose: (index) => (chosen = index),
    drag(dx, dy) {
      const now = current();
      if (now) [chosen, own] = [undefined, draggedWindow(now, dx, dy)];
    },
    current,
    kept: () => (chosen === undefined ? own : choices ? choices[chosen]?.name : wanted),
    shown: () => (choices?.length ? { names: choices.map(({ name }) => name), chosen } : undefined),
  };
}
