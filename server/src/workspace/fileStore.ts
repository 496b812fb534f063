import { parseSteps } from '../yaml/parseDocument';
import { runAtOnce } from '../yaml/steps';
import type { YamlDocument } from '../yaml/document';
import type { TextChange } from '../yaml/position';
import { decodeText } from './decode';
import type { FileSystem } from './fileSystem';
import type { Slices } from './slices';
import { runInSlices } from './slices';

/** A parsed file; `revision` counts up with each change of it. */
export interface StoredFile {
  readonly document: YamlDocument;
  readonly revision: number;
}

/** Parsed files: open ones as the editor has them, others as they were last read. Keyed by canonical URI. */
export interface FileStore {
  open(uri: string, text: string): void;
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

/** Longer texts take long to be read and checked: some thousand labels. UTF-16 code units. */
const large = 2_000_000;

/** An open file: parsed, or being parsed. */
interface Open {
  document: YamlDocument | undefined;
  /** The rest of the work until `document` is there. */
  readonly steps: Generator<undefined, YamlDocument>;
  /** Whether that surely takes long. */
  readonly isLarge: boolean;
  reading?: Promise<void>;
}

/** Texts are parsed in slices; a change comes first, and does not wait for the rest. */
export function createFileStore(
  fileSystem: FileSystem,
  isReadable: (uri: string) => boolean,
  slices: Slices,
): FileStore {
  const open = new Map<string, Open>();
  const read = new Map<string, Promise<YamlDocument | undefined>>();
  const revisions = new Map<string, number>();

  const revision = (uri: string) => revisions.get(uri) ?? 0;
  const touch = (uri: string) => revisions.set(uri, revision(uri) + 1);

  /** Parses an open file, unless a change did so meanwhile. */
  async function readOpen(file: Open): Promise<void> {
    await runInSlices(file.steps, slices, () => file.document !== undefined, file.isLarge);
  }

  return {
    open(uri, text) {
      const file: Open = { document: undefined, steps: stepsOf(text), isLarge: text.length > large };
      open.set(uri, file);

      function* stepsOf(content: string): Generator<undefined, YamlDocument> {
        return (file.document = yield* parseSteps(content));
      }

      touch(uri);
    },
    change(uri, changes) {
      const file = open.get(uri);
      if (!file) return;
      file.document = (file.document ?? runAtOnce(file.steps)).edit(changes);
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
      for (let file = open.get(uri); file; file = open.get(uri)) {
        if (file.document) return { document: file.document, revision: revision(uri) };
        await (file.reading ??= readOpen(file));
      }
      if (!isReadable(uri)) return undefined;
      let reading = read.get(uri);
      if (!reading) {
        reading = fileSystem.read(uri).then((bytes) => bytes && runInSlices(parseSteps(decodeText(bytes)), slices));
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
