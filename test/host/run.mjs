import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/vscode/cleanup.mjs';
import { exampleFolder, projectRoot } from '../../scripts/vscode/project.mjs';
import { temporaryWorkspace } from '../../scripts/vscode/workspace.mjs';
import { buildHostSuites } from './build.mjs';
import { prepareHost } from './hosts.mjs';
import { followReport } from './report.mjs';

/** Longest time for the suites, once the host is there, in minutes. */
const limit = Number(process.env.LABELWRIGHT_HOST_MINUTES ?? 10);

/**
 * Runs the suites in the extension host of a real VS Code, which has a copy of the example guideline open.
 * @returns {Promise<string | undefined>} what is wrong
 */
async function main() {
  const extensionTestsPath = await buildHostSuites(join(projectRoot, '.cache/host-suites'));
  const host = await prepareHost();
  console.log(`\nHost suites in ${host.name}\n`);

  const workspace = temporaryWorkspace(exampleFolder);
  const report = followReport(join(temporaryFolder().path, 'report.ndjson'));
  const running = host.run({
    workspace: workspace.path,
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath,
    env: { LABELWRIGHT_HOST_REPORT: report.path },
  });
  const late = new Promise((resolve) => setTimeout(resolve, limit * 60_000, `It did not end within ${limit} minutes.`));
  const ending = await Promise.race([running, late]);
  const { passed, failed, complete, current } = report.close();

  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) return 'Tests failed.';
  if (!complete) return `The suites did not run to their end. ${ending} The last test to begin: ${current ?? 'none'}.`;
  return passed === 0 ? 'No test was found.' : undefined;
}

let wrong;
try {
  wrong = await main();
} catch (error) {
  wrong = /** @type {Error} */ (error).message;
}
if (wrong) console.error(wrong);
// What was started (browser, server, VS Code) ends with this process.
process.exit(wrong ? 1 : 0);
