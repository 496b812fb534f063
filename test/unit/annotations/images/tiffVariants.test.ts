import { encode as encodeJpeg } from 'jpeg-js';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { concat, numbers, open } from './files';

/** Values of tags; several where a tag has them. */
type Tags = Readonly<Record<number, number | readonly number[]>>;

/** A TIFF of one page, 4 × 2 pixels unless its tags say otherwise, whose parts (strips, tiles) are `data`. */
function tiff(tags: Tags, ...data: readonly Uint8Array[]): Uint8Array {
  const isTiled = 322 in tags;
  const all: Tags = {
    256: 4,
    257: 2,
    258: 8,
    259: 1,
    262: 1,
    277: 1,
    278: 2,
    [isTiled ? 324 : 273]: data.map(() => 0),
    [isTiled ? 325 : 279]: data.map((part) => part.length),
    ...tags,
  };
  const list = Object.entries(all).map(([tag, value]) => ({ tag: Number(tag), values: [value].flat() }));
  let at = 8 + 2 + list.length * 12 + 4;
  const placed = list.map(({ tag, values }) => {
    const outside = values.length > 1 ? at : undefined;
    if (outside !== undefined) at += values.length * 4;
    return { tag, values, outside };
  });
  const offsets = data.map((part) => {
    at += part.length;
    return at - part.length;
  });
  const valuesOf = ({ tag, values }: { tag: number; values: readonly number[] }) =>
    tag === (isTiled ? 324 : 273) ? offsets : values;
  const entries = placed.map((one) => {
    const values = valuesOf(one);
    return concat(numbers([one.tag, 4], 2), numbers([values.length, one.outside ?? values[0]!], 4));
  });
  const outside = placed.filter((one) => one.outside !== undefined).map((one) => numbers(valuesOf(one), 4));
  const start = concat(new TextEncoder().encode('II'), numbers([42], 2), numbers([8], 4), numbers([list.length], 2));
  return concat(start, ...entries, numbers([0], 4), ...outside, ...data);
}

async function valuesOf(file: Uint8Array): Promise<number[]> {
  return [...(await (await open(file)).read(0)).values];
}

const grey = [0, 10, 20, 30, 40, 50, 60, 255];
const bytes = Uint8Array.from(grey);

/** Runs are left out: pieces are copied as they are. */
function packBits(data: Uint8Array): Uint8Array {
  return concat(new Uint8Array([data.length - 1]), data);
}

/** Codes of nine bits, with no use made of what came before. */
function lzw(data: Uint8Array): Uint8Array {
  const bits = [256, ...data, 257].map((code) => code.toString(2).padStart(9, '0')).join('');
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
  return Uint8Array.from(padded.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
}

describe('variants of TIFF', () => {
  it.each([
    ['deflate', 8, new Uint8Array(deflateSync(bytes))],
    ['deflate, as it was once', 32946, new Uint8Array(deflateSync(bytes))],
    ['PackBits', 32773, packBits(bytes)],
    ['LZW', 5, lzw(bytes)],
  ])('are packed: %s', async (_name, compression, data) => {
    expect(await valuesOf(tiff({ 259: compression }, data))).toEqual(grey);
  });

  it('store differences', async () => {
    const differences = [0, 10, 10, 10, 40, 10, 10, 195];
    expect(await valuesOf(tiff({ 317: 2, 259: 8 }, new Uint8Array(deflateSync(Uint8Array.from(differences)))))).toEqual(
      grey,
    );
  });

  it('are in strips and tiles', async () => {
    expect(await valuesOf(tiff({ 278: 1 }, bytes.subarray(0, 4), bytes.subarray(4)))).toEqual(grey);
    const tile = new Uint8Array(256);
    tile.set(bytes.subarray(0, 4));
    tile.set(bytes.subarray(4), 16);
    expect(await valuesOf(tiff({ 322: 16, 323: 16 }, tile))).toEqual(grey);
  });

  it.each([
    ['1 bit', { 258: 1 }, [0b0110_0000, 0b1001_0000], [0, 1, 1, 0, 1, 0, 0, 1]],
    ['4 bits', { 258: 4 }, [0x01, 0x23, 0x45, 0x6f], [0, 1, 2, 3, 4, 5, 6, 15]],
    ['signed', { 258: 8, 339: 2 }, [0, 255, 254, 3, 4, 5, 6, 128], [0, -1, -2, 3, 4, 5, 6, -128]],
  ] as [string, Tags, number[], number[]][])('hold numbers of %s', async (_name, tags, data, values) => {
    expect(await valuesOf(tiff(tags, Uint8Array.from(data)))).toEqual(values);
  });

  it('hold floating numbers', async () => {
    const floats = [0.5, -1, 2, 3, 4, 5, 6, 1e6];
    const data = new Uint8Array(Float32Array.from(floats).buffer);
    expect(await valuesOf(tiff({ 258: 32, 339: 3 }, data))).toEqual(floats);
  });

  it('are indices of a palette', async () => {
    const map = Array.from({ length: 3 * 256 }, (_, i) => (i < 256 ? i * 256 : i < 512 ? 0 : (255 - (i - 512)) * 256));
    const picture = await open(tiff({ 262: 3, 320: map }, bytes));
    expect(picture.channels).toBe(3);
    expect([...(await picture.read(0)).values].slice(0, 6)).toEqual([0, 0, 255, 10, 0, 245]);
  });

  it('have colours plane by plane, with opacity, and of printing inks', async () => {
    const planes = [1, 2, 3].map((value) => new Uint8Array(8).fill(value));
    const planar = await open(tiff({ 258: [8, 8, 8], 262: 2, 277: 3, 284: 2 }, ...planes));
    expect([...(await planar.read(0)).values].slice(0, 6)).toEqual([1, 2, 3, 1, 2, 3]);
    const rgba = await open(tiff({ 258: [8, 8, 8, 8], 262: 2, 277: 4, 338: 2 }, new Uint8Array(32).fill(7)));
    expect(rgba.channels).toBe(4);
    const inks = Uint8Array.from({ length: 32 }, (_, i) => [0, 255, 0, 0][i % 4]!);
    const cmyk = await open(tiff({ 258: [8, 8, 8, 8], 262: 5, 277: 4 }, inks));
    const [red, green, blue] = (await cmyk.read(0)).values;
    expect([red! > 250, green, blue! > 250]).toEqual([true, 0, true]);
  });

  it('hold JPEG', async () => {
    const rgba = Uint8Array.from({ length: 8 * 8 * 4 }, (_, i) => [200, 60, 20, 255][i % 4]!);
    const jpeg = new Uint8Array(encodeJpeg({ width: 8, height: 8, data: rgba }, 95).data);
    const picture = await open(tiff({ 256: 8, 257: 8, 278: 8, 258: [8, 8, 8], 259: 7, 262: 6, 277: 3 }, jpeg));
    const [red, green, blue] = (await picture.read(0)).values;
    expect([red! > 190, green! < 75, blue! < 35]).toEqual([true, true, true]);
  });

  it.each([
    ['TIFF with fax compression is not supported.', { 258: 1, 259: 4 }],
    ['TIFF with JPEG 2000 is not supported.', { 259: 34712 }],
    ['TIFF with compression 65000 is not supported.', { 259: 65000 }],
    ['TIFF with colours of 32 bits is not supported; 8 and 16 are.', { 258: [32, 32, 32], 262: 2, 277: 3 }],
    ['TIFF with 3 values a pixel that are no colours is not supported.', { 258: [8, 8, 8], 277: 3 }],
  ] as [string, Tags][])('are refused by name: %s', async (sentence, tags) => {
    await expect(open(tiff(tags, new Uint8Array(96)))).rejects.toThrow(sentence);
  });

  it('unpack no more than their pixels take', async () => {
    const bomb = new Uint8Array(deflateSync(new Uint8Array(300_000_000)));
    expect(await valuesOf(tiff({ 259: 8 }, bomb))).toEqual(grey.map(() => 0));
  });

  it('have no tiles larger than any image', async () => {
    const picture = await open(tiff({ 259: 8, 322: 65_520, 323: 65_520 }, new Uint8Array(deflateSync(bytes))));
    await expect(picture.read(0)).rejects.toThrow('This TIFF file unpacks to more than 1.1 GB');
  });
});
