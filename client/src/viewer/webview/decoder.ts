import type { Frame, WasmCodec } from '../../../../server/src/annotations/images/picture';
import type { PictureInfo, PlaneCut, PlaneView } from './planes';
import type { ReadBeside, ReadByHost, RemoteFile } from './remoteFile';
import { openRemote } from './remoteFile';
import type { Line } from './worker/line';
import { openLine } from './worker/line';
import type { AnswerOf, AskOf, Asks, FileInfo, FittedAnnotations, Needs } from './worker/messages';

/** A file as the page can fetch it. */
export interface Addressed {
  readonly name: string;
  readonly address: string;
}

/** A picture that was opened; its planes are read when they are asked for. */
export interface OpenPicture {
  readonly info: PictureInfo;
  plane(view: PlaneView, index: number, time: number): Promise<Frame>;
  close(): void;
}

/** Opens images and annotations in a worker. All of it rejects with errors whose messages are sentences for the user. */
export interface Decoder {
  /** Starts the worker before there is a question, so that the first picture does not wait for it. */
  prepare(): void;
  /** Settles when nothing is asked of it, and what was asked has been drawn. */
  idle(): Promise<void>;
  /** A file, or the files of a folder. */
  open(files: readonly Addressed[]): Promise<OpenPicture>;
  /** Nothing when the format is not known. */
  annotations(file: Addressed, picture: PictureInfo | undefined): Promise<FittedAnnotations | undefined>;
}

export interface DecoderOptions {
  /** Where the bundle of the worker and the compiled decoders are. */
  readonly base: string;
  readonly readByHost?: ReadByHost;
  readonly readBeside?: ReadBeside;
  /** So long may one step take, without the time in which bytes are fetched, in ms. */
  readonly patience?: number;
}

interface Running {
  readonly line: Line<Asks>;
  /** Something was read for the worker: its time begins anew. */
  touched: number;
  readonly stop: (reason: string) => void;
}

/** A decoder whose worker starts with the first question at the latest, and anew after one that took too long. */
export function createDecoder({ base, readByHost, readBeside, patience = 30_000 }: DecoderOptions): Decoder {
  const files = new Map<number, { readonly file: RemoteFile; readonly address: string }>();
  const wasm = new Map<WasmCodec, Promise<Uint8Array>>();
  const pending = new Set<Promise<unknown>>();
  let running: Promise<Running> | undefined;
  let count = 0;

  /** What is under way, until it has ended. */
  async function during<T>(work: Promise<T>): Promise<T> {
    pending.add(work);
    try {
      return await work;
    } finally {
      pending.delete(work);
    }
  }

  async function start(): Promise<Running> {
    const source = await fetchWhole(new URL('decoder.js', base).href, readByHost);
    if (!source) throw new Error('The decoder of images could not be loaded. Reload the window.');
    const url = URL.createObjectURL(new Blob([source as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
    const worker = new Worker(url);
    URL.revokeObjectURL(url);
    const own: Running = {
      touched: 0,
      line: openLine<Asks, Needs>(
        worker,
        {
          async bytes({ file, from, to }) {
            const found = files.get(file);
            const bytes = found ? await found.file.read(from, to) : new Uint8Array(0);
            own.touched = performance.now();
            return handedOver(bytes);
          },
          async wasm({ codec }) {
            const loading = wasm.get(codec) ?? loadWasm(codec);
            wasm.set(codec, loading);
            loading.catch(() => wasm.delete(codec));
            const bytes = await loading;
            own.touched = performance.now();
            return { value: bytes };
          },
          async beside({ file, path }) {
            const address = files.get(file)?.address;
            const bytes = address === undefined ? undefined : await readBeside?.(address, path);
            own.touched = performance.now();
            return { value: bytes };
          },
        },
        (error) => (error instanceof Error ? error.message : String(error)),
      ),
      stop(reason) {
        worker.terminate();
        running = undefined;
        own.line.end(reason);
      },
    };
    worker.addEventListener('error', () => own.stop('The decoder of images broke on this file.'));
    return own;
  }

  async function loadWasm(codec: WasmCodec): Promise<Uint8Array> {
    const bytes = await fetchWhole(new URL(`${codec}.wasm`, base).href, readByHost);
    if (!bytes) throw new Error('The decoder for this file could not be loaded.');
    return bytes;
  }

  /** Asks, and stops the worker when it has done nothing but compute for too long. */
  async function ask<K extends keyof Asks>(worker: Running, type: K, what: AskOf<Asks, K>): Promise<AnswerOf<Asks, K>> {
    worker.touched = performance.now();
    const timer = setInterval(
      () => {
        if (performance.now() - worker.touched < patience) return;
        worker.stop(`Reading this file took longer than ${Math.round(patience / 1000)} seconds, and was stopped.`);
      },
      Math.min(1000, patience),
    );
    try {
      return await worker.line.ask(type, what);
    } finally {
      clearInterval(timer);
    }
  }

  async function add({ name, address }: Addressed): Promise<FileInfo> {
    const file = await openRemote({ name, address }, readByHost);
    if (!file) throw new Error(`The file ${name} is not there, or cannot be read.`);
    const id = count++;
    files.set(id, { file, address });
    return { id, name, size: file.size };
  }

  function current(): Promise<Running> {
    running ??= start().catch((error) => {
      running = undefined;
      throw error;
    });
    return running;
  }

  async function open(addressed: readonly Addressed[]): Promise<OpenPicture> {
    const opened: FileInfo[] = [];
    // A folder may hold hundreds of files: a few at once.
    for (let i = 0; i < addressed.length; i += 8) {
      opened.push(...(await Promise.all(addressed.slice(i, i + 8).map(add))));
    }
    const picture = count++;
    const forget = () => opened.forEach(({ id }) => files.delete(id));
    let worker: Running;
    let info: PictureInfo;
    try {
      worker = await current();
      info = await ask(worker, 'open', { picture, files: opened });
    } catch (error) {
      forget();
      throw error;
    }
    async function plane(cut: PlaneCut, index: number, time: number): Promise<Frame> {
      const now = await current();
      // After a worker was stopped, the next one knows nothing.
      if (now !== worker) await ask(now, 'open', { picture, files: opened });
      worker = now;
      return ask(now, 'plane', { picture, cut, index, time });
    }
    return {
      info,
      plane: ({ across, down, through, acrossReversed, downReversed }, index, time) =>
        during(plane({ across, down, through, acrossReversed, downReversed }, index, time)),
      close() {
        forget();
        void current().then((now) => now === worker && now.line.ask('close', { picture }));
      },
    };
  }

  async function annotations(
    addressed: Addressed,
    picture: PictureInfo | undefined,
  ): Promise<FittedAnnotations | undefined> {
    const file = await add(addressed);
    try {
      return await ask(await current(), 'annotations', { file, picture });
    } finally {
      files.delete(file.id);
    }
  }

  return {
    open: (addressed) => during(open(addressed)),
    annotations: (addressed, picture) => during(annotations(addressed, picture)),
    // What goes wrong is told to the first question.
    prepare: () => void current().catch(() => undefined),
    async idle() {
      do {
        await Promise.allSettled(pending);
        await new Promise(requestAnimationFrame);
      } while (pending.size > 0);
    },
  };
}

/** Bytes that share no memory with what is kept go without a copy. */
function handedOver(bytes: Uint8Array): { value: Uint8Array; transfer: Transferable[] } {
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  return { value: own, transfer: [own.buffer as ArrayBuffer] };
}

async function fetchWhole(address: string, byHost: ReadByHost | undefined): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(address);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch {
    // The host may still be able to read it.
  }
  return byHost?.(address);
}
