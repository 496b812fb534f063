import { parse } from 'yaml';
import type { Around } from '../around';
import { isRecord, numberOf, textOf } from '../json';

/** What the files beside YOLO's labels say of them. */
export interface YoloNames {
  readonly names: ReadonlyMap<number, string>;
  /** How many key points an object has, and whether each has two numbers or three. */
  readonly keypoints?: { readonly count: number; readonly parts: number };
}

const folders = ['', '../', '../../', '../../../'];
const lists = ['classes.txt', 'obj.names', '_darknet.labels', 'darknet.labels'];
/** Larger files name no classes. */
const largest = 1_000_000;

/** Finds the names of the classes: `data.yaml` or a list, in the folder of the labels or above it. */
export async function readYoloNames({ beside }: Around): Promise<YoloNames | undefined> {
  if (!beside) return undefined;
  for (const folder of folders) {
    for (const name of ['data.yaml', 'dataset.yaml', 'data.yml']) {
      const text = textFrom(await beside(folder + name));
      const found = text === undefined ? undefined : fromYaml(text);
      if (found) return found;
    }
    for (const name of lists) {
      const text = textFrom(await beside(folder + name));
      if (text !== undefined) return { names: fromList(text) };
    }
  }
  return undefined;
}

function textFrom(bytes: Uint8Array | undefined): string | undefined {
  return bytes && bytes.length <= largest ? new TextDecoder().decode(bytes) : undefined;
}

function fromYaml(text: string): YoloNames | undefined {
  let root: unknown;
  try {
    // Aliases have no place in such a file, and can make a small one very large.
    root = parse(text, { maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    return undefined;
  }
  if (!isRecord(root)) return undefined;
  const given = root.names;
  const pairs = Array.isArray(given)
    ? given.map((name: unknown, i) => [i, name] as const)
    : isRecord(given)
      ? Object.entries(given).map(([key, name]) => [Number(key), name] as const)
      : [];
  const names = new Map(pairs.flatMap(([number, name]) => (textOf(name) ? [[number, String(name)] as const] : [])));
  if (names.size === 0) return undefined;
  const [count, parts]: readonly unknown[] = Array.isArray(root.kpt_shape) ? root.kpt_shape : [];
  const shape = { count: numberOf(count) ?? 0, parts: numberOf(parts) ?? 0 };
  return shape.count > 0 && (shape.parts === 2 || shape.parts === 3) ? { names, keypoints: shape } : { names };
}

function fromList(text: string): Map<number, string> {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return new Map(lines.flatMap((line, i) => (line === '' ? [] : [[i, line] as const])));
}
