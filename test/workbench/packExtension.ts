import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { projectRoot } from '../../scripts/vscode/project.mjs';
import { packageVsix } from '../../scripts/vscode/vsix.mjs';

/** An extension that only a test or the benchmark needs. Paths are those of TypeScript files in the project. */
export interface OwnExtension {
  readonly name: string;
  readonly host: string;
  /** A script for a page. */
  readonly page?: string;
  readonly activationEvents?: readonly string[];
  readonly commands?: readonly { readonly command: string; readonly title: string }[];
}

/** Builds an extension in a folder and packs it; the path of its VSIX. The scripts are named as their files are. */
export async function packExtension(folder: string, extension: OwnExtension): Promise<string> {
  const { name, host, page, activationEvents = [], commands = [] } = extension;
  const own = join(folder, name);
  await mkdir(own, { recursive: true });
  const common = { bundle: true, minify: true, outdir: own, logLevel: 'warning' } as const;
  const source = (path: string) => [join(projectRoot, path)];
  await build({ ...common, entryPoints: source(host), platform: 'node', format: 'cjs', external: ['vscode'] });
  if (page) await build({ ...common, entryPoints: source(page), platform: 'browser', format: 'iife' });
  const manifest = {
    name,
    description: 'For tests of Labelwright.',
    version: '0.0.1',
    publisher: 'labelwright',
    license: 'MIT',
    engines: { vscode: '^1.100.0' },
    main: `./${basename(host, '.ts')}.js`,
    files: ['*.js'],
    activationEvents,
    contributes: { commands },
  };
  await writeFile(join(own, 'package.json'), JSON.stringify(manifest));
  const vsix = join(folder, `${name}.vsix`);
  await packageVsix(vsix, own);
  return vsix;
}
