import type { ByteSource } from './byteSource';
import { bytesInWords, cutOff, UnreadableImage } from './unreadable';

/** `deflate` is that with a zlib header. */
export type Packing = 'gzip' | 'deflate' | 'deflate-raw';

const step = 2 ** 20;

/** Deflate makes nothing smaller than to this part of it. */
const densest = 1032;

/** Unpacks from a place on, in pieces as they come. What is not asked for is not unpacked. */
async function* pieces(source: ByteSource, from: number, packing: Packing, format: string): AsyncGenerator<Uint8Array> {
  let at = from;
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (at >= source.size) return controller.close();
      const bytes = await source.read(at, Math.min(at + step, source.size));
      if (bytes.length === 0) return controller.error(cutOff(format));
      at += bytes.length;
      controller.enqueue(bytes as Uint8Array<ArrayBuffer>);
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream(packing)).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw error instanceof UnreadableImage ? error : cutOff(format);
  } finally {
    // The stream may have failed already, which was told above.
    await reader.cancel().catch(() => undefined);
  }
}

/** The first bytes of what is packed: `count`, or fewer where there are not more. */
export async function unpackStart(
  source: ByteSource,
  packing: Packing,
  count: number,
  format: string,
): Promise<Uint8Array> {
  const out = new Uint8Array(count);
  const filled = await fill(out, source, 0, packing, format);
  return out.subarray(0, filled);
}

/** Unpacks exactly so many bytes, and no more of what follows. `size` is what the file itself says of its content. */
export async function unpackExactly(
  source: ByteSource,
  from: number,
  packing: Packing,
  size: number,
  format: string,
  limit: number,
): Promise<Uint8Array> {
  refuseOver(size, limit, format);
  if (size > (source.size - from) * densest) throw cutOff(format);
  const out = new Uint8Array(size);
  if ((await fill(out, source, from, packing, format)) < size) throw cutOff(format);
  return out;
}

async function fill(
  out: Uint8Array,
  source: ByteSource,
  from: number,
  packing: Packing,
  format: string,
): Promise<number> {
  let filled = 0;
  for await (const piece of pieces(source, from, packing, format)) {
    const part = piece.subarray(0, out.length - filled);
    out.set(part, filled);
    filled += part.length;
    if (filled === out.length) break;
  }
  return filled;
}

/** Unpacks all from a place on, `prefix` before it. Refuses what becomes larger than the limit. */
export async function unpackAll(
  source: ByteSource,
  from: number,
  packing: Packing,
  format: string,
  limit: number,
  prefix: Uint8Array = new Uint8Array(0),
): Promise<Uint8Array> {
  const parts = [prefix];
  let size = prefix.length;
  for await (const piece of pieces(source, from, packing, format)) {
    size += piece.length;
    refuseOver(size, limit, format);
    parts.push(piece);
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** How many bytes packed data becomes. Refuses more than the limit. */
export async function unpackedSize(
  source: ByteSource,
  packing: Packing,
  format: string,
  limit: number,
): Promise<number> {
  let size = 0;
  for await (const piece of pieces(source, 0, packing, format)) refuseOver((size += piece.length), limit, format);
  return size;
}

/** Refuses what would take more memory than there is for one image. */
export function refuseOver(size: number, limit: number, format: string): void {
  if (size <= limit) return;
  const most = bytesInWords(limit);
  throw new UnreadableImage(`This ${format} file unpacks to more than ${most}, which is too much for a preview.`);
}
