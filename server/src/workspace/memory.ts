import type { FileStat, FileSystem, FolderEntry } from './fileSystem';

/** A file system over texts and bytes by URI: for tests, and for versions that are held in memory. */
export function createMemoryFileSystem(files: Readonly<Record<string, string | Uint8Array>>): FileSystem {
  const all = new Map(Object.entries(files));
  const bytesOf = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const below = (folder: string) => (folder.endsWith('/') ? folder : `${folder}/`);

  return {
    async read(uri) {
      const content = all.get(uri);
      return content === undefined ? undefined : bytesOf(content);
    },
    async stat(uri): Promise<FileStat | undefined> {
      const content = all.get(uri);
      if (content !== undefined) return { type: 'file', size: bytesOf(content).length };
      return [...all.keys()].some((key) => key.startsWith(below(uri))) ? { type: 'folder', size: 0 } : undefined;
    },
    async list(uri): Promise<FolderEntry[]> {
      const entries = new Map<string, FolderEntry>();
      for (const key of all.keys()) {
        if (!key.startsWith(below(uri))) continue;
        const [name = '', ...rest] = key.slice(below(uri).length).split('/');
        entries.set(name, { name: decodeURIComponent(name), type: rest.length > 0 ? 'folder' : 'file' });
      }
      return [...entries.values()];
    },
  };
}
