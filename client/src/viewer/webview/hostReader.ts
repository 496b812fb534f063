import type { ReadByHost } from './remoteFile';

/** Files that come through the host by messages, where they cannot be fetched. */
export interface HostReader {
  readonly read: ReadByHost;
  /** An answer of the host. */
  take(address: string, bytes: Uint8Array | undefined): void;
}

/** `ask` posts the wish for a file to the host. */
export function createHostReader(ask: (address: string) => void): HostReader {
  const waiting = new Map<string, ((bytes: Uint8Array | undefined) => void)[]>();
  return {
    read(address) {
      return new Promise((resolve) => {
        const others = waiting.get(address);
        if (others) return others.push(resolve);
        waiting.set(address, [resolve]);
        ask(address);
      });
    },
    take(address, bytes) {
      waiting.get(address)?.forEach((resolve) => resolve(bytes));
      waiting.delete(address);
    },
  };
}
