import type { Annotation, Point } from '../../../../server/src/annotations/annotation';
import { element } from '../../webview/dom';
import type { OpenPicture } from './decoder';
import type { Frames } from './frames';
import { createFrames } from './frames';
import type { Marks } from './marks';
import { measureText } from './measure';
import { createMeasuring } from './measuring';
import type { Film, PaneSlot } from './paneSlot';
import { createPaneSlot } from './paneSlot';
import type { Target } from './paneInput';
import type { PictureInfo, PlaneView, Voxel } from './planes';
import { planesOf, toPlane, toVoxel } from './planes';
import { readoutText } from './readout';
import type { Tool } from './toolbar';
import { createToolbar } from './toolbar';
import type { KeptWindow } from './windowChoosing';
import { createWindowChoosing } from './windowChoosing';
import { windowText } from './windowing';
import type { View } from './transform';
import type { PresetWindow } from './windows';

/** What is kept over a reload of the window. */
export interface ViewerState {
  readonly planes?: boolean;
  readonly names?: boolean;
  readonly filled?: boolean;
  /** Where the reader stood in the picture that was shown last. */
  readonly place?: Place;
}

/** Where a reader stands in a picture, and through which window it is seen. */
interface Place {
  /** Of which picture. */
  readonly key: string;
  readonly slice: number;
  readonly time: number;
  readonly window?: KeptWindow;
  /** How it lies on the screen, where it was zoomed or moved. */
  readonly view?: View;
}

export interface ViewerEvents {
  /** Over an annotation, or over none; `on` in CSS pixels of the viewer's panes. */
  onHover(annotation: Annotation | undefined, on: Point, value: string): void;
  onPick(annotation: Annotation): void;
  onPainted(): void;
  /** The state changed, which is to be kept. */
  onState(): void;
  /** The picture cannot be read on: a sentence. */
  onFailed(message: string): void;
}

export interface ViewerProps {
  readonly picture?: OpenPicture;
  /** Names the picture, so that the reader's place in it is found again after a reload. */
  readonly key?: string;
  /** In words, for those who do not see it. */
  readonly description: string;
  /** Why there is no picture. */
  readonly missing?: string;
  /** The windows of the protocol. */
  readonly presets: readonly PresetWindow[];
  /**
   * The slice to begin with, from 0; the middle one when absent. Where it is told only later, the picture goes there as long
   * as nobody has moved it.
   */
  readonly start?: number;
  readonly marks: Omit<Marks, 'names' | 'filled'>;
}

export interface Viewer {
  readonly element: HTMLElement;
  /** The element that the panes fill, for what is laid over them. */
  readonly stage: HTMLElement;
  /** Shows a picture; the same one stays where it is, and its pixels are not read again. */
  show(props: ViewerProps): void;
  state(): ViewerState;
  /** Goes to a slice, from 0. */
  goTo(slice: number): void;
}

/** A picture with what is marked on it: one plane, or three. */
export function createViewer(events: ViewerEvents, saved: ViewerState): Viewer {
  let props: ViewerProps = { description: '', presets: [], marks: { regions: [], volumes: [] } };
  let { planes: three = false, names = true, filled = true, place: resumed } = saved;
  let tool: Tool = 'look';
  let views: readonly PlaneView[] = [];
  let frames: Frames | undefined;
  /** Whose planes the panes show: until one of the next picture is read, those of the last. */
  let inPane: OpenPicture | undefined;
  let position: Voxel = [0, 0, 0];
  /** The reader has chosen where to look. */
  let moved = false;
  let time = 0;
  const windows = createWindowChoosing();
  let pointer: { readonly place: number; readonly at: Point } | undefined;
  const measuring = createMeasuring();

  const toolbar = createToolbar({
    zoom: (factor) => slots[0]!.pane.zoom(factor),
    fit: () => slots.forEach(({ pane }) => pane.fit()),
    toggleNames: () => set(() => (names = !names)),
    toggleFilled: () => set(() => (filled = !filled)),
    togglePlanes: () => set(() => (three = !three)),
    chooseTool: (next) =>
      set(() => {
        tool = tool === next ? 'look' : next;
        pointer = undefined;
      }),
    chooseWindow: (index) => set(() => windows.choose(index < 0 ? undefined : index)),
  });
  const reason = element('p', { class: 'missing' });
  const readout = element('span', { class: 'readout' });
  const windowLine = element('span', { class: 'readout' });
  const status = element('div', { class: 'status-line' }, readout, windowLine);
  const slots: readonly PaneSlot[] = [0, 1, 2].map((place) => createPaneSlot(place, slotEvents(place)));
  const stage = element('div', { class: 'panes' }, ...slots.map((slot) => slot.element), reason);
  const root = element('div', { class: 'viewer' }, toolbar.element, stage, status);

  function set(change: () => void): void {
    change();
    render();
    events.onState();
  }

  function slotEvents(place: number): Parameters<typeof createPaneSlot>[1] {
    const plane = () => views[place]!;
    const spot = () => `${plane().name} ${position[plane().through]} ${time}`;
    return {
      onPoint(target, on) {
        const { picture } = props;
        const info = picture?.info;
        readout.textContent = info ? readoutText(target, info, plane(), position[plane().through]) : '';
        const box = slots[place]!.element;
        const value = info && target ? readoutText(target, info, plane(), position[plane().through]) : '';
        events.onHover(target?.annotation, [on[0] + box.offsetLeft, on[1] + box.offsetTop], value);
      },
      onPick(target: Target) {
        if (views.length > 1 && three) moveTo(toVoxel(plane(), target.at, position[plane().through]).map(Math.floor));
        if (target.annotation) events.onPick(target.annotation);
      },
      onScroll: (by) => step(plane(), by),
      onSlice: (index) => step(plane(), index - position[plane().through]),
      onTime: (by) => goToTime(time + by),
      onFilm: goToTime,
      onWindow: (dx, dy) => set(() => windows.drag(dx, dy)),
      tool: () => (tool === 'distance' || tool === 'area' ? 'measure' : tool),
      onMeasure(at, last) {
        if (tool !== 'distance' && tool !== 'area') return;
        measuring.set(tool, spot(), at, last);
        const made = measuring.on(spot()).at(-1);
        if (made?.done) slots[place]!.say(measureText(made.tool, made.points, plane()));
        render();
      },
      onMeasureTo(at) {
        measuring.to(spot(), at);
        pointer = { place, at };
        slots[place]!.say(`${Math.round(at[0])}, ${Math.round(at[1])}`);
        render();
      },
      onCancel() {
        measuring.cancel();
        pointer = undefined;
        render();
      },
      onZoom(scale) {
        if (place > 0) return;
        toolbar.showScale(scale);
        events.onState();
      },
      onPainted: () => inPane === props.picture && events.onPainted(),
    };
  }

  function goToTime(index: number): void {
    const last = (props.picture?.info.times ?? 1) - 1;
    set(() => (time = Math.min(last, Math.max(0, index))));
  }

  function step(plane: PlaneView, by: number): void {
    const next = [...position];
    next[plane.through] = position[plane.through] + by;
    moveTo(next);
  }

  function moveTo(voxel: readonly number[]): void {
    const { info } = props.picture ?? {};
    if (!info) return;
    const within = (at: number, size: number) => Math.min(size - 1, Math.max(0, at));
    const [x, y, z] = voxel as Voxel;
    moved = true;
    set(() => (position = [within(x, info.width), within(y, info.height), within(z, info.depth)]));
  }

  /** Begins with a picture: where the reader stood `before`, when it is the same. */
  function take({ picture, key, start }: ViewerProps, before: Place | undefined): void {
    frames = picture && createFrames(picture, events.onFailed);
    views = picture ? planesOf(picture.info) : [];
    time = 0;
    measuring.clear();
    pointer = undefined;
    if (!picture) return;
    const { width, height, depth, times } = picture.info;
    resumed = undefined;
    const known = before?.key === key ? before : undefined;
    windows.begin(known?.window);
    if (known?.view) slots[0]!.pane.resume(known.view);
    if (known) time = Math.min(times - 1, known.time);
    // Of a film the first frame, of a volume what is in its middle.
    const middle = picture.info.toPatient ? depth >> 1 : 0;
    position = [width >> 1, height >> 1, Math.min(depth - 1, known?.slice ?? start ?? middle)];
    moved = known !== undefined;
  }

  function startAt(slice: number): void {
    const last = (props.picture?.info.depth ?? 1) - 1;
    position = [position[0], position[1], Math.min(last, slice)];
  }

  function placeNow(): Place | undefined {
    const { picture, key } = props;
    // Until a picture is read, the place of the last one is kept.
    if (!picture || key === undefined) return resumed;
    const [window, view] = [windows.kept(), slots[0]!.pane.view()];
    return { key, slice: position[2], time, ...(window !== undefined && { window }), ...(view && { view }) };
  }

  function render(): void {
    const { picture, missing = '', description } = props;
    const shown = three && views.length > 1 ? views : views.slice(0, 1);
    stage.classList.toggle('three', shown.length > 1);
    reason.textContent = picture ? '' : missing;
    slots.forEach((slot, place) => {
      const plane = shown[place];
      slot.element.hidden = place > 0 && !plane;
      if (!plane || !picture || !frames) return slot.clear(description);
      const index = position[plane.through];
      const frame = frames.get(plane, index, time);
      if (!frame) return frames.want(place, plane, index, time, render);
      inPane = picture;
      windows.list(picture.info, props.presets, frame);
      const { channels, inverted } = picture.info;
      slot.show(
        {
          plane,
          frame,
          index,
          showing: { channels, inverted, window: windows.current() ?? { center: 128, width: 256 } },
          marks: { ...props.marks, names, filled },
          cross: shown.length > 1 ? center(toPlane(plane, position)) : undefined,
          measures: measuring.on(`${plane.name} ${index} ${time}`),
          pointer: pointer?.place === place ? pointer.at : undefined,
        },
        description,
        place === 0 ? filmOf(picture.info, time) : undefined,
      );
      // The next one lies ready when it is wanted.
      if (plane.depth > 1) frames.want(place, plane, index, time, () => undefined);
    });
    const [window, choices] = picture ? [windows.current(), windows.shown()] : [];
    windowLine.textContent = choices && window ? windowText(window) : '';
    toolbar.update({
      hasPicture: picture !== undefined,
      names,
      filled,
      tool,
      planes: views.length > 1 ? three : undefined,
      windows: choices,
    });
  }

  return {
    element: root,
    stage,
    show(next) {
      const other = next.picture !== props.picture;
      const otherWindows = JSON.stringify(next.presets) !== JSON.stringify(props.presets);
      const before = placeNow();
      const toldLater = !other && !moved && props.start === undefined;
      props = next;
      if (toldLater && next.start !== undefined) startAt(next.start);
      if (other) take(next, before);
      else if (otherWindows) windows.listAnew();
      render();
    },
    state: () => ({ planes: three, names, filled, place: placeNow() }),
    goTo: (slice) => moveTo([position[0], position[1], slice]),
  };
}

/** Which of the pictures that follow one another at the same slices is shown; nothing where there is one. */
function filmOf({ times, segments }: PictureInfo, index: number): Film | undefined {
  if (times < 2) return undefined;
  const film = { index, count: times };
  return segments ? { ...film, name: 'Segment', title: segments[index] } : { ...film, name: 'Time' };
}

/** The middle of a pixel. */
function center([x, y]: Point): Point {
  return [x + 0.5, y + 0.5];
}
