import { bytes8, type Elements, placed } from './images/dicomFile';

export const code = (value: string, scheme = 'SCT'): Elements => ({
  '00080100': ['SH', value],
  '00080102': ['SH', scheme],
  '00080104': ['LO', 'Meaning'],
});

/** The description of a segment. `type` is the SNOMED CT code of what it is. */
export function segment(number: number, name: string, type = '39607008'): Elements {
  return { '00620004': ['US', [number]], '00620005': ['LO', name], '0062000f': ['SQ', [code(type)]] };
}

/** Of which segment a frame is, and where it lies: by height, by the column and row of a tile, or by the image it refers to. */
export interface FrameParts {
  readonly segment?: number;
  readonly z?: number;
  readonly at?: readonly [column: number, row: number];
  readonly of?: string;
}

function frame({ segment: number, z, at, of }: FrameParts): Elements {
  const place = z === undefined ? undefined : placed(z);
  return {
    ...(of === undefined ? {} : { '00089124': ['SQ', [{ '00082112': ['SQ', [{ '00081155': ['UI', of] }]] }]] }),
    ...(place ? { '00209113': ['SQ', [{ '00200032': place['00200032'] ?? ['DS', ''] }]] } : {}),
    ...(at ? { '0048021a': ['SQ', [{ '0048021e': ['SL', [at[0]]], '0048021f': ['SL', [at[1]]] }]] } : {}),
    ...(number === undefined ? {} : { '0062000a': ['SQ', [{ '0062000b': ['US', [number]] }]] }),
  };
}

const orientation: Elements = {
  '00209116': ['SQ', [{ '00200037': ['DS', '1\\0\\0\\0\\1\\0'] }]],
  '00289110': ['SQ', [{ '00280030': ['DS', '2\\0.5'] }]],
};

/** The elements of a segmentation of 2 × 2 pixels a frame. */
export function seg(
  type: string,
  segments: readonly Elements[],
  frames: readonly FrameParts[],
  pixels: number[],
  more: Elements = {},
) {
  const binary: Elements = { '00280100': ['US', [1]], '00280101': ['US', [1]], '00280102': ['US', [0]] };
  const even = pixels.length % 2 ? [...pixels, 0] : pixels;
  const elements: Elements = {
    '00080005': ['CS', 'ISO_IR 192'],
    '00080016': ['UI', type === 'LABELMAP' ? '1.2.840.10008.5.1.4.1.1.66.7' : '1.2.840.10008.5.1.4.1.1.66.4'],
    '00080060': ['CS', 'SEG'],
    '00280002': ['US', [1]],
    '00280004': ['CS', 'MONOCHROME2'],
    '00280008': ['IS', String(frames.length)],
    '00280010': ['US', [2]],
    '00280011': ['US', [2]],
    '00280103': ['US', [0]],
    ...(type === 'BINARY' ? binary : bytes8),
    '00620001': ['CS', type],
    '00620002': ['SQ', segments],
    '00700084': ['PN', 'Röntgen^Wilhelm'],
    '52009229': ['SQ', [orientation]],
    '52009230': ['SQ', frames.map(frame)],
    '7fe00010': ['OB', Uint8Array.from(even)],
    ...more,
  };
  return elements;
}
