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
