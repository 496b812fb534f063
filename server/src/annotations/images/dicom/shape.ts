import type { DataSet } from 'dicom-parser';
import { refuseOver } from '../unpack';
import { UnreadableImage } from '../unreadable';

/** How the pixels of a DICOM file are laid out. */
export interface PixelShape {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** Values a pixel: 1 or 3. */
  readonly samples: 1 | 3;
  /** Whether the three colours are stored one plane after another. */
  readonly planar: boolean;
  readonly photometric: Photometric;
  /** Bits of one value in memory: 1, 8, 16, 32; 64 of doubles. */
  readonly allocated: number;
  /** How many of them count. */
  readonly stored: number;
  /** The uppermost that counts, from 0. */
  readonly high: number;
  readonly signed: boolean;
}

const photometrics = [
  'MONOCHROME1',
  'MONOCHROME2',
  'PALETTE COLOR',
  'RGB',
  'YBR_FULL',
  'YBR_FULL_422',
  'YBR_ICT',
  'YBR_RCT',
] as const;

export type Photometric = (typeof photometrics)[number];

/** Reads and checks the layout; `kind` as the element of the pixels tells. */
export function readShape(dataSet: DataSet, kind: 'integer' | 'float' | 'double', limit: number): PixelShape {
  const number = (tag: string) => dataSet.uint16(tag);
  const [height, width] = [number('x00280010'), number('x00280011')];
  const samples = number('x00280002') ?? 1;
  const frames = dataSet.elements['x00280008'] ? (dataSet.intString('x00280008') ?? 1) : 1;
  const name = (dataSet.string('x00280004') ?? '').trim();
  const photometric = photometrics.find((known) => known === name);
  const allocated = kind === 'float' ? 32 : kind === 'double' ? 64 : number('x00280100');
  if (!width || !height || allocated === undefined) {
    throw new UnreadableImage('This DICOM file does not state the size of its image.');
  }
  if (!photometric) throw new UnreadableImage(`DICOM with the colours ${name || '(none stated)'} is not supported.`);
  const grey = !photometric.startsWith('YBR') && photometric !== 'RGB';
  if (samples !== (grey ? 1 : 3)) {
    throw new UnreadableImage(`This DICOM file states ${samples} values a pixel, which does not fit ${photometric}.`);
  }
  if (!Number.isSafeInteger(frames) || frames < 1) {
    throw new UnreadableImage('This DICOM file states no valid number of frames.');
  }
  const whole = [1, 8, 16, 32].includes(allocated) && (samples === 1 || allocated === 8 || allocated === 16);
  if (kind === 'integer' && !whole) throw new UnreadableImage(`DICOM with ${allocated} bits a value is not supported.`);
  const stored = kind === 'integer' ? (number('x00280101') ?? allocated) : allocated;
  const high = kind === 'integer' ? (number('x00280102') ?? stored - 1) : allocated - 1;
  if (stored < 1 || high >= allocated || high < stored - 1) {
    throw new UnreadableImage(
      `This DICOM file states ${stored} bits up to bit ${high} of ${allocated}, which cannot be.`,
    );
  }
  refuseOver(width * height * samples * Math.ceil(allocated / 8), limit, 'DICOM');
  const signed = number('x00280103') === 1;
  const planar = samples === 3 && number('x00280006') === 1;
  return { width, height, frames, samples, planar, photometric, allocated, stored, high, signed };
}
