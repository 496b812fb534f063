import type { DataSet } from 'dicom-parser';
import type { Values } from '../picture';

/** The table by which stored values become real ones, where a file has one in the place of a slope. */
export function modalityTable(dataSet: DataSet): ((stored: Values) => Float32Array) | undefined {
  const part = dataSet.elements['x00283000']?.items?.[0]?.dataSet;
  if (!part) return undefined;
  const entries = part.uint16('x00283002', 0) || 65_536;
  const signed = dataSet.uint16('x00280103') === 1;
  const first = (signed ? part.int16('x00283002', 1) : part.uint16('x00283002', 1)) ?? 0;
  if ((part.elements['x00283006']?.length ?? 0) < entries * 2) return undefined;
  const table = Float32Array.from({ length: entries }, (_, i) => part.uint16('x00283006', i) ?? 0);
  return (stored) =>
    Float32Array.from(stored, (value: number) => table[Math.min(Math.max(value - first, 0), entries - 1)]!);
}
