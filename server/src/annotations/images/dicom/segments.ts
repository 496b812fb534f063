import type { DataSet } from 'dicom-parser';
import type { LabelKey } from '../../annotation';
import { dot, normalOf, type Plane } from '../geometry';
import { samePlace, type Stack, stackOf } from './stack';

/** What a DICOM segmentation says of its segments, by their numbers. Nothing is in it of the background. */
export interface Segments {
  readonly keys: ReadonlyMap<number, LabelKey>;
  /** Of who made them, where the file says it. */
  readonly reader?: string;
}

const background = 'DCM:125040';

/** Reads the descriptions of the segments. */
export function readSegments(dataSet: DataSet): Segments {
  const text = textReader(dataSet);
  const keys = new Map<number, LabelKey>();
  for (const segment of itemsOf(dataSet, 'x00620002')) {
    const number = segment.uint16('x00620004');
    if (number === undefined) continue;
    const codes = itemsOf(segment, 'x0062000f').flatMap((code) => {
      const value = text(code, 'x00080100') ?? text(code, 'x00080119');
      const scheme = text(code, 'x00080102');
      return value === undefined || scheme === undefined ? [] : [`${scheme}:${value}`];
    });
    if (codes.includes(background)) continue;
    keys.set(number, { name: text(segment, 'x00620005') ?? String(number), number, codes });
  }
  const reader = text(dataSet, 'x00700084')?.replace(/\^+/g, ' ').trim();
  return { keys, ...(reader ? { reader } : {}) };
}

/** The items of a sequence. */
export function itemsOf(dataSet: DataSet | undefined, tag: string): DataSet[] {
  return (dataSet?.elements[tag]?.items ?? []).flatMap(({ dataSet: item }) => item ?? []);
}

/** Reads texts in the character set that the file states: UTF-8, or one in which plain letters are as in ASCII. */
function textReader(dataSet: DataSet): (part: DataSet, tag: string) => string | undefined {
  const isUtf8 = /192/.test(dataSet.string('x00080005') ?? '');
  const decoder = new TextDecoder(isUtf8 ? 'utf-8' : 'windows-1252');
  return (part, tag) => {
    const element = part.elements[tag];
    if (!element) return undefined;
    const bytes = part.byteArray.subarray(element.dataOffset, element.dataOffset + element.length);
    const text = decoder.decode(bytes).replace(/\0+$/, '').trim();
    return text === '' ? undefined : text;
  };
}

/** Of which segment each frame is, where a segmentation has several, each with frames of its own. */
export interface FrameSegments {
  readonly names: readonly string[];
  /** For each frame, the place of its segment in `names`. */
  readonly of: readonly number[];
}

/** Reads of which segments the frames are; nothing where that is not said of all of them. */
export function frameSegments(dataSet: DataSet, frames: number): FrameSegments | undefined {
  const keys = [...readSegments(dataSet).keys.values()];
  if (keys.length < 2) return undefined;
  const items = itemsOf(dataSet, 'x52009230');
  const of = Array.from({ length: frames }, (_, frame) => {
    const number = itemsOf(items[frame], 'x0062000a')[0]?.uint16('x0062000b');
    return keys.findIndex((key) => key.number === number);
  });
  return of.every((segment) => segment >= 0) ? { names: keys.map(({ name }) => name), of } : undefined;
}

/** Stands in the order of a stack for a slice on which there is nothing of a segment. */
export const noFrame = -1;

/** Puts frames in order: for each segment the index of each slice. Nothing when they do not make a stack. */
export function stackOfSegments(
  planes: readonly (Plane | undefined)[],
  step: number | undefined,
  { names, of }: FrameSegments,
): Stack | undefined {
  const [first] = planes;
  if (!first || !planes.every((plane) => plane !== undefined)) return undefined;
  const heights = planes.map(({ origin }) => dot(origin, normalOf(first)));
  const sorted = planes.map((_, frame) => frame).sort((a, b) => heights[a]! - heights[b]!);
  /** One frame of each place, and the frames at it by their segments. */
  const places: { readonly frame: number; readonly bySegment: Map<number, number> }[] = [];
  for (const frame of sorted) {
    const last = places.at(-1);
    const isSame = last && heights[frame]! - heights[last.frame]! <= samePlace;
    const place = isSame ? last : { frame, bySegment: new Map<number, number>() };
    if (!isSame) places.push(place);
    place.bySegment.set(of[frame]!, frame);
  }
  const stack = stackOf(
    places.map(({ frame }) => planes[frame]),
    step,
  );
  const [slices] = stack?.order ?? [];
  if (!stack || !slices) return undefined;
  const order = names.map((_, segment) => slices.map((place) => places[place]!.bySegment.get(segment) ?? noFrame));
  return { ...stack, order };
}
