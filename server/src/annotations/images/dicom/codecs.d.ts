/** The parts that are used of the decoders that Emscripten made: objects that live in the memory of the module. */
interface FrameInfo {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: number;
  readonly isSigned: boolean;
}

interface WasmDecoder {
  getEncodedBuffer(length: number): Uint8Array;
  getDecodedBuffer(): Uint8Array;
  decode(): void;
  getFrameInfo(): FrameInfo;
  delete(): void;
}

interface ModuleOptions {
  readonly wasmBinary: Uint8Array;
  readonly print: (text: string) => void;
  readonly printErr: (text: string) => void;
}

declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  export default function create(options: ModuleOptions): Promise<{ J2KDecoder: new () => WasmDecoder }>;
}

declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  export default function create(options: ModuleOptions): Promise<{ JpegLSDecoder: new () => WasmDecoder }>;
}

declare module '@cornerstonejs/codec-openjph/wasmjs' {
  export default function create(options: ModuleOptions): Promise<{ HTJ2KDecoder: new () => WasmDecoder }>;
}

declare module 'jpeg-lossless-decoder-js' {
  export class Decoder {
    /** Decodes `length` bytes from `offset` on, to `bytes` (1 or 2) a value. Throws. */
    decode(buffer: ArrayBufferLike, offset: number, length: number, bytes: number): Uint8Array | Uint16Array;
    /** The row at which decoding ended, from 0. */
    readonly yLoc: number;
  }
}
