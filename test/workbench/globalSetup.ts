import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../../scripts/vscode/browser.mjs';
import { temporaryFolder } from '../../scripts/vscode/cleanup.mjs';
import { ensureServedVsCode } from '../../scripts/vscode/install.mjs';
import { packageVsix } from '../../scripts/vscode/vsix.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the packed extension. */
    vsix: string;
  }
}

/** Once for all specs: what they run in, and the extension as users get it. LABELWRIGHT_VSIX may name a packed one. */
export default async function setup(project: TestProject): Promise<() => void> {
  ensureBrowser();
  await ensureServedVsCode();
  const folder = temporaryFolder();
  const given = process.env.LABELWRIGHT_VSIX;
  const vsix = given ?? join(folder.path, 'labelwright.vsix');
  if (!given) await packageVsix(vsix);
  project.provide('vsix', vsix);
  return folder.remove;
}
