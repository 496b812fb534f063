/** What the core needs of a file system. Files are named by URI (`file:///…`, `vscode-vfs://…`), with `/`. */
export interface FileSystem {
  /** The bytes of a file; nothing when there is no such file. Rejects when it is there and cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** What stands at a URI; nothing when nothing does. `size` in bytes. */
  stat(uri: string): Promise<FileStat | undefined>;
  /** Names in a folder, in no order; empty when there is no such folder. */
  list(uri: string): Promise<readonly FolderEntry[]>;
}

export interface FileStat {
  readonly type: 'file' | 'folder';
  readonly size: number;
  /** When it last changed, in milliseconds since 1970; absent where that is not known. */
  readonly changed?: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder';
}
