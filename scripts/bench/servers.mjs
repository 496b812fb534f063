import { fileURLToPath, pathToFileURL } from 'node:url';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/**
 * @typedef {object} Server
 * @property {string} name
 * @property {string[]} command arguments of Node
 * @property {string} languageId
 * @property {boolean} pull whether diagnostics are asked for, or come by themselves
 * @property {Record<string, any>} settings what it is told when it asks for its configuration
 */

/** @returns {Server} */
export function labelwright() {
  return {
    name: 'labelwright',
    // As the extension starts it.
    command: ['--max-semi-space-size=8', path('dist/server.js'), '--stdio'],
    languageId: 'label-taxonomy',
    pull: true,
    settings: {},
  };
}

/**
 * @param {string} schemaFile the path of the JSON Schema by which it validates and completes
 * @returns {Server}
 */
export function yamlLanguageServer(schemaFile) {
  return {
    name: 'yaml-language-server',
    command: [path('node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
    languageId: 'yaml',
    pull: false,
    settings: {
      yaml: {
        validate: true,
        hover: true,
        completion: true,
        format: { enable: true },
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
        maxItemsComputed: 5000,
        schemas: { [pathToFileURL(schemaFile).href]: ['*.taxonomy.yaml'] },
      },
      http: { proxy: '', proxyStrictSSL: false },
      '[yaml]': { 'editor.tabSize': 2 },
      editor: { detectIndentation: true, tabSize: 2 },
    },
  };
}

/** Node alone: a server of one line that answers the first message and does nothing else. @returns {Server} */
export function bareNode() {
  const answer = '{"jsonrpc":"2.0","id":1,"result":{"capabilities":{}}}';
  const program = `process.stdin.once('data', () => process.stdout.write('Content-Length: ${answer.length}\\r\\n\\r\\n${answer}'))`;
  return { name: 'bare Node', command: ['-e', program], languageId: '', pull: true, settings: {} };
}
