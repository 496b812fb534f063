import type { FileSystem } from './fileSystem';

/** Files of up to so many bytes are kept, and so many bytes of them in all. */
const largestKept = 4 * 1024 * 1024;
const mostKept = 32 * 1024 * 1024;

/** A file system that keeps small files it has read: the same bytes, the same object, as long as size and time are. */
export interface KeptFiles extends FileSystem {
  forget(): void;
}

export function keepFiles(fileSystem: FileSystem): KeptFiles {
  const kept = new Map<string, { readonly changed: number; readonly bytes: Uint8Array }>();
  let size = 0;

  function keep(uri: string, changed: number, bytes: Uint8Array): void {
    kept.set(uri, { changed, bytes });
    size += bytes.length;
    for (const [oldest, { bytes: old }] of kept) {
      if (size <= mostKept) break;
      kept.delete(oldest);
      size -= old.length;
    }
  }

  return {
    ...fileSystem,
    async read(uri) {
      const stat = await fileSystem.stat(uri);
      const known = kept.get(uri);
      if (known && known.changed === stat?.changed && known.bytes.length === stat.size) return known.bytes;
      if (known) {
        kept.delete(uri);
        size -= known.bytes.length;
      }
      const bytes = await fileSystem.read(uri);
      if (bytes && stat?.changed !== undefined && bytes.length <= largestKept && !kept.has(uri)) {
        keep(uri, stat.changed, bytes);
      }
      return bytes;
    },
    forget() {
      kept.clear();
      size = 0;
    },
  };
}
