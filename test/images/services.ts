import { open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ByteSource } from '../../server/src/annotations/images/byteSource';
import { defaultLimits, type ImageServices, type WasmCodec } from '../../server/src/annotations/images/picture';

const { resolve } = createRequire(import.meta.url);

const modules: Readonly<Record<WasmCodec, string>> = {
  openjpeg: '@cornerstonejs/codec-openjpeg/decodewasm',
  charls: '@cornerstonejs/codec-charls/decodewasm',
  openjph: '@cornerstonejs/codec-openjph/wasm',
};

/** What readers need, in Node: decoders from the packages, no browser. */
export const nodeServices: ImageServices = {
  limits: defaultLimits,
  loadWasm: (codec) => readFile(resolve(modules[codec])),
};

/** A file on disk, of which only what is asked for is read. */
export async function fileSource(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    size,
    async read(from, to) {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}
