import type { DataSet } from 'dicom-parser';
import type { LabelKey } from '../annotation';

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
