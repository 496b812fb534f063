import { kindOfName } from '../model/kind';
import { decodeText } from './decode';
import type { FileSystem } from './fileSystem';
import { nameOf } from './uris';
import { filesBelow } from './walk';

const skipped = new Set(['node_modules', 'dist', 'out', 'build']);

/** Larger YAML files are taken for guidelines by their name only, not by their first key. */
const largestUnnamed = 1_000_000;

/** Each line before the first key can be read in one way only, so that no file takes long. */
const firstKey =
  /^\ufeff?(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r(?!\n)|\n)|---[ \t]*(?:\r\n|\r(?!\n)|\n))*(taxonomy|protocol):/;

const modeline = /^#\s*yaml-language-server:\s*\$schema=\S*\b(taxonomy|protocol|config)\.schema\.json/m;

/**
 * The URIs of the guideline files below a folder: by name, or YAML files by first key or modeline. Hidden folders and
 * folders of build results are left out.
 */
export async function scanForGuidelines(fileSystem: FileSystem, folder: string): Promise<string[]> {
  const isYaml = (name: string) => kindOfName(name) !== undefined || /\.ya?ml$/i.test(name);
  const found: string[] = [];
  for (const uri of await filesBelow(fileSystem, folder, isYaml, skipped)) {
    if (kindOfName(nameOf(uri)) || (await looksLikeGuideline(fileSystem, uri))) found.push(uri);
  }
  return found;
}

async function looksLikeGuideline(fileSystem: FileSystem, uri: string): Promise<boolean> {
  const stat = await fileSystem.stat(uri);
  if (!stat || stat.size > largestUnnamed) return false;
  const bytes = await fileSystem.read(uri);
  if (!bytes) return false;
  const text = decodeText(bytes.subarray(0, 4000));
  return firstKey.test(text) || modeline.test(text);
}
