import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Who installs Labelwright from its git repository (pre-commit does) gets no built files with it. npm prints what a
// script writes to its standard output where others read the name of a package: nothing is printed.
const built = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
if (!existsSync(built)) execSync('npm run build', { stdio: ['ignore', 'ignore', 'inherit'] });
