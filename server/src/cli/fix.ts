import { fixAllAtOnce } from '../checks/fixAll';
import type { CheckSession } from './checkSession';
import type { Environment } from './environment';
import { applyEdits } from '../yaml/text';
import { writeText } from './writeText';

/** A fix may make room for another one, but not for ever. */
const mostPasses = 10;

/**
 * Applies the preferred fixes of files, again and again until there are none, and writes what has changed. Gives how
 * many problems were fixed. What cannot be written is said, and left as it is.
 */
export async function fixFiles(
  { fileSystem, workspace, problems }: CheckSession,
  uris: readonly string[],
  environment: Environment,
): Promise<number> {
  const before = new Map<string, string>();
  const fixedIn = new Map<string, number>();
  for (let pass = 0, changed = true; changed && pass < mostPasses; pass++) {
    changed = false;
    for (const uri of uris) {
      const file = await workspace.file(uri);
      if (!file) continue;
      const { edits, fixed } = fixAllAtOnce(file.document, await problems.of(uri));
      if (edits.length === 0) continue;
      const { text } = file.document;
      if (!before.has(uri)) before.set(uri, text.slice());
      workspace.open(uri, applyEdits(text, edits));
      fixedIn.set(uri, (fixedIn.get(uri) ?? 0) + fixed);
      changed = true;
    }
  }
  let sum = 0;
  for (const [uri, original] of before) {
    const text = (await workspace.file(uri))?.document.text.slice() ?? original;
    const refused = await writeText(fileSystem, uri, original, text, environment);
    if (refused === undefined) sum += fixedIn.get(uri) ?? 0;
    else environment.printError(`labelwright: ${environment.displayPath(uri)} was not mended: ${refused}\n`);
    workspace.close(uri);
  }
  return sum;
}
