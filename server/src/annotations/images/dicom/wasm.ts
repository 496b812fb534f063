import type { ImageServices, Values, WasmCodec } from '../picture';
import { cutOff, UnreadableImage } from '../unreadable';

/** What came out of a decoder: as many values as the codestream says, the values of a pixel side by side. */
export interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly values: Values;
}

/** Decodes one frame. */
export type WasmDecode = (packed: Uint8Array) => Promise<Decoded>;

/** How to make a decoder object of each module. The scripts are loaded when they are needed, as their modules are. */
const makers: Readonly<Record<WasmCodec, (options: ModuleOptions) => Promise<() => WasmDecoder>>> = {
  async openjpeg(options) {
    const { default: create } = await import('@cornerstonejs/codec-openjpeg/decodewasmjs');
    const { J2KDecoder } = await create(options);
    return () => new J2KDecoder();
  },
  async charls(options) {
    const { default: create } = await import('@cornerstonejs/codec-charls/decodewasmjs');
    const { JpegLSDecoder } = await create(options);
    return () => new JpegLSDecoder();
  },
  async openjph(options) {
    const { default: create } = await import('@cornerstonejs/codec-openjph/wasmjs');
    const { HTJ2KDecoder } = await create(options);
    return () => new HTJ2KDecoder();
  },
};

/** A decoder whose module is made with the first frame, and anew after a frame on which it broke. */
export function wasmDecoder(codec: WasmCodec, { loadWasm }: ImageServices): WasmDecode {
  const quiet = () => undefined;
  let made: Promise<() => WasmDecoder> | undefined;
  return async (packed) => {
    made ??= loadWasm(codec).then((wasmBinary) => makers[codec]({ wasmBinary, print: quiet, printErr: quiet }));
    const make = await made.catch(() => {
      made = undefined;
      throw new UnreadableImage('The decoder for this DICOM file could not be loaded.');
    });
    try {
      return decode(make(), packed);
    } catch {
      made = undefined;
      throw cutOff('DICOM');
    }
  };
}

function decode(decoder: WasmDecoder, packed: Uint8Array): Decoded {
  decoder.getEncodedBuffer(packed.length).set(packed);
  decoder.decode();
  const { width, height, componentCount, bitsPerSample } = decoder.getFrameInfo();
  // A copy: the memory of the module is used again for the next frame.
  const bytes = Uint8Array.from(decoder.getDecodedBuffer());
  decoder.delete();
  const count = width * height * componentCount;
  const values = bitsPerSample <= 8 ? bytes : new Uint16Array(bytes.buffer, 0, bytes.length >> 1);
  if (count === 0 || values.length < count) throw cutOff('DICOM');
  return { width, height, components: componentCount, values: values.subarray(0, count) };
}
