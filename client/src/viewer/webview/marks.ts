import type { Annotation, MaskVolume } from '../../../../server/src/annotations/annotation';
import { channels } from './colors';
import type { Region } from './geometry';
import type { VoxelStyle } from './maskPixels';

/** How the annotations of one label are drawn and named. */
export interface MarkStyle {
  /** Unique for a label. */
  readonly key: string;
  readonly name: string;
  /** `#rrggbb` */
  readonly color: string;
  /** Whether the guideline has the label. */
  readonly isKnown: boolean;
  /** The key points that are joined by lines, in pairs. */
  readonly skeleton: readonly (readonly [string, string])[];
  /** From 0 to 1. */
  readonly opacity: number;
}

/** A region with how it is drawn. */
export interface StyledRegion {
  readonly region: Region;
  readonly style: MarkStyle;
}

/** The annotations that are voxels of one volume, by their value there. */
export interface StyledVolume {
  readonly volume: MaskVolume;
  readonly marks: ReadonlyMap<number, { readonly annotation: Annotation; readonly style: MarkStyle }>;
}

/** What is drawn over a picture. */
export interface Marks {
  readonly regions: readonly StyledRegion[];
  readonly volumes: readonly StyledVolume[];
  /** Whether names stand beside regions. */
  readonly names: boolean;
  /** Whether areas are filled, or have an outline only. */
  readonly filled: boolean;
  /** What is under the pointer, drawn stronger. */
  readonly hovered?: Annotation;
  /** The label that the cursor or the reader has chosen: the others step back. */
  readonly chosen?: string;
}

export const noMarks: Marks = { regions: [], volumes: [], names: false, filled: true };

const fillOpacity = 0.42;
const dimmed = 0.25;

/** The annotation of a value of a volume. One that holds fractions has only one annotation. */
export function markAt({ volume, marks }: StyledVolume, value: number) {
  if (value === 0) return undefined;
  return volume.whole === undefined ? marks.get(value) : [...marks.values()][0];
}

/** How the voxels of a value are painted. */
export function voxelStyle(styled: StyledVolume, value: number, marks: Marks): VoxelStyle | undefined {
  const mark = markAt(styled, value);
  if (!mark) return undefined;
  const { annotation, style } = mark;
  const strong = annotation === marks.hovered || style.key === marks.chosen;
  const opacity = style.opacity * (marks.chosen !== undefined && !strong ? dimmed : 1);
  const fill = marks.filled ? fillOpacity * (strong ? 1.4 : 1) : 0;
  return { color: channels(style.color), fill: Math.min(1, fill * opacity), line: opacity };
}

/** All that tells how a volume is painted: while it is the same, it need not be painted again. */
export function paintKey({ marks: list, volume }: StyledVolume, marks: Marks): string {
  const styles = [...list].map(([value, { annotation, style }]) => [
    value,
    style.color,
    style.opacity,
    style.key === marks.chosen,
    annotation === marks.hovered,
  ]);
  return JSON.stringify([styles, marks.filled, marks.chosen !== undefined, volume.whole]);
}
