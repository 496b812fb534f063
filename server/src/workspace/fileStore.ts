import { parseYaml } from '../yaml/parseDocument';
import type { YamlDocument } from '../yaml/document';
import type { TextChange } from '../yaml/position';
import { decodeText } from './decode';
import type { FileSystem } from './fileSystem';

/** A parsed file; `revision` counts up with each change of it. */
export interface StoredFile {
  readonly document: YamlDocument;
  readonly revision: number;
}

/** Parsed files: open ones as the editor has them, others as they were last read. Keyed by canonical URI. */
export interface FileStore {
  open(uri: string, document: YamlDocument): void;
  change(uri: string, changes: readonly TextChange[]): void;
  close(uri: string): void;
  /** Drops what was read from the disk. */
  forget(uri: string): void;
  isOpen(uri: string): boolean;
  openFiles(): string[];
  revision(uri: string): number;
  /** Nothing when there is no such file, or it may not be read. Rejects when it is there and cannot be read. */
  get(uri: string): Promise<StoredFile | undefined>;
}

export function createFileStore(fileSystem: FileSystem, isReadable: (uri: string) => boolean): FileStore {
  const open = new Map<string, YamlDocument>();
  const read = new Map<string, Promise<YamlDocument | undefined>>();
  const revisions = new Map<string, number>();

  const revision = (uri: string) => revisions.get(uri) ?? 0;
  const touch = (uri: string) => revisions.set(uri, revision(uri) + 1);

  return {
    open(uri, document) {
      open.set(uri, document);
      touch(uri);
    },
    change(uri, changes) {
      const document = open.get(uri);
      if (!document) return;
      open.set(uri, document.edit(changes));
      touch(uri);
    },
    close(uri) {
      open.delete(uri);
      read.delete(uri);
      touch(uri);
    },
    forget(uri) {
      read.delete(uri);
      if (!open.has(uri)) touch(uri);
    },
    isOpen: (uri) => open.has(uri),
    openFiles: () => [...open.keys()],
    revision,
    async get(uri) {
      const document = open.get(uri);
      if (document) return { document, revision: revision(uri) };
      if (!isReadable(uri)) return undefined;
      let reading = read.get(uri);
      if (!reading) {
        reading = fileSystem.read(uri).then((bytes) => bytes && parseYaml(decodeText(bytes)));
        read.set(uri, reading);
      }
      const found = await reading.catch((error: unknown) => {
        read.delete(uri);
        throw error;
      });
      return found && { document: found, revision: revision(uri) };
    },
  };
}
