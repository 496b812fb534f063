import type { LoadWasm } from '../annotations/images/picture';
import type { FileSystem } from '../workspace/fileSystem';
import type { History } from '../workspace/history';

/** What a command needs of the machine it runs on. */
export interface Environment {
  /** The working directory, as a URI without a `/` at the end. */
  readonly workingDirectory: string;
  /** The files; links that lead out of one of these folders (URIs) are not followed. */
  fileSystem(folders: readonly string[]): FileSystem;
  readonly history: History;
  /** The date of today, as `2026-02-01`. */
  readonly today: string;
  /** The URI of a path as the user types it. */
  uriOf(path: string): string;
  /** A URI as the user would type it: relative to the working directory, with `/`. */
  displayPath(uri: string): string;
  /** Labelwright's version. */
  readonly version: string;
  /** Whether the standard error output is a terminal, where a bar can be drawn. */
  readonly errorIsTerminal: boolean;
  /** Whether the standard output is a terminal, where words can be bold. */
  readonly outputIsTerminal: boolean;
  /** A clock, in ms. */
  now(): number;
  /** The standard input, to its end. */
  readInput(): Promise<Uint8Array>;
  /** How this program is called: a program and its first arguments, with whole paths. */
  readonly command: readonly string[];
  /** Sets keys of the configuration of the git repository in a folder (URI); those without a value are taken out. */
  configureGit(folder: string, settings: readonly (readonly [string, string | undefined])[]): Promise<void>;
  /** Puts other bytes in the place of a file's, all or none; makes the file where there is none. Rejects when that is not allowed. */
  replaceFile(uri: string, bytes: Uint8Array): Promise<void>;
  /** Takes a file away. Rejects when that is not allowed. */
  removeFile(uri: string): Promise<void>;
  /** A text of the package, by its path (`docs/rules/yaml.md`). */
  readPage(path: string): Promise<string | undefined>;
  /** Loads decoders of images, which masks may be packed with. */
  readonly loadWasm: LoadWasm;
  /** Writes to the standard output. */
  print(text: string): void;
  /** Writes to the standard error output. */
  printError(text: string): void;
  /** Logs a fault of ours with its cause. */
  logFault(message: string, cause: unknown): void;
}

export type Format = 'text' | 'json';

/** How a command ended: 0 clean, 1 problems at error level (or more warnings than allowed), 2 the call was unusable. */
export type ExitCode = 0 | 1 | 2;

/** A call that cannot be carried out; the message says what to do. */
export class UnusableCall extends Error {}

/** Runs a command; an unusable call is said in the wanted format and ends with 2. */
export async function runCommand(
  format: string,
  environment: Environment,
  command: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof UnusableCall)) throw error;
    if (format === 'json')
      environment.print(`${JSON.stringify({ schemaVersion: 1, error: error.message }, null, 2)}\n`);
    else environment.printError(`labelwright: ${error.message}\n`);
    return 2;
  }
}
