/** Bytes that can be read in parts: a file, a blob, ranges of a resource, memory. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** The bytes from `from` (0-based) to `to` (exclusive); fewer where the source ends before. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** Bytes in memory. What is read shares their memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}

/** A file that a browser holds, such as the body of an answer. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
}

/** All bytes of a source. */
export function readAll(source: ByteSource): Promise<Uint8Array> {
  return source.read(0, source.size);
}
