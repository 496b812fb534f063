import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The guideline that the README, `npm start` and the tests in a real VS Code open. */
export const exampleFolder = join(projectRoot, 'examples/chest-xray');
