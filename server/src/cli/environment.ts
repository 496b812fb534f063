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
  /** Writes to the standard output. */
  print(text: string): void;
  /** Writes to the standard error output. */
  printError(text: string): void;
  /** Logs a fault of ours with its cause. */
  logFault(message: string, cause: unknown): void;
}

export type Format = 'text' | 'json';

/** How a command ended: 0 clean, 1 problems at error level, 2 the call was unusable. */
export type ExitCode = 0 | 1 | 2;

/** A call that cannot be carried out; the message says what to do. */
export class UnusableCall extends Error {}

/** Runs a command; an unusable call is said in the wanted format and ends with 2. */
export async function runCommand(
  format: Format,
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
