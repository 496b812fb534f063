import type { Point } from '../../../../server/src/annotations/annotation';
import type { Measure } from './measure';

/** What is measured on the panes, by the plane on which it lies. */
export interface Measuring {
  /** Sets a point; `last` ends an area at the points it has. A distance ends with its second point. */
  set(tool: Measure['tool'], place: string, at: Point, last: boolean): void;
  /** Moves the point that would be set next. */
  to(place: string, at: Point): void;
  /** Gives up what is not done, else all. */
  cancel(): void;
  clear(): void;
  on(place: string): readonly Measure[];
}

/** A place is the name of a plane with its number: measures are seen only where they were made. */
export function createMeasuring(): Measuring {
  let done: { readonly place: string; readonly measure: Measure }[] = [];
  let draft: { readonly tool: Measure['tool']; readonly place: string; readonly points: Point[] } | undefined;
  let next: Point | undefined;

  function finish(): void {
    if (draft && draft.points.length > 1) {
      done.push({ place: draft.place, measure: { tool: draft.tool, points: draft.points, done: true } });
    }
    draft = next = undefined;
  }

  return {
    set(tool, place, at, last) {
      if (last) return finish();
      if (draft?.place !== place || draft.tool !== tool) draft = { tool, place, points: [] };
      draft.points.push(at);
      if (tool === 'distance' && draft.points.length === 2) finish();
    },
    to(place, at) {
      next = draft?.place === place ? at : undefined;
    },
    cancel() {
      if (draft) draft = next = undefined;
      else done = [];
    },
    clear() {
      done = [];
      draft = next = undefined;
    },
    on(place) {
      const made = done.filter((each) => each.place === place).map(({ measure }) => measure);
      if (draft?.place !== place) return made;
      const points = next ? [...draft.points, next] : draft.points;
      return [...made, { tool: draft.tool, points, done: false }];
    },
  };
}
