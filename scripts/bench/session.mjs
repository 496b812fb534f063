import { pathToFileURL } from 'node:url';
import { startServer } from './client.mjs';

/** LSP: the server gave up on an answer, because the text changed or to do something else first. */
const gaveUp = [-32801, -32802];

const symbolKinds = Array.from({ length: 26 }, (_, index) => index + 1);

/** What the editor of this session can do: what VS Code can, of the features that are measured. */
const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    synchronization: { dynamicRegistration: true, didSave: true },
    completion: {
      dynamicRegistration: true,
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
      },
    },
    hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: {
      dynamicRegistration: true,
      hierarchicalDocumentSymbolSupport: true,
      symbolKind: { valueSet: symbolKinds },
    },
    rename: { dynamicRegistration: true, prepareSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
};

/**
 * @typedef {import('./generate.mjs').Position} Position
 * @typedef {(diagnostics: any[]) => boolean} Look whether diagnostics are those that are awaited
 * @typedef {Awaited<ReturnType<typeof startSession>>} Session
 */

/**
 * An editor with one file, up to the point where the server has said that it is ready.
 * @param {import('./servers.mjs').Server} server
 * @param {{ folder: string, file: string, limit: number }} options the paths of the workspace and of the file, and how
 *   many seconds anything may take
 */
export async function startSession(server, { folder, file, limit }) {
  const client = startServer(server, limit);
  const uri = pathToFileURL(file).href;
  const folderUri = pathToFileURL(folder).href;
  let version = 0;
  /** @type {string | undefined} */
  let resultId;
  /** @type {any[]} */
  let diagnostics = [];
  /** @type {number | undefined} the id of the pull that is under way */
  let pulling;

  const initialized = await client.request('initialize', {
    processId: process.pid,
    rootUri: folderUri,
    workspaceFolders: [{ uri: folderUri, name: 'bench' }],
    capabilities: server.pull
      ? { ...capabilities, textDocument: { ...capabilities.textDocument, diagnostic: { dynamicRegistration: true } } }
      : capabilities,
  });
  const provided = initialized.result.capabilities;
  client.notify('initialized', {});
  client.notify('workspace/didChangeConfiguration', { settings: server.settings });

  /**
   * Asks for diagnostics once, in the place of an earlier question that has no answer yet, as VS Code does.
   * @returns {Promise<{ came: number, current: boolean }>} `current` is false if the server gave up on it
   */
  async function pull() {
    if (pulling !== undefined) client.notify('$/cancelRequest', { id: pulling });
    let own;
    const params = { textDocument: { uri }, previousResultId: resultId };
    const { result, error, came } = await client.request(
      'textDocument/diagnostic',
      params,
      (id) => (own = pulling = id),
    );
    if (pulling === own) pulling = undefined;
    if (error) {
      if (gaveUp.includes(error.code) && error.data?.retriggerRequest !== false) return { came, current: false };
      throw new Error(error.message);
    }
    resultId = result.resultId;
    if (result.kind === 'full') diagnostics = result.items;
    return { came, current: true };
  }

  /** Pulls until the diagnostics are the awaited ones: again when the server gives up, or asks for a refresh. */
  async function pulled(look) {
    for (;;) {
      const refresh = client.next(({ method }) => (method === 'workspace/diagnostic/refresh' ? true : undefined));
      refresh.catch(() => {});
      const { came, current } = await pull();
      if (current && look(diagnostics)) return came;
      if (current) await refresh;
    }
  }

  /** Awaits diagnostics that come by themselves. */
  const published = (look) =>
    client.next(({ method, params, came }) =>
      method === 'textDocument/publishDiagnostics' && params.uri === uri && look(params.diagnostics) ? came : undefined,
    );

  return {
    client,
    /** Time from the start of the process to its answer to `initialize`, in ms. */
    startUp: initialized.came - client.started,
    /** @param {string} capability its name in LSP, such as `renameProvider` */
    provides: (capability) => Boolean(provided[capability]),

    /**
     * @param {string} text
     * @returns {number} when it was sent, as of `edit`
     */
    open: (text) =>
      client.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: server.languageId, version: ++version, text },
      }),

    /**
     * Puts a text in the place of another.
     * @param {Position} start
     * @param {Position} end
     * @param {string} text
     * @returns {number} when it was sent, in ms of `performance.now()`
     */
    edit: (start, end, text) =>
      client.notify('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start, end }, text }],
      }),

    /** When diagnostics came that are the awaited ones. @param {Look} look */
    reported: (look) => (server.pull ? pulled(look) : published(look)),

    /** Pulls diagnostics and does not wait for them; nothing for a server that sends them by itself. */
    poke() {
      if (server.pull) pull().catch(() => {});
    },

    /** When the server has dealt with the last edit, whatever it says to it. */
    settled: () => (server.pull ? pulled(() => true) : published(() => true)),

    /**
     * @param {string} method
     * @param {object} [params] beside the document
     */
    ask: (method, params = {}) => client.request(method, { textDocument: { uri }, ...params }),
  };
}
