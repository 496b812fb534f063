import { ErrorCodes, ResponseError } from 'vscode-languageserver-protocol';
import type { FileSystem } from '../workspace/fileSystem';
import type { FileParams, ListResult, ReadFileResult, StatResult } from '../requests';
import { methods } from '../requests';

/** The part of a connection that asks the client. */
export interface Requester {
  sendRequest<R>(method: string, params: unknown): Promise<R>;
}

/** The client's files, for a server that has none of its own. */
export function createClientFileSystem(connection: Requester): FileSystem {
  const ask = <R>(method: string, uri: string) => connection.sendRequest<R>(method, { uri } satisfies FileParams);
  return {
    async read(uri) {
      const { base64 } = await ask<ReadFileResult>(methods.readFile, uri);
      return base64 === null ? undefined : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    },
    async stat(uri) {
      return (await ask<StatResult | null>(methods.stat, uri)) ?? undefined;
    },
    list: (uri) => ask<ListResult[]>(methods.list, uri),
  };
}

/**
 * The disk for what lies on it, and the client's files for the rest: those of a virtual workspace. For a client that knows
 * no such questions there is no rest.
 */
export function withFilesOfClient(disk: FileSystem, connection: Requester): FileSystem {
  const client = createClientFileSystem(connection);
  const isOnDisk = (uri: string) => uri.startsWith('file:');
  return {
    read: (uri) => (isOnDisk(uri) ? disk.read(uri) : client.read(uri).catch(orUnknown)),
    stat: (uri) => (isOnDisk(uri) ? disk.stat(uri) : client.stat(uri).catch(orUnknown)),
    list: async (uri) => (isOnDisk(uri) ? disk.list(uri) : ((await client.list(uri).catch(orUnknown)) ?? [])),
  };
}

function orUnknown(error: unknown): undefined {
  if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) return undefined;
  throw error;
}
