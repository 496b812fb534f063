import type { Values } from './picture';

/** How a number of a grid of values is stored. 64-bit integers become doubles. */
export type NumberType =
  'uint8' | 'int8' | 'uint16' | 'int16' | 'uint32' | 'int32' | 'uint64' | 'int64' | 'float32' | 'float64';

const bytesOf: Readonly<Record<NumberType, number>> = {
  uint8: 1,
  int8: 1,
  uint16: 2,
  int16: 2,
  uint32: 4,
  int32: 4,
  uint64: 8,
  int64: 8,
  float32: 4,
  float64: 8,
};

/** Bytes of one number. */
export function bytesPer(type: NumberType): number {
  return bytesOf[type];
}

const hostIsLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/**
 * The numbers in these bytes, whose length is a multiple of the size of one. They share the memory of the bytes where they
 * stand in it as the machine wants them.
 */
export function toValues(bytes: Uint8Array, type: NumberType, littleEndian: boolean): Values {
  const size = bytesOf[type];
  if (type === 'uint64' || type === 'int64') return wide(bytes, type, littleEndian);
  let own = bytes;
  if (size > 1 && littleEndian !== hostIsLittle) own = swapped(bytes, size);
  else if (own.byteOffset % size !== 0) own = own.slice();
  const { buffer, byteOffset } = own;
  const count = own.length / size;
  switch (type) {
    case 'uint8':
      return own;
    case 'int8':
      return new Int8Array(buffer, byteOffset, count);
    case 'uint16':
      return new Uint16Array(buffer, byteOffset, count);
    case 'int16':
      return new Int16Array(buffer, byteOffset, count);
    case 'uint32':
      return new Uint32Array(buffer, byteOffset, count);
    case 'int32':
      return new Int32Array(buffer, byteOffset, count);
    case 'float32':
      return new Float32Array(buffer, byteOffset, count);
    case 'float64':
      return new Float64Array(buffer, byteOffset, count);
  }
}

function swapped(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  const last = size - 1;
  for (let at = 0; at < bytes.length; at += size) {
    for (let i = 0; i < size; i++) out[at + i] = bytes[at + last - i]!;
  }
  return out;
}

/** Doubles hold integers up to 2^53 exactly, more than any image has. */
function wide(bytes: Uint8Array, type: 'uint64' | 'int64', littleEndian: boolean): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Float64Array(bytes.length / 8);
  for (let i = 0; i < out.length; i++) {
    const value = type === 'int64' ? view.getBigInt64(i * 8, littleEndian) : view.getBigUint64(i * 8, littleEndian);
    out[i] = Number(value);
  }
  return out;
}
