import { Worker } from 'node:worker_threads';
import type { InspectImage, PatientData } from '../../annotations/patientData';

/** What is sent to the worker: the bytes of an image, with a number to know the answer by. */
export interface ImageQuestion {
  readonly id: number;
  readonly bytes: Uint8Array;
}

export interface ImageAnswer {
  readonly id: number;
  readonly data: PatientData | 'unreadable' | undefined;
}

interface Waiting {
  readonly resolve: (data: ImageAnswer['data']) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Reads images in a thread of its own, which is started with the first one by the script at `path`. When the thread dies,
 * those who wait are told, and the next image starts another one.
 */
export function createImageInspector(path: string): InspectImage {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(path);
    started.on('message', ({ id, data }: ImageAnswer) => {
      waiting.get(id)?.resolve(data);
      waiting.delete(id);
      // The thread does not keep the program running by itself.
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => end(started, error));
    started.on('exit', () => end(started, new Error('The thread that reads images ended.')));
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
      worker.postMessage({ id, bytes } satisfies ImageQuestion);
    });
}
