import { toValues } from '../elements';
import type { Values } from '../picture';
import type { PixelShape } from './shape';

/** One byte a value, of bits that follow one another from the lowest of a byte on; `from` counts bits. */
export function unpackBits(bytes: Uint8Array, from: number, count: number): Uint8Array {
  const out = new Uint8Array(count);
  for (let i = 0, bit = from; i < count; i++, bit++) out[i] = (bytes[bit >> 3]! >> (bit & 7)) & 1;
  return out;
}

/** The values in the bytes of an uncompressed frame. */
export function storedValues(bytes: Uint8Array, shape: PixelShape, littleEndian: boolean): Values {
  const type = shape.allocated === 8 ? 'uint8' : shape.allocated === 16 ? 'uint16' : 'uint32';
  return counted(toValues(bytes, type, littleEndian), shape, shape.high);
}

/**
 * Values of which only the stored bits count, up to bit `high`: others may hold overlays, or repeat the sign. Signed ones
 * get their sign.
 */
export function counted(values: Values, { stored, signed }: PixelShape, high = stored - 1): Values {
  const width = values.BYTES_PER_ELEMENT * 8;
  if (stored >= width) return signed ? asSigned(values) : values;
  const [up, down] = [31 - high, 32 - stored];
  const out = signed ? emptySigned(values) : emptyUnsigned(values);
  if (signed) for (let i = 0; i < values.length; i++) out[i] = (values[i]! << up) >> down;
  else for (let i = 0; i < values.length; i++) out[i] = (values[i]! << up) >>> down;
  return out;
}

function asSigned(values: Values): Values {
  const { buffer, byteOffset, length } = values;
  if (values instanceof Uint8Array) return new Int8Array(buffer, byteOffset, length);
  if (values instanceof Uint16Array) return new Int16Array(buffer, byteOffset, length);
  if (values instanceof Uint32Array) return new Int32Array(buffer, byteOffset, length);
  return values;
}

function emptySigned({ BYTES_PER_ELEMENT, length }: Values): Values {
  if (BYTES_PER_ELEMENT === 1) return new Int8Array(length);
  return BYTES_PER_ELEMENT === 2 ? new Int16Array(length) : new Int32Array(length);
}

function emptyUnsigned({ BYTES_PER_ELEMENT, length }: Values): Values {
  if (BYTES_PER_ELEMENT === 1) return new Uint8Array(length);
  return BYTES_PER_ELEMENT === 2 ? new Uint16Array(length) : new Uint32Array(length);
}
