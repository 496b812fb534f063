import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { createDecoder, encode } from './framing.mjs';
import { watchMemory } from './memory.mjs';

/**
 * @typedef {object} Answer
 * @property {any} result
 * @property {{ code: number, message: string } | undefined} error
 * @property {number} sent when the request was handed to the server, in ms of `performance.now()`
 * @property {number} came when the last byte of the answer had come
 *
 * @typedef {object} Published
 * @property {string} uri
 * @property {any[]} diagnostics
 * @property {number} came
 *
 * @typedef {ReturnType<typeof startServer>} Client
 */

/** The error of a server that is gone, or as good as gone: with it a session ends. */
const lost = (message) => Object.assign(new Error(message), { lost: true });

/**
 * Starts a language server and speaks with it over stdio. What is awaited when the server dies, or does not come within
 * the time limit, is rejected with an error that says so in a few words.
 * @param {import('./servers.mjs').Server} server
 * @param {number} limit how long anything may take, in seconds
 */
export function startServer({ command, settings }, limit) {
  const started = performance.now();
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] });
  const memory = watchMemory(child.pid ?? 0);
  /** @type {Map<number, { settle: (answer: Answer) => void, sent: number }>} */
  const requests = new Map();
  /** @type {Set<(message: { method: string, params: any, came: number }) => void>} */
  const listeners = new Set();
  /** @type {Set<(reason: Error) => void>} */
  const awaiting = new Set();
  /** @type {Error | undefined} */
  let death;
  let complaints = '';
  let nextId = 1;

  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdin.on('error', () => {});
  child.stderr.on('data', (chunk) => (complaints = `${complaints}${chunk}`.slice(-20_000)));
  child.on('close', (code, signal) => {
    memory.stop();
    death = lost(/heap out of memory/.test(complaints) ? 'out of memory' : `died (${signal ?? code})`);
    for (const reject of awaiting) reject(death);
  });

  child.stdout.on(
    'data',
    createDecoder((body) => {
      const came = performance.now();
      const message = JSON.parse(body.toString('utf8'));
      if (message.method === undefined) {
        const request = requests.get(message.id);
        requests.delete(message.id);
        request?.settle({ result: message.result, error: message.error, sent: request.sent, came });
        return;
      }
      if (message.id !== undefined) send({ id: message.id, result: answerTo(message) });
      for (const listener of listeners) listener({ method: message.method, params: message.params, came });
    }),
  );

  /** What an editor answers to a request of the server. */
  function answerTo({ method, params }) {
    if (method !== 'workspace/configuration') return null;
    return params.items.map(({ section }) => (section ? (settings[section] ?? null) : settings));
  }

  /** Sends a message; the time of serialising it does not count. */
  function send(message) {
    const bytes = encode(message);
    const sent = performance.now();
    child.stdin.write(bytes);
    return sent;
  }

  /**
   * A promise with a time limit, rejected when the server dies.
   * @template T
   * @param {(resolve: (value: T) => void) => () => void} begin starts the work; what it returns ends it
   * @returns {Promise<T>}
   */
  function within(begin) {
    return new Promise((resolve, reject) => {
      if (death) return reject(death);
      const fail = (reason) => (finish(), reject(reason));
      const timer = setTimeout(() => fail(lost(`no answer in ${limit} s`)), limit * 1000);
      awaiting.add(fail);
      const finish = () => {
        clearTimeout(timer);
        awaiting.delete(fail);
        end();
      };
      const end = begin((value) => (finish(), resolve(value)));
    });
  }

  return {
    /** When the process was started. */
    started,
    /** The greatest size of the process so far, in MB, if the system tells. */
    peakMemory: () => memory.peak(),

    /**
     * @param {string} method
     * @param {object} params
     * @returns {number} when it was handed to the server
     */
    notify: (method, params) => send({ method, params }),

    /**
     * @param {string} method
     * @param {object | null} params
     * @param {(id: number) => void} [onSent] told the id, by which the request can be cancelled
     * @returns {Promise<Answer>}
     */
    request(method, params, onSent) {
      return within((resolve) => {
        const id = nextId++;
        const request = { settle: resolve, sent: 0 };
        requests.set(id, request);
        request.sent = send({ id, method, params });
        onSent?.(id);
        return () => requests.delete(id);
      });
    },

    /**
     * The next message of the server, a request or a notification, that is looked for.
     * @template T
     * @param {(message: { method: string, params: any, came: number }) => T | undefined} look
     * @returns {Promise<T>}
     */
    next(look) {
      return within((resolve) => {
        const listener = (message) => {
          const found = look(message);
          if (found !== undefined) resolve(found);
        };
        listeners.add(listener);
        return () => listeners.delete(listener);
      });
    },

    /** Ends the process, kindly if it listens. */
    async stop() {
      if (!death) {
        send({ id: nextId++, method: 'shutdown', params: null });
        send({ method: 'exit' });
        child.stdin.end();
        const timer = setTimeout(() => child.kill('SIGKILL'), 1000);
        await ended;
        clearTimeout(timer);
      }
    },
  };
}
