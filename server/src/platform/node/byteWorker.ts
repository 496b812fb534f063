import { Worker } from 'node:worker_threads';

/** What is sent to the thread: bytes, with a number to know the answer by. */
export interface ByteQuestion {
  readonly id: number;
  readonly bytes: Uint8Array;
}

export interface ByteAnswer<T> {
  readonly id: number;
  readonly data: T;
}

interface Waiting<T> {
  readonly resolve: (data: T) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Has bytes read in a thread of its own by the script at `path`, which answers each {@link ByteQuestion} with a
 * {@link ByteAnswer}. The thread is started with the first question, and does not keep the program running. When it dies,
 * those who wait are told, and the next question starts another one.
 */
export function createByteWorker<T>(path: string): (bytes: Uint8Array) => Promise<T> {
  const waiting = new Map<number, Waiting<T>>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(path);
    started.on('message', ({ id, data }: ByteAnswer<T>) => {
      waiting.get(id)?.resolve(data);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => end(started, error));
    started.on('exit', () => end(started, new Error('The thread ended.')));
    return started;
  }

  function end(ended: Worker, error: Error): void {
    if (worker !== ended) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  return (bytes) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker ??= start();
      worker.ref();
      worker.postMessage({ id, bytes } satisfies ByteQuestion);
    });
}
