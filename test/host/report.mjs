import { closeSync, openSync, readFileSync, unwatchFile, watchFile } from 'node:fs';

/**
 * Follows the file into which `run()` of index.ts writes, and prints each test as it ends.
 * @param {string} path a file to be made
 */
export function followReport(path) {
  closeSync(openSync(path, 'w'));
  let read = 0;
  let passed = 0;
  let failed = 0;
  let complete = false;
  /** @type {string | undefined} */
  let current;

  const readOn = () => {
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    for (const line of lines.slice(read)) {
      const { event, test, milliseconds, error } = JSON.parse(line);
      const name = test?.join(' › ');
      if (event === 'start') {
        current = name;
      } else if (event === 'pass') {
        passed++;
        console.log(`  ✓ ${name} (${milliseconds} ms)`);
      } else if (event === 'fail') {
        failed++;
        console.log(`  ✗ ${name}\n${error.replace(/^/gm, '      ')}`);
      } else {
        complete = true;
      }
    }
    read = lines.length;
  };
  watchFile(path, { interval: 100 }, readOn);

  return {
    path,
    /** @returns what came of it, and the test that began last */
    close() {
      unwatchFile(path);
      readOn();
      return { passed, failed, complete, current };
    },
  };
}
