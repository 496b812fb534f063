import type { ByteSource } from './byteSource';
import type { NumberType } from './elements';
import { type Affine, isPlacement, spacingOf, type Vector } from './geometry';
import { openGrid, unpackGrid } from './grid';
import { bytesPer } from './elements';
import type { ImageServices, Picture } from './picture';
import { cutOff, UnreadableImage } from './unreadable';

/** All names that the format has for the types of numbers. */
const types: ReadonlyMap<string, NumberType> = new Map(
  (
    [
      ['int8', 'signed char', 'int8', 'int8_t'],
      ['uint8', 'uchar', 'unsigned char', 'uint8', 'uint8_t'],
      ['int16', 'short', 'short int', 'signed short', 'signed short int', 'int16', 'int16_t'],
      ['uint16', 'ushort', 'unsigned short', 'unsigned short int', 'uint16', 'uint16_t'],
      ['int32', 'int', 'signed int', 'int32', 'int32_t'],
      ['uint32', 'uint', 'unsigned int', 'uint32', 'uint32_t'],
      [
        'int64',
        'longlong',
        'long long',
        'long long int',
        'signed long long',
        'signed long long int',
        'int64',
        'int64_t',
      ],
      ['uint64', 'ulonglong', 'unsigned long long', 'unsigned long long int', 'uint64', 'uint64_t'],
      ['float32', 'float'],
      ['float64', 'double'],
    ] as const
  ).flatMap(([type, ...names]) => names.map((name): [string, NumberType] => [name, type])),
);

/** A header is not longer than this. */
const longest = 2 ** 16;

export function isNrrd(start: Uint8Array): boolean {
  return String.fromCharCode(...start.subarray(0, 7)) === 'NRRD000';
}

/** Opens an NRRD file that holds its own voxels, plain or in gzip. */
export async function openNrrd(source: ByteSource, services: ImageServices): Promise<Picture> {
  const { fields, offset } = readFields(await source.read(0, longest));
  const field = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value !== undefined);
  if (field('data file', 'datafile') !== undefined) {
    throw new UnreadableImage('The voxels of this NRRD file are in a file beside it; save it as one .nrrd file.');
  }
  const typeName = field('type') ?? '';
  const type = types.get(typeName.toLowerCase());
  if (!type) throw new UnreadableImage(`NRRD with voxels of the type ${typeName || '(none)'} is not supported.`);
  const encoding = (field('encoding') ?? '').toLowerCase();
  const packed = encoding === 'gzip' || encoding === 'gz';
  if (!packed && encoding !== 'raw') {
    throw new UnreadableImage(`NRRD with the encoding ${encoding || '(none)'} is not supported; raw and gzip are.`);
  }
  for (const skip of ['line skip', 'lineskip', 'byte skip', 'byteskip']) {
    if (Number(field(skip) ?? 0) !== 0) throw new UnreadableImage(`NRRD with a ${skip} is not supported.`);
  }
  const endian = field('endian')?.toLowerCase();
  if (endian === undefined && bytesPer(type) > 1) {
    throw new UnreadableImage('This NRRD file does not say in which order the bytes of a number stand.');
  }
  const { size, channels, spatial } = shapeOf(field);
  const [width, height, depth, times] = size;
  const grid = {
    format: 'NRRD',
    type,
    littleEndian: endian !== 'big',
    perSlice: width * height * channels,
    slices: depth * times,
    offset: packed ? 0 : offset,
  };
  const readSlice = packed ? await unpackGrid(source, offset, grid, services) : openGrid(source, grid);
  const toPatient = placementOf(field, spatial);
  const spacing = toPatient ? spacingOf(toPatient) : spacingsOf(field('spacings'), spatial);
  return {
    format: packed ? 'NRRD, gzip' : 'NRRD',
    width,
    height,
    depth,
    times,
    channels,
    inverted: false,
    ...(spacing ? { spacing } : {}),
    ...(toPatient ? { toPatient } : {}),
    windows: [],
    notes: [],
    read: async (slice, time = 0) => ({ values: await readSlice(slice + time * depth), slope: 1, intercept: 0 }),
  };
}

function readFields(start: Uint8Array): { fields: Map<string, string>; offset: number } {
  const text = new TextDecoder('latin1').decode(start);
  const end = /\n\r?\n/.exec(text);
  if (!end) throw cutOff('NRRD');
  const fields = new Map<string, string>();
  for (const line of text.slice(0, end.index).split(/\r?\n/).slice(1)) {
    const match = /^([^:#]+):[ =]\s*(.*?)\s*$/.exec(line);
    if (match) fields.set(match[1]!.trim().toLowerCase(), match[2]!);
  }
  return { fields, offset: end.index + end[0].length };
}

type Field = (...names: string[]) => string | undefined;

/** `spatial` is the index of the axis of columns: 1 where colours come first. */
function shapeOf(field: Field): { size: [number, number, number, number]; channels: 1 | 3 | 4; spatial: number } {
  const sizes = (field('sizes') ?? '').split(/\s+/).map(Number);
  if (sizes.length !== Number(field('dimension')) || !sizes.every((n) => Number.isSafeInteger(n) && n > 0)) {
    throw new UnreadableImage('This NRRD file has no valid size in its header.');
  }
  const kinds = (field('kinds') ?? '').toLowerCase().split(/\s+/);
  const colour = /^(rgb|rgba|3-color|4-color)-?(color)?$/.test(kinds[0] ?? '') && (sizes[0] === 3 || sizes[0] === 4);
  const plainKinds = ['space', 'domain', 'time', 'list', 'scalar', '???', 'none', ''];
  const odd = kinds.slice(colour ? 1 : 0).findIndex((kind) => !plainKinds.includes(kind));
  if (odd >= 0) throw new UnreadableImage(`NRRD with an axis of ${kinds[odd + (colour ? 1 : 0)]} is not supported.`);
  // Colours must be bytes: what else there may be has no agreed range.
  const type = types.get((field('type') ?? '').toLowerCase());
  if (colour && type !== 'uint8') throw new UnreadableImage('NRRD with colours that are no bytes is not supported.');
  const spatial = colour ? 1 : 0;
  if (!colour && kinds.findIndex((kind) => kind === 'list' || kind === 'time') === 0) {
    throw new UnreadableImage('NRRD with the times or parts of a voxel side by side is not supported.');
  }
  const [width, height = 1, depth = 1, ...times] = sizes.slice(spatial) as [number, ...number[]];
  const channels = colour ? (sizes[0] as 3 | 4) : 1;
  return { size: [width, height, depth, times.reduce((product, n) => product * n, 1)], channels, spatial };
}

/** Signs that turn the axes of a space towards left, posterior, superior. */
const spaces: ReadonlyMap<string, Vector> = new Map<string, Vector>([
  ['left-posterior-superior', [1, 1, 1]],
  ['lps', [1, 1, 1]],
  ['right-anterior-superior', [-1, -1, 1]],
  ['ras', [-1, -1, 1]],
  ['left-anterior-superior', [1, -1, 1]],
  ['las', [1, -1, 1]],
]);

function placementOf(field: Field, spatial: number): Affine | undefined {
  const signs = spaces.get((field('space') ?? '').toLowerCase());
  const directions = vectorsOf(field('space directions') ?? '').slice(spatial);
  const origin = vectorsOf(field('space origin') ?? '')[0] ?? [0, 0, 0];
  const [columns, rows, slices] = directions;
  if (!signs || !columns || !rows || !slices) return undefined;
  const turn = (v: Vector): Vector => [v[0] * signs[0], v[1] * signs[1], v[2] * signs[2]];
  const affine = { columns: turn(columns), rows: turn(rows), slices: turn(slices), origin: turn(origin) };
  return isPlacement(affine) ? affine : undefined;
}

/** `(1,0,0) none (0,1,0)` */
function vectorsOf(text: string): (Vector | undefined)[] {
  return (text.match(/none|\([^)]*\)/g) ?? []).map((part) => {
    const numbers = part.slice(1, -1).split(',').map(Number);
    return numbers.length === 3 && numbers.every(Number.isFinite) ? (numbers as [number, number, number]) : undefined;
  });
}

function spacingsOf(text: string | undefined, spatial: number): Picture['spacing'] {
  const [x, y, z] = (text ?? '').split(/\s+/).slice(spatial).map(Number);
  if (!(x! > 0) || !(y! > 0)) return undefined;
  return z! > 0 ? { x: x!, y: y!, z: z! } : { x: x!, y: y! };
}
