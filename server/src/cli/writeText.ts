import type { FileSystem } from '../workspace/fileSystem';
import { decodeText, encodeText } from '../workspace/decode';
import type { Environment } from './environment';

/** Writes another text in the place of the one that a file was read with, as a whole and in its encoding; or tells why not. */
export async function writeText(
  fileSystem: FileSystem,
  uri: string,
  original: string,
  text: string,
  { replaceFile }: Environment,
): Promise<string | undefined> {
  const bytes = await fileSystem.read(uri);
  if (!bytes || decodeText(bytes) !== original) return 'it has changed meanwhile.';
  const encoded = encodeText(text, bytes);
  if (!encoded) return 'it holds characters that cannot be read, and would lose them.';
  return replaceFile(uri, encoded).then(
    () => undefined,
    (error: unknown) => `it cannot be written (${error instanceof Error ? error.message : String(error)}).`,
  );
}
