import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { temporaryFolder } from '../../scripts/vscode/cleanup.mjs';
import { exampleFolder, projectRoot } from '../../scripts/vscode/project.mjs';
import { serveWorkbench } from '../../scripts/vscode/served.mjs';
import { temporaryWorkspace } from '../../scripts/vscode/workspace.mjs';
import { pick, runCommand } from './editor';
import { type OwnExtension, packExtension } from './packExtension';

const artifacts = join(projectRoot, 'artifacts');

/** Each theme's name in VS Code's list, and the class by which the page shows that it is in use. */
const themes = {
  light: ['Light Modern', 'vs'],
  dark: ['Dark Modern', 'vs-dark'],
  'high-contrast': ['Dark High Contrast', 'hc-black'],
  'high-contrast-light': ['Light High Contrast', 'hc-light'],
} as const;

export type Theme = keyof typeof themes;

/** A real VS Code in a headless Chromium, with the extension installed and a guideline open. */
export interface Workbench {
  readonly page: Page;
  /** Absolute path of the open folder, a git repository with two commits. */
  readonly workspace: string;
  /** Changes the theme, and waits until the window has it. */
  setTheme(theme: Theme): Promise<void>;
  /** Keeps a picture of the window as artifacts/NAME.png. */
  screenshot(name: string): Promise<void>;
  /** What in webviews has broken their policy since it was last asked: directives. A test must leave none. */
  violations(): readonly string[];
}

export interface WorkbenchOptions {
  /** What to open a copy of; default: the example guideline. */
  readonly folder?: string;
  /** Edits a copy of the folder into what the first commit holds; default: other titles. */
  readonly before?: (copy: string) => void;
  /** A `.code-workspace` file in it that is opened instead. */
  readonly workspaceFile?: string;
  /** Restricted Mode when false. */
  readonly trusted?: boolean;
  /** An extension that is there too. */
  readonly extension?: OwnExtension;
  /** The user's settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Opens a workbench before the first test of the surrounding `describe` or file, and stops it after the last. Of a test
 * that fails, a picture of the window and what page and server have said are kept in artifacts/failures.
 */
export function useWorkbench(options: WorkbenchOptions = {}): () => Workbench {
  let opened: Awaited<ReturnType<typeof open>> | undefined;
  beforeAll(async () => {
    opened = await open(options);
  });
  afterEach(() => {
    expect(opened?.workbench.violations() ?? []).toEqual([]);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await opened?.keepEvidence(task.name);
  });
  afterAll(() => opened?.stop());
  return () => {
    if (!opened) throw new Error('The workbench is there in tests and hooks only.');
    return opened.workbench;
  };
}

const brokenPolicy = 'broken policy: ';

/** Runs in every frame before its own scripts. In those of webviews it says on the console what breaks the policy. */
function tellOfViolations(prefix: string): void {
  // VS Code writes the text of a webview into an empty page: listeners that were there before are gone then.
  const before = Document.prototype.open as (this: Document) => Document;
  Object.assign(Document.prototype, {
    open(this: Document): Document {
      const opened = before.call(this);
      this.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        console.warn(prefix + effectiveDirective),
      );
      return opened;
    },
  });
}

async function open(options: WorkbenchOptions) {
  const { folder = exampleFolder, before, workspaceFile = '', trusted, extension, settings = {} } = options;
  const workspace = temporaryWorkspace(folder, before);
  const scratch = temporaryFolder();
  const vscode = await serveWorkbench({
    workspace: join(workspace.path, workspaceFile),
    vsix: inject('vsix'),
    trusted,
    others: extension ? [await packExtension(scratch.path, extension)] : [],
    settings: { ...quiet, ...settings },
  });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  let said = '';
  const broken: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    said += `${text}\n`;
    if (text.startsWith(brokenPolicy)) broken.push(text.slice(brokenPolicy.length));
  });
  await page.addInitScript(tellOfViolations, brokenPolicy);

  const workbench: Workbench = {
    page,
    workspace: workspace.path,
    async setTheme(theme) {
      const [label, shownBy] = themes[theme];
      await runCommand(page, 'Preferences: Color Theme');
      await pick(page, label);
      await page.locator(`.monaco-workbench.${shownBy}`).waitFor();
    },
    async screenshot(name) {
      mkdirSync(artifacts, { recursive: true });
      await page.screenshot({ path: join(artifacts, `${name}.png`) });
    },
    violations: () => broken.splice(0),
  };
  const keepEvidence = async (test: string): Promise<void> => {
    const name = `failures/${test.replace(/[^\w]+/g, '-')}`;
    await workbench.screenshot(name);
    writeFileSync(join(artifacts, `${name}.log`), `${said}\n${vscode.log()}`);
  };
  const stop = async (): Promise<void> => {
    await browser.close();
    await vscode.stop();
    workspace.remove();
    scratch.remove();
  };
  try {
    await page.goto(vscode.url);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  } catch (error) {
    await keepEvidence('opening the workbench');
    await stop();
    throw error;
  }
  return { workbench, keepEvidence, stop };
}

/** The light theme, and nothing that adds to, or covers, what a test types and reads. */
const quiet = {
  'workbench.colorTheme': 'Light Modern',
  'editor.minimap.enabled': false,
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.acceptSuggestionOnEnter': 'off',
  '[label-taxonomy]': { 'editor.wordWrap': 'off' },
  '[annotation-protocol]': { 'editor.wordWrap': 'off' },
  'workbench.reduceMotion': 'on',
};
