import type { PictureInfo, PlaneView } from './planes';
import { toVoxel } from './planes';
import type { Target } from './paneInput';

/** What is under the pointer, in words: the voxel, counted from 0, and its value in the unit of the picture. */
export function readoutText(target: Target | undefined, info: PictureInfo, plane: PlaneView, index: number): string {
  if (!target?.values) return '';
  const [x, y, z] = toVoxel(plane, [Math.floor(target.at[0]), Math.floor(target.at[1])], index);
  const place = info.depth > 1 ? `${x}, ${y}, ${z}` : `${x}, ${y}`;
  return `${place} · ${valueText(target.values, info)}`;
}

/** Values in words: `35 HU`, `0.62`, `RGB 12, 30, 55`. */
export function valueText(
  values: readonly number[],
  { channels, unit }: Pick<PictureInfo, 'channels' | 'unit'>,
): string {
  if (channels > 1) return `RGB ${values.slice(0, 3).join(', ')}`;
  const value = values[0]!;
  const rounded = Number.isInteger(value) || Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));
  return `${String(rounded).replace('-', '−')}${unit ? ` ${unit}` : ''}`;
}
