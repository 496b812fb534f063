import { readFile, stat } from 'node:fs/promises';
import { relative, join } from 'node:path';
import { packageVsix } from './vscode/vsix.mjs';
import { projectRoot } from './vscode/project.mjs';

const { name, version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
const path = join(projectRoot, `${name}-${version}.vsix`);
await packageVsix(path);
const { size } = await stat(path);
console.log(
  `${relative(process.cwd(), path)}: ${Math.round(size / 1024)} kB. Install it with "Extensions: Install from VSIX…".`,
);
