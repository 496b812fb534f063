import type { ReadBeside, ReadByHost } from './remoteFile';

/** Files that come through the host by messages. */
export interface HostReader {
  /** Reads a file that cannot be fetched. */
  readonly read: ReadByHost;
  /** Reads a file by its path from another. */
  readonly readBeside: ReadBeside;
  /** An answer of the host. */
  take(answer: Wish & { readonly bytes?: Uint8Array }): void;
}

/** A file by its address, or the one that lies at a path from it. */
export interface Wish {
  readonly address: string;
  readonly beside?: string;
}

/** `ask` posts the wish for a file to the host. */
export function createHostReader(ask: (wish: Wish) => void): HostReader {
  const waiting = new Map<string, ((bytes: Uint8Array | undefined) => void)[]>();
  const keyOf = ({ address, beside }: Wish) => JSON.stringify([address, beside]);

  function read(wish: Wish): Promise<Uint8Array | undefined> {
    return new Promise((resolve) => {
      const others = waiting.get(keyOf(wish));
      if (others) return others.push(resolve);
      waiting.set(keyOf(wish), [resolve]);
      ask(wish);
    });
  }

  return {
    read: (address) => read({ address }),
    readBeside: (address, beside) => read({ address, beside }),
    take(answer) {
      const key = keyOf(answer);
      waiting.get(key)?.forEach((resolve) => resolve(answer.bytes));
      waiting.delete(key);
    },
  };
}
