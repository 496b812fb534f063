import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startProcess, temporaryFolder } from './cleanup.mjs';
import { ensureServedVsCode } from './install.mjs';

/** A window without what is not VS Code's own work: no chat, no welcome page, no updates, no questions. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'files.autoSave': 'off',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
};

/** Restricted Mode, without a question whether to leave it. */
const restricted = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
};

const startLimit = 60_000;

/**
 * A running VS Code.
 * @typedef {object} Served
 * @property {string} url opens the workspace in any browser; it holds the token without which the server answers nobody
 * @property {number} port
 * @property {() => string} log what the server has said so far
 * @property {Promise<void>} ended settles when the server ends
 * @property {() => Promise<void>} stop ends it and removes its data
 */

/**
 * Serves a workbench with the extension installed from its VSIX.
 * @param {object} options
 * @param {string} options.workspace absolute path of the folder to open, or of a `.code-workspace` file
 * @param {string} options.vsix absolute path
 * @param {boolean} [options.trusted] whether the workspace is trusted; else the window is in Restricted Mode
 * @param {readonly string[]} [options.others] absolute paths of other extensions' VSIX
 * @param {Record<string, unknown>} [options.settings] the user's settings, besides the quiet ones
 * @param {number} [options.port] default: any that is free
 * @returns {Promise<Served>}
 */
export async function serveWorkbench({ workspace, vsix, trusted = true, others = [], settings, port }) {
  const opened = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = () => ({ [opened]: remotePath(workspace) });
  return serve({ extensions: [vsix, ...others], trusted, settings, port, query });
}

/**
 * Serves a workbench that loads the extension from its folder and, when its page is opened, calls `run()` of a module
 * in the extension host.
 * @param {object} options
 * @param {string} options.workspace absolute path of the folder to open
 * @param {string} options.extensionDevelopmentPath absolute path
 * @param {string} options.extensionTestsPath absolute path
 * @param {Record<string, string>} [options.env] what the extension host finds in its environment
 * @returns {Promise<Served>}
 */
export async function serveForTests({ workspace, extensionDevelopmentPath, extensionTestsPath, env }) {
  return serve({
    env,
    flags: ['--enable-smoke-test-driver'],
    query: (port) => {
      const remote = `vscode-remote://127.0.0.1:${port}`;
      const payload = Object.entries({ extensionDevelopmentPath, extensionTestsPath });
      return {
        folder: remotePath(workspace),
        payload: JSON.stringify(payload.map(([key, path]) => [key, remote + remotePath(path)])),
      };
    },
  });
}

/**
 * @param {object} options
 * @param {(port: number) => Record<string, string>} options.query
 * @param {readonly string[]} [options.extensions] their VSIX
 * @param {boolean} [options.trusted]
 * @param {Record<string, unknown>} [options.settings]
 * @param {number} [options.port]
 * @param {string[]} [options.flags]
 * @param {Record<string, string>} [options.env]
 * @returns {Promise<Served>}
 */
async function serve({ query, extensions = [], trusted = true, settings = {}, port = 0, flags = [], env = {} }) {
  const { node, main } = await ensureServedVsCode();
  const data = temporaryFolder();
  const user = join(data.path, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(
    join(user, 'settings.json'),
    JSON.stringify({ ...quietSettings, ...(trusted ? {} : restricted), ...settings }),
  );

  const common = [
    main,
    '--accept-server-license-terms',
    ...['--server-data-dir', data.path],
    ...['--user-data-dir', join(data.path, 'data')],
    ...['--extensions-dir', join(data.path, 'extensions')],
  ];
  for (const vsix of extensions) await installVsix(node, common, vsix);

  // Its sockets go with its data; on macOS their paths would become too long there.
  const scratch = process.platform === 'linux' ? { TMPDIR: data.path } : {};
  // Whoever can talk to this server can run programs: without the token any page in the user's browser could.
  const token = randomBytes(16).toString('hex');
  const { child, stop } = startProcess(
    node,
    [
      ...common,
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      ...['--telemetry-level', 'off'],
      ...(trusted ? ['--disable-workspace-trust'] : []),
      ...flags,
    ],
    { env: { ...process.env, ...scratch, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = collect(child);
  const stopAll = async () => {
    await stop();
    data.remove();
  };
  const ended = new Promise((resolve) => child.once('close', () => resolve(undefined)));
  try {
    const bound = await listening(ended, log);
    const address = new URL(`http://127.0.0.1:${bound}/`);
    for (const [key, value] of Object.entries({ tkn: token, ...query(bound) })) address.searchParams.set(key, value);
    // A path is easier to read, and as good, with its slashes.
    const url = address.href.replaceAll('%2F', '/');
    return { url, port: bound, log, ended, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/**
 * @param {string} node
 * @param {string[]} common
 * @param {string} vsix
 */
async function installVsix(node, common, vsix) {
  const { child } = startProcess(node, [...common, '--install-extension', vsix], { stdio: ['ignore', 'pipe', 'pipe'] });
  const log = collect(child);
  await new Promise((resolve) => child.once('close', resolve));
  if (!/was successfully installed/.test(log())) throw new Error(`VS Code did not install ${vsix}:\n${log()}`);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => string} all it has printed so far
 */
function collect(child) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
  return () => text;
}

/**
 * Waits until the server answers over HTTP.
 * @param {Promise<unknown>} ended
 * @param {() => string} log
 * @returns {Promise<number>} its port
 */
async function listening(ended, log) {
  let running = true;
  void ended.then(() => (running = false));
  const limit = Date.now() + startLimit;
  const taken = () => /EADDRINUSE/.test(log());
  while (running && !taken() && Date.now() < limit) {
    const port = Number(/listening on (\d+)/.exec(log())?.[1]);
    const answer = port ? await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined) : undefined;
    if (answer?.ok) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const reason = taken() ? 'the port is taken.' : `it said:\n${log()}`;
  throw new Error(`VS Code was not served: ${reason}`);
}

/**
 * @param {string} path absolute
 * @returns {string} as a path of the `vscode-remote` scheme: with slashes, on Windows with one before the drive
 */
function remotePath(path) {
  return decodeURIComponent(pathToFileURL(path).pathname);
}
