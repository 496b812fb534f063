import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/** Who may use a file that was not there before, as far as the user's mask lets them. */
const newMode = 0o644;

/**
 * Writes a file, whole or not at all: beside it, and then in its place. A link stays a link, and a file that was there
 * keeps who may use it.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const real = await realpath(path).catch(() => path);
  const mode = await stat(real).then(
    (found) => found.mode,
    () => newMode,
  );
  const beside = join(dirname(real), `.${basename(real)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(beside, 'wx', mode & 0o7777);
    try {
      await file.writeFile(bytes);
      await file.chmod(mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, real);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
