import { isGlob, matchesGlob } from '../workspace/glob';
import { scanForGuidelines } from '../workspace/scan';
import { folderOf, relativeUri } from '../workspace/uris';
import type { Environment } from './environment';
import { UnusableCall } from './environment';
import { workspaceRoot } from './root';

/** Why a file that is named is no guideline. */
export const noGuideline =
  'its name does not end in .taxonomy.yaml or .protocol.yaml, and its first key is neither “taxonomy” nor “protocol”.';

/**
 * The guideline files that paths name, each once, by the workspace they are in: files as they are, folders with all
 * below them, and patterns (`guidelines/**`). Those that fit an excluded pattern are left out.
 */
export async function guidelineFiles(
  paths: readonly string[],
  exclude: readonly string[],
  environment: Environment,
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const path of paths) {
    const { folder, files } = await filesOf(path, environment);
    const root = await workspaceRoot(environment.fileSystem([]), environment.workingDirectory, folder);
    const wanted = files.filter((uri) => !isExcluded(environment.displayPath(uri), exclude));
    const known = found.get(root) ?? new Set();
    found.set(root, known);
    for (const file of wanted) known.add(file);
  }
  if ([...found.values()].every((files) => files.size === 0)) {
    throw new UnusableCall('All guidelines that were named are excluded, so that there is nothing to check.');
  }
  return found;
}

/** Whether a path fits an excluded pattern; a folder excludes what is in it, also without the `/`. */
export function isExcluded(path: string, exclude: readonly string[]): boolean {
  const patterns = exclude.map((pattern) => pattern.replace(/^\.\//, '').replace(/\/$/, ''));
  return patterns.some((pattern) => matchesGlob(path, pattern) || matchesGlob(path, `${pattern}/`));
}

async function filesOf(path: string, environment: Environment): Promise<{ folder: string; files: readonly string[] }> {
  const fileSystem = environment.fileSystem([]);
  const uri = environment.uriOf(path);
  const stat = await fileSystem.stat(uri);
  if (stat?.type === 'file') return { folder: folderOf(uri), files: [uri] };
  if (stat) {
    const files = await scanForGuidelines(fileSystem, uri);
    if (files.length > 0) return { folder: uri, files };
    throw new UnusableCall(
      `There is no guideline in “${path}”. Guidelines are files whose names end in .taxonomy.yaml or .protocol.yaml.`,
    );
  }
  if (!isGlob(path)) throw new UnusableCall(`There is no file or folder “${path}”.`);
  const { fixed, rest } = splitGlob(path);
  const folder = environment.uriOf(fixed);
  const files = (await scanForGuidelines(fileSystem, folder)).filter((file) => fitsBelow(folder, file, rest));
  if (files.length === 0) throw new UnusableCall(`There is no guideline whose path fits “${path}”.`);
  return { folder, files };
}

/** A pattern of paths as the folder that it surely is below, and the rest, which begins with what stands for others. */
export function splitGlob(pattern: string): { fixed: string; rest: string } {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => isGlob(part));
  const fixed = parts.slice(0, first).join('/');
  return { fixed: fixed || (pattern.startsWith('/') ? '/' : '.'), rest: parts.slice(first).join('/') };
}

/** Whether a file below a folder fits a pattern that is seen from there. */
export function fitsBelow(folder: string, uri: string, pattern: string): boolean {
  const path = relativeUri(folder, uri);
  // With a `/` before them, patterns fit at the top only, as a shell has it.
  return path !== undefined && matchesGlob(`./${decodeURIComponent(path)}`, `./${pattern}`);
}
