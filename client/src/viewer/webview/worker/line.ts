import type { AnswerOf, AskOf, Envelope } from './messages';

/** One end of a line: the worker as its page sees it, or the page as its worker does. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', receive: (event: MessageEvent) => void): void;
}

/** Answers one kind of question. What is to be handed over without a copy is named in `transfer`. */
export type Answers<T> = {
  readonly [K in keyof T]: (ask: AskOf<T, K>) => Promise<{ value: AnswerOf<T, K>; transfer?: Transferable[] }>;
};

export interface Line<T> {
  /** Rejects with an error whose message is a sentence for the user. */
  ask<K extends keyof T & string>(type: K, ask: AskOf<T, K>): Promise<AnswerOf<T, K>>;
  /** Ends all that is waited for, with a sentence. */
  end(reason: string): void;
}

/** Asks over a port, and answers what comes over it. `wordsFor` turns what was thrown into a sentence. */
export function openLine<Mine, Theirs>(
  port: Port,
  answers: Answers<Theirs>,
  wordsFor: (error: unknown) => string,
): Line<Mine> {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let count = 0;

  async function answer<K extends keyof Theirs>(id: number, type: K, ask: AskOf<Theirs, K>): Promise<void> {
    try {
      const { value, transfer = [] } = await answers[type](ask);
      port.postMessage({ id, answer: value }, transfer);
    } catch (error) {
      port.postMessage({ id, error: wordsFor(error) }, []);
    }
  }

  port.addEventListener('message', ({ data }: MessageEvent<Envelope<Theirs>>) => {
    if ('type' in data) return void answer(data.id, data.type, data.ask);
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data.answer as never);
  });

  return {
    ask(type, ask) {
      const id = count++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        port.postMessage({ id, type, ask }, []);
      });
    },
    end(reason) {
      const ended = [...waiting.values()];
      waiting.clear();
      ended.forEach(({ reject }) => reject(new Error(reason)));
    },
  };
}
