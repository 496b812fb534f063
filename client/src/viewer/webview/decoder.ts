import type { Frame, WasmCodec } from '../../../../server/src/annotations/images/picture';
import type { PictureInfo, PlaneCut, PlaneView } from './planes';
import type { ReadBeside, ReadByHost, RemoteFile } from './remoteFile';
import { openRemote, readAtFirst } from './remoteFile';
import type { Answers } from './worker/line';
import type { AnnotationAsks, FileInfo, FittedAnnotations, Needs, PictureAsks } from './worker/messages';
import type { Running } from './workers';
import { createWorkers } from './workers';

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

/** Opens images and annotations in workers. All of it rejects with errors whose messages are sentences for the user. */
export interface Decoder {
  /** Starts the worker of pictures before there is a question, so that the first picture does not wait for it. */
  prepare(): void;
  /** Settles when nothing is asked of it, and what was asked has been drawn. */
  idle(): Promise<void>;
  /** A file, or the files of a folder. */
  open(files: readonly Addressed[]): Promise<OpenPicture>;
  /**
   * Nothing when the format is not known. The file is fetched while the picture is still being opened. `late` is called when
   * the picture is there, and the file is so large that its annotations will come later.
   */
  annotations(
    file: Addressed,
    picture: Promise<PictureInfo | undefined>,
    late?: () => void,
  ): Promise<FittedAnnotations | undefined>;
}

export interface DecoderOptions {
  /** Where the bundles of the workers and the compiled decoders are. */
  readonly base: string;
  readonly readByHost?: ReadByHost;
  readonly readBeside?: ReadBeside;
  /** So long may one step take, without the time in which bytes are fetched, in ms. */
  readonly patience?: number;
}

/** A decoder whose workers start with the first question that needs them, and anew after one that took too long. */
export function createDecoder({ base, readByHost, readBeside, patience = 30_000 }: DecoderOptions): Decoder {
  const files = new Map<number, { readonly file: RemoteFile; readonly address: string }>();
  const wasm = new Map<WasmCodec, Promise<Uint8Array>>();
  const pending = new Set<Promise<unknown>>();
  let count = 0;

  const answers: Answers<Needs> = {
    async bytes({ file, from, to }) {
      const found = files.get(file);
      return handedOver(found ? await found.file.read(from, to) : new Uint8Array(0));
    },
    async wasm({ codec }) {
      const loading = wasm.get(codec) ?? loadWasm(codec);
      wasm.set(codec, loading);
      loading.catch(() => wasm.delete(codec));
      return { value: await loading };
    },
    async beside({ file, path }) {
      const address = files.get(file)?.address;
      return { value: address === undefined ? undefined : await readBeside?.(address, path) };
    },
  };
  const load = (name: string) => fetchWhole(new URL(name, base).href, readByHost);
  const withScript = (script: string) => ({ load: () => load(script), answers, patience });
  const mostPictures = createWorkers<PictureAsks>(withScript('decoder.js'));
  const allPictures = createWorkers<PictureAsks>(withScript('allDecoders.js'));
  const annotationReader = createWorkers<AnnotationAsks>(withScript('annotations.js'));

  /** What is under way, until it has ended. */
  async function during<T>(work: Promise<T>): Promise<T> {
    pending.add(work);
    try {
      return await work;
    } finally {
      pending.delete(work);
    }
  }

  async function loadWasm(codec: WasmCodec): Promise<Uint8Array> {
    const bytes = await load(`${codec}.wasm`);
    if (!bytes) throw new Error('The decoder for this file could not be loaded.');
    return bytes;
  }

  async function add({ name, address }: Addressed): Promise<FileInfo> {
    const file = await openRemote({ name, address }, readByHost);
    if (!file) throw new Error(`The file ${name} is not there, or cannot be read.`);
    const id = count++;
    files.set(id, { file, address });
    return { id, name, size: file.size };
  }

  async function open(addressed: readonly Addressed[]): Promise<OpenPicture> {
    const opened: FileInfo[] = [];
    // A folder may hold hundreds of files: a few at once.
    for (let i = 0; i < addressed.length; i += 8) {
      opened.push(...(await Promise.all(addressed.slice(i, i + 8).map(add))));
    }
    const picture = count++;
    const forget = () => opened.forEach(({ id }) => files.delete(id));
    let workers = mostPictures;
    /** By the worker: after one was stopped, the next knows nothing. */
    const openings = new Map<Running<PictureAsks>, ReturnType<typeof openIn>>();

    function openIn(worker: Running<PictureAsks>) {
      return workers.ask(worker, 'open', { picture, files: opened });
    }

    async function openNow(): Promise<{ worker: Running<PictureAsks>; info: PictureInfo }> {
      const worker = await workers.current();
      const opening = openings.get(worker) ?? openIn(worker);
      openings.set(worker, opening);
      const info = await opening;
      if (info !== 'elsewhere') return { worker, info };
      workers = allPictures;
      return openNow();
    }

    async function plane(cut: PlaneCut, index: number, time: number): Promise<Frame> {
      const { worker } = await openNow();
      const frame = await workers.ask(worker, 'plane', { picture, cut, index, time });
      if (frame !== 'elsewhere') return frame;
      workers = allPictures;
      return plane(cut, index, time);
    }

    try {
      const { info } = await openNow();
      return {
        info,
        plane: ({ across, down, through, acrossReversed, downReversed }, index, time) =>
          during(plane({ across, down, through, acrossReversed, downReversed }, index, time)),
        close() {
          forget();
          for (const worker of openings.keys()) void worker.line.ask('close', { picture }).catch(() => undefined);
        },
      };
    } catch (error) {
      forget();
      throw error;
    }
  }

  async function annotations(
    addressed: Addressed,
    picture: Promise<PictureInfo | undefined>,
    late?: () => void,
  ): Promise<FittedAnnotations | undefined> {
    const [worker, file, info] = await Promise.all([annotationReader.current(), add(addressed), picture]);
    if (file.size > readAtFirst) late?.();
    try {
      return await annotationReader.ask(worker, 'annotations', { file, picture: info });
    } finally {
      files.delete(file.id);
    }
  }

  return {
    open: (addressed) => during(open(addressed)),
    annotations: (addressed, picture, late) => during(annotations(addressed, picture, late)),
    // What goes wrong is told to the first question.
    prepare: () => void mostPictures.current().catch(() => undefined),
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
