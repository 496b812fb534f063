import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import type { WasmCodec } from '../annotations/images/picture';
import type { InspectImage } from '../annotations/patientData';
import type { Branches } from '../workspace/branches';
import type { FileSystem } from '../workspace/fileSystem';
import type { History } from '../workspace/history';
import type { Slices } from '../workspace/slices';
import { capabilitiesFor } from './capabilities';

/** What the server needs of the place it runs in. */
export interface Platform {
  readonly fileSystem: FileSystem;
  readonly history: History;
  readonly branches: Branches;
  /** Reads the patient data of an image in another thread; in this one, when it is not given. */
  readonly inspectImage?: InspectImage;
  /** Loads a decoder of images; `folder` is the address that the client gives for them. */
  readonly loadWasm: (codec: WasmCodec, folder: string | undefined) => Promise<Uint8Array>;
  /** The clock, and how work waits for messages that have arrived. */
  readonly slices: Slices;
  /** The date of today, as `2026-02-01`. */
  readonly today: () => string;
  /** Told whenever the workspace's folders change. */
  readonly onFolders: (folders: readonly string[]) => void;
}

/**
 * Serves a client over a connection; resolves when the client says `exit`. Answers `initialize` at once: validators,
 * rules and features are loaded when the client has taken note of that, and before it can say anything else.
 */
export function serve(connection: Connection, platform: Platform): Promise<void> {
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    connection.onInitialized(() => void import('./session').then(({ start }) => start(connection, platform, params)));
    return { capabilities: capabilitiesFor(params.capabilities), serverInfo: { name: 'labelwright' } };
  });

  return new Promise((ended) => {
    connection.onExit(() => ended());
    connection.listen();
  });
}
