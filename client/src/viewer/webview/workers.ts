import type { Answers, Line } from './worker/line';
import { openLine } from './worker/line';
import type { AnswerOf, AskOf, Needs } from './worker/messages';

/** A worker that runs. */
export interface Running<Asks> {
  readonly line: Line<Asks>;
  /** Something was read for the worker: its time begins anew. */
  touched: number;
  readonly stop: (reason: string) => void;
}

/** A worker of one script. It starts with the first question at the latest, and anew after one that took too long. */
export interface Workers<Asks> {
  /** The one that runs, or a new one. */
  current(): Promise<Running<Asks>>;
  /** Asks, and stops the worker when it has done nothing but compute for too long. */
  ask<K extends keyof Asks & string>(worker: Running<Asks>, type: K, what: AskOf<Asks, K>): Promise<AnswerOf<Asks, K>>;
}

export interface WorkersOptions {
  /** The source; nothing when it cannot be read. */
  readonly load: () => Promise<Uint8Array | undefined>;
  /** What the page does for the worker. */
  readonly answers: Answers<Needs>;
  /** So long may one step take, without the time in which bytes are fetched, in ms. */
  readonly patience: number;
}

export function createWorkers<Asks>({ load, answers, patience }: WorkersOptions): Workers<Asks> {
  let running: Promise<Running<Asks>> | undefined;

  async function start(): Promise<Running<Asks>> {
    const source = await load();
    if (!source) throw new Error('The decoder of images could not be loaded. Reload the window.');
    const url = URL.createObjectURL(new Blob([source as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
    const worker = new Worker(url);
    URL.revokeObjectURL(url);
    const own: Running<Asks> = {
      touched: 0,
      line: openLine<Asks, Needs>(
        worker,
        touching(answers, () => (own.touched = performance.now())),
        (error) => (error instanceof Error ? error.message : String(error)),
      ),
      stop(reason) {
        worker.terminate();
        running = undefined;
        own.line.end(reason);
      },
    };
    worker.addEventListener('error', () => own.stop('The decoder of images broke on this file.'));
    return own;
  }

  return {
    current() {
      running ??= start().catch((error) => {
        running = undefined;
        throw error;
      });
      return running;
    },
    async ask(worker, type, what) {
      worker.touched = performance.now();
      const timer = setInterval(
        () => {
          if (performance.now() - worker.touched < patience) return;
          worker.stop(`Reading this file took longer than ${Math.round(patience / 1000)} seconds, and was stopped.`);
        },
        Math.min(1000, patience),
      );
      try {
        return await worker.line.ask(type, what);
      } finally {
        clearInterval(timer);
      }
    },
  };
}

/** The same answers; `touch` is called when one has been found. */
function touching(answers: Answers<Needs>, touch: () => void): Answers<Needs> {
  const after = async <T>(answer: Promise<T>): Promise<T> => {
    const found = await answer;
    touch();
    return found;
  };
  return {
    bytes: (ask) => after(answers.bytes(ask)),
    wasm: (ask) => after(answers.wasm(ask)),
    beside: (ask) => after(answers.beside(ask)),
  };
}
