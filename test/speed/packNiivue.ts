import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/vscode/project.mjs';
import { packageVsix } from '../../scripts/vscode/vsix.mjs';

/** What its command is called. */
export const openNiivue = 'Open niivue';

/** Makes an extension with the page of niivue in a folder, and packs it; the path of its VSIX. */
export async function packNiivue(folder: string): Promise<string> {
  const extension = join(folder, 'niivue');
  await mkdir(extension, { recursive: true });
  const common = { bundle: true, minify: true, outdir: extension, logLevel: 'warning' } as const;
  const source = (name: string) => join(projectRoot, 'test/speed/niivue', `${name}.ts`);
  await build({ ...common, entryPoints: [source('page')], platform: 'browser', format: 'iife' });
  await build({ ...common, entryPoints: [source('host')], platform: 'node', format: 'cjs', external: ['vscode'] });
  const manifest = {
    name: 'labelwright-bench',
    displayName: 'niivue for the benchmark',
    description: 'Shows a volume with niivue.',
    version: '0.0.1',
    publisher: 'labelwright',
    license: 'MIT',
    engines: { vscode: '^1.100.0' },
    main: './host.js',
    files: ['*.js'],
    contributes: { commands: [{ command: 'labelwright-bench.niivue', title: openNiivue }] },
  };
  await writeFile(join(extension, 'package.json'), JSON.stringify(manifest));
  const vsix = join(folder, 'niivue.vsix');
  await packageVsix(vsix, extension);
  return vsix;
}
