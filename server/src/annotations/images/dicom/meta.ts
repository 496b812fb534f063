import type { DataSet } from 'dicom-parser';
import { length, type Plane, scale, type Vector } from '../geometry';
import type { GreyWindow } from '../picture';

/** What a DICOM file says of one frame beside its pixels. */
export interface FrameMeta {
  readonly plane: Plane | undefined;
  readonly spacing: { readonly x: number; readonly y: number } | undefined;
  /** Between slices, as stated; in mm. */
  readonly step: number | undefined;
  readonly slope: number;
  readonly intercept: number;
  readonly unit: string | undefined;
  readonly windows: readonly GreyWindow[];
}

/** Reads an element of a frame: from its own groups, those shared by all, or the file. */
type Find = (group: string, tag: string) => DataSet | undefined;

function finder(dataSet: DataSet, frame: number): Find {
  const shared = dataSet.elements['x52009229']?.items?.[0]?.dataSet;
  const own = dataSet.elements['x52009230']?.items?.[frame]?.dataSet;
  return (group, tag) => {
    const places = [own, shared].map((part) => part?.elements[group]?.items?.[0]?.dataSet);
    return [...places, dataSet].find((part) => part?.elements[tag] !== undefined);
  };
}

/** What the file says of a frame, counted from 0. */
export function frameMeta(dataSet: DataSet, frame: number): FrameMeta {
  const find = finder(dataSet, frame);
  const modality = dataSet.string('x00080060');
  const number = (group: string, tag: string) => {
    const value = find(group, tag)?.floatString(tag);
    return value !== undefined && Number.isFinite(value) ? value : undefined;
  };
  const spacing = spacingOf(find, dataSet);
  const transformation = 'x00289145';
  const slope = number(transformation, 'x00281053') ?? 1;
  return {
    spacing,
    plane: planeOf(find, spacing),
    step: number('x00289110', 'x00180088') ?? number('x00289110', 'x00180050'),
    slope: slope === 0 ? 1 : slope,
    intercept: number(transformation, 'x00281052') ?? 0,
    unit: unitOf(find, modality, dataSet),
    windows: windowsOf(find),
  };
}

function numbers(part: DataSet | undefined, tag: string, count: number): number[] | undefined {
  const values = Array.from({ length: count }, (_, i) => part?.floatString(tag, i));
  return values.every((value) => value !== undefined && Number.isFinite(value)) ? (values as number[]) : undefined;
}

/** Between pixels; else as on the detector, or on what was scanned. */
function spacingOf(find: Find, dataSet: DataSet): { x: number; y: number } | undefined {
  for (const tag of ['x00280030', 'x00181164', 'x00182010']) {
    const values = numbers(find('x00289110', tag), tag, 2);
    // From row to row first.
    if (values && values.every((value) => value > 0)) return { y: values[0]!, x: values[1]! };
  }
  return ultrasoundSpacing(dataSet);
}

/** Of an ultrasound with one region, whose steps are in centimetres. */
function ultrasoundSpacing(dataSet: DataSet): { x: number; y: number } | undefined {
  const regions = dataSet.elements['x00186011']?.items ?? [];
  const region = regions.length === 1 ? regions[0]!.dataSet : undefined;
  if (!region || region.uint16('x00186024') !== 3 || region.uint16('x00186026') !== 3) return undefined;
  const [x, y] = [region.double('x0018602c'), region.double('x0018602e')];
  return x! > 0 && y! > 0 ? { x: x! * 10, y: y! * 10 } : undefined;
}

function planeOf(find: Find, spacing: { x: number; y: number } | undefined): Plane | undefined {
  const origin = numbers(find('x00209113', 'x00200032'), 'x00200032', 3);
  const directions = numbers(find('x00209116', 'x00200037'), 'x00200037', 6);
  if (!origin || !directions || !spacing) return undefined;
  const along = directions.slice(0, 3) as unknown as Vector;
  const down = directions.slice(3) as unknown as Vector;
  // Two directions of length 1, at a right angle.
  const angle = along.reduce((sum, part, i) => sum + part * down[i]!, 0);
  if (Math.abs(length(along) - 1) > 0.01 || Math.abs(length(down) - 1) > 0.01 || Math.abs(angle) > 0.01)
    return undefined;
  return { origin: origin as unknown as Vector, columns: scale(along, spacing.x), rows: scale(down, spacing.y) };
}

function unitOf(find: Find, modality: string | undefined, dataSet: DataSet): string | undefined {
  const type = find('x00289145', 'x00281054')?.string('x00281054')?.trim();
  if (type && type !== 'US') return type;
  if (modality === 'CT') return 'HU';
  return modality === 'PT' ? dataSet.string('x00541001')?.trim() : undefined;
}

/** Windows without a width, which some writers put in, are none. */
function windowsOf(find: Find): GreyWindow[] {
  const part = find('x00289132', 'x00281050');
  const count = Math.min(part?.numStringValues('x00281050') ?? 0, 20);
  return Array.from({ length: count }, (_, i) => {
    const [center, width] = [part?.floatString('x00281050', i), part?.floatString('x00281051', i)];
    const name = part?.string('x00281055', i)?.trim();
    return { center: center!, width: width!, ...(name ? { name } : {}) };
  }).filter(({ center, width }) => Number.isFinite(center) && Number.isFinite(width) && width >= 1);
}
