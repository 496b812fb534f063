import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadWasm } from '../../annotations/images/picture';

/** Loads decoders from the folder in which the build puts them. */
export function createDecoders(folder: string): LoadWasm {
  return (codec) => readFile(join(folder, `${codec}.wasm`));
}
