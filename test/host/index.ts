import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

type Report = (event: Record<string, unknown>) => void;

/**
 * Runs every suite beside this file in the extension host, and writes what happens, one JSON object a line, to the
 * file that LABELWRIGHT_HOST_REPORT names: both hosts have a file system, but no output of theirs is the same.
 * @throws when a suite cannot be loaded or a test failed, so that the host ends with an error
 */
export async function run(): Promise<void> {
  const path = process.env.LABELWRIGHT_HOST_REPORT;
  if (!path) throw new Error('LABELWRIGHT_HOST_REPORT names no file: start this by test/host/run.mjs.');
  const report: Report = (event) => appendFileSync(path, `${JSON.stringify(event)}\n`);
  const failures = await runSuites(report).catch((error: Error) => {
    report({ event: 'fail', test: ['loading the suites'], error: error.stack });
    return 1;
  });
  report({ event: 'end' });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

/** @returns how many tests failed */
async function runSuites(report: Report): Promise<number> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, forbidPending: true, color: false });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.suite.cjs')) mocha.addFile(join(__dirname, name));
  }
  return new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('test', (test) => report({ event: 'start', test: test.titlePath() }));
    runner.on('pass', (test) => report({ event: 'pass', test: test.titlePath(), milliseconds: test.duration }));
    runner.on('fail', (test, error: Error) =>
      report({ event: 'fail', test: test.titlePath(), error: error.stack ?? error.message }),
    );
  });
}
