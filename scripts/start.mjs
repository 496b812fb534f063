import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { temporaryFolder } from './vscode/cleanup.mjs';
import { exampleFolder, projectRoot } from './vscode/project.mjs';
import { serveWorkbench } from './vscode/served.mjs';
import { packageVsix } from './vscode/vsix.mjs';

const usage = `npm start -- [--served] [--port PORT] [FOLDER]

Opens VS Code with Labelwright on FOLDER (default: the example guideline).
  --served      serve a VS Code from npm packages to the browser, even if one is installed
  --port PORT   of the served VS Code (default: any that is free)
VSCODE_EXECUTABLE may name the VS Code to be used.`;

/** @returns {string | undefined} the user's own VS Code */
function findVsCode() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  // In a terminal on a remote machine, `code` speaks to a window elsewhere, which cannot load an extension from here.
  if (process.env.VSCODE_IPC_HOOK_CLI || process.env.WSL_DISTRO_NAME) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * @param {string} executable
 * @param {string} folder
 */
function openInstalled(executable, folder) {
  console.log(`Opening ${folder} in a new window of your VS Code, with Labelwright loaded from ${projectRoot}`);
  const windows = process.platform === 'win32';
  const args = ['--new-window', `--extensionDevelopmentPath=${projectRoot}`, folder];
  const child = spawn(windows ? `"${executable}"` : executable, windows ? args.map((each) => `"${each}"`) : args, {
    stdio: 'inherit',
    shell: windows,
  });
  child.once('error', (error) => fail(`${executable} did not start: ${error.message}`));
  child.once('close', (code) => (process.exitCode = code ?? 1));
}

/**
 * @param {string} folder
 * @param {number} port
 */
async function openServed(folder, port) {
  const packed = temporaryFolder();
  const vsix = join(packed.path, 'labelwright.vsix');
  await packageVsix(vsix);
  const vscode = await serveWorkbench({ workspace: folder, vsix, port });
  packed.remove();
  console.log(
    `\nVS Code with Labelwright: ${vscode.url}\nOpen this address in a browser on this machine. Ctrl-C stops it.`,
  );
  await vscode.ended;
  fail('VS Code has stopped.');
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** @returns {{ served: boolean, port: number, folder: string } | undefined} nothing for an unusable call */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { served: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
    });
    const port = Number(values.port);
    const folder = resolve(positionals[0] ?? exampleFolder);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${values.port} is not a port.`);
    if (positionals.length > 1) throw new Error('Only one folder can be opened.');
    if (!existsSync(folder)) throw new Error(`${folder} does not exist.`);
    return { served: values.served || port > 0, port, folder };
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\n\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}

const options = readArguments();
if (options) {
  const executable = options.served ? undefined : findVsCode();
  if (executable) openInstalled(executable, options.folder);
  else await openServed(options.folder, options.port).catch((error) => fail(error.message));
}
