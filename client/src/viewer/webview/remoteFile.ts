import type { Addressed } from './decoder';

/** A file that the page can fetch, in parts where the host gives parts. */
export interface RemoteFile {
  /** In bytes. */
  readonly size: number;
  /** The bytes from `from` to `to` (exclusive); fewer where the file ends before. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** Reads a file by the host, where it cannot be fetched; nothing when it is not there. */
export type ReadByHost = (address: string) => Promise<Uint8Array | undefined>;

/** Reads a file by its path from another, by the host, which knows where links lead; nothing when it is not there. */
export type ReadBeside = (address: string, path: string) => Promise<Uint8Array | undefined>;

/** So many bytes of a file are read when it is opened: most headers are shorter. */
export const readAtFirst = 2 ** 20;

/** Opens a file by its start, which also tells its size. Nothing when it is not there, or may not be read. */
export async function openRemote({ address }: Addressed, byHost?: ReadByHost): Promise<RemoteFile | undefined> {
  const start = await fetchRange(address, 0, readAtFirst);
  if (start === undefined || start === 'refused') {
    const bytes = await byHost?.(address);
    return bytes && inMemory(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  }
  if (start.whole) return inMemory(start.whole);
  const first = start.part;
  return {
    size: start.size,
    async read(from, to) {
      if (to <= first.length) return first.slice(from, to);
      const range = await fetchRange(address, from, Math.min(Math.max(to, from + 1), start.size));
      if (range === undefined || range === 'refused') return new Uint8Array(0);
      const bytes = range.part ?? new Uint8Array(await range.whole.slice(from, to).arrayBuffer());
      return bytes.subarray(0, to - from);
    },
  };
}

function inMemory(blob: Blob): RemoteFile {
  return {
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
}

type Fetched =
  | { readonly whole: Blob; readonly part?: undefined; readonly size?: undefined }
  | { readonly whole?: undefined; readonly part: Uint8Array; readonly size: number };

/** A host that knows no ranges answers with the whole file. */
async function fetchRange(address: string, from: number, to: number): Promise<Fetched | 'refused' | undefined> {
  try {
    const response = await fetch(address, { headers: { Range: `bytes=${from}-${to - 1}` } });
    if (response.status === 416 && from === 0) return { whole: new Blob([]) };
    if (!response.ok) return 'refused';
    const size = Number(/\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1]);
    // A whole file may be large: the browser keeps it where it likes.
    if (response.status !== 206 || !(size >= 0)) return { whole: await response.blob() };
    return { part: new Uint8Array(await response.arrayBuffer()), size };
  } catch {
    return undefined;
  }
}
