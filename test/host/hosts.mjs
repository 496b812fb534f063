import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { startProcess, temporaryFolder } from '../../scripts/vscode/cleanup.mjs';
import { ensureServedVsCode } from '../../scripts/vscode/install.mjs';
import { projectRoot } from '../../scripts/vscode/project.mjs';
import { serveForTests } from '../../scripts/vscode/served.mjs';

/**
 * What a host is told; all paths are absolute.
 * @typedef {object} Call
 * @property {string} workspace
 * @property {string} extensionDevelopmentPath
 * @property {string} extensionTestsPath a module with `run()`
 * @property {Record<string, string>} env
 *
 * @typedef {{ name: string, run: (call: Call) => Promise<string> }} Host `run` tells how it ended
 */

/**
 * Chooses a VS Code and sees that it is there. LABELWRIGHT_HOST (`electron` or `served`) decides; else it is the desktop's
 * where VSCODE_EXECUTABLE names one or one can be downloaded and shown, and otherwise the one served from npm packages.
 * @returns {Promise<Host>}
 */
export async function prepareHost() {
  const forced = process.env.LABELWRIGHT_HOST;
  if (forced && forced !== 'electron' && forced !== 'served') {
    throw new Error(`LABELWRIGHT_HOST is "${forced}": it may be "electron" or "served".`);
  }
  const executable = process.env.VSCODE_EXECUTABLE;
  const electron = forced ? forced === 'electron' : Boolean(executable) || (await canDownload());
  if (electron && !hasDisplay()) throw new Error('VS Code needs a display here: run this under "xvfb-run -a".');
  return electron ? electronHost(executable ?? (await downloadVsCode())) : servedHost();
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function canDownload() {
  if (process.env.CI || !hasDisplay()) return false;
  const releases = 'https://update.code.visualstudio.com/api/releases/stable';
  const answer = await fetch(releases, { signal: AbortSignal.timeout(3000) }).catch(() => undefined);
  return Boolean(answer?.ok);
}

function downloadVsCode() {
  return downloadAndUnzipVSCode({ cachePath: join(projectRoot, '.cache/vscode-test') });
}

/**
 * @param {string} executable
 * @returns {Host}
 */
function electronHost(executable) {
  if (!existsSync(executable)) throw new Error(`VSCODE_EXECUTABLE names ${executable}, which does not exist.`);
  return {
    name: `VS Code (${executable})`,
    async run({ workspace, extensionDevelopmentPath, extensionTestsPath, env }) {
      const data = temporaryFolder().path;
      // Not by runTests of test-electron: it leaves VS Code behind when this process must end before it.
      const { child } = startProcess(
        executable,
        [
          workspace,
          `--extensionDevelopmentPath=${extensionDevelopmentPath}`,
          `--extensionTestsPath=${extensionTestsPath}`,
          ...['--user-data-dir', join(data, 'data'), '--extensions-dir', join(data, 'extensions')],
          ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--disable-workspace-trust'],
          ...['--skip-welcome', '--skip-release-notes'],
        ],
        { env: { ...process.env, ...env }, stdio: 'inherit' },
      );
      return new Promise((resolve) => {
        child.once('error', (error) => resolve(`VS Code did not start: ${error.message}.`));
        child.once('close', (code, signal) => resolve(`VS Code ended with ${signal ?? `code ${code}`}.`));
      });
    },
  };
}

/** @returns {Promise<Host>} */
async function servedHost() {
  await ensureServedVsCode();
  const browser = await launchBrowser();
  return {
    name: 'the served VS Code, in headless Chromium',
    async run(call) {
      const vscode = await serveForTests(call);
      const page = await browser.newPage();
      let log = '';
      page.on('console', (message) => (log += `${message.text()}\n`));
      const exit = new Promise((resolve) => {
        void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
          resolve(`The extension host ended with code ${code}.`),
        );
        page.once('crash', () => resolve('The page crashed.'));
        void vscode.ended.then(() => resolve('The server ended.'));
      });
      await page.goto(vscode.url);
      const ending = await exit;
      const kept = join(projectRoot, 'artifacts/host-suites.log');
      mkdirSync(join(projectRoot, 'artifacts'), { recursive: true });
      writeFileSync(kept, `${log}\n${vscode.log()}`);
      return `${ending} Its log is in artifacts/host-suites.log.`;
    },
  };
}
