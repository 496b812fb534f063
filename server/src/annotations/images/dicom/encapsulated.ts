import type { ByteSource } from '../byteSource';
import { cutOff, UnreadableImage } from '../unreadable';

/** A stretch of the file, `to` exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const item = 0xfffee000;
const end = 0xfffee0dd;

/** So much is read at once while going from item to item. */
const window = 2 ** 16;

/** Finds the items of compressed pixels: the table of offsets, then the fragments. */
async function itemsOf(source: ByteSource, from: number): Promise<Stretch[]> {
  const items: Stretch[] = [];
  let part: DataView = new DataView(new ArrayBuffer(0));
  let partAt = from;
  for (let at = from; at < source.size;) {
    if (at + 8 > source.size) throw cutOff('DICOM');
    if (at + 8 > partAt + part.byteLength) {
      const bytes = await source.read(at, Math.min(at + window, source.size));
      if (bytes.length < 8) throw cutOff('DICOM');
      part = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      partAt = at;
    }
    const tag = part.getUint16(at - partAt, true) * 0x10000 + part.getUint16(at - partAt + 2, true);
    const length = part.getUint32(at - partAt + 4, true);
    if (tag === end) break;
    const to = at + 8 + length;
    if (tag !== item || to > source.size) throw cutOff('DICOM');
    items.push({ from: at + 8, to });
    at = to;
  }
  return items;
}

/** Finds the fragments of each frame of compressed pixels, and reads a frame when it is asked for. */
export async function openEncapsulated(
  source: ByteSource,
  from: number,
  frames: number,
): Promise<(frame: number) => Promise<Uint8Array>> {
  const [table, ...fragments] = await itemsOf(source, from);
  if (!table || fragments.length === 0) throw cutOff('DICOM');
  const groups = await groupsOf(source, table, fragments, frames);
  return async (frame) => {
    const parts = await Promise.all(groups[frame]!.map(({ from, to }) => source.read(from, to)));
    if (parts.length === 1) return parts[0]!;
    const out = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
    let at = 0;
    for (const part of parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  };
}

async function groupsOf(
  source: ByteSource,
  table: Stretch,
  fragments: Stretch[],
  frames: number,
): Promise<Stretch[][]> {
  if (frames === 1) return [fragments];
  if (fragments.length === frames) return fragments.map((fragment) => [fragment]);
  const starts = await startsOf(source, table, fragments);
  if (starts.size !== frames || !starts.has(fragments[0]!.from)) {
    const counts = `${frames} frames, and ${fragments.length} pieces that do not make so many`;
    throw new UnreadableImage(`This DICOM file is damaged or cut off: it states ${counts}.`);
  }
  const groups: Stretch[][] = [];
  for (const fragment of fragments) {
    if (starts.has(fragment.from)) groups.push([]);
    groups.at(-1)!.push(fragment);
  }
  return groups;
}

/** Where frames begin: as the table says; without one, where a fragment begins like an image of its own. */
async function startsOf(source: ByteSource, table: Stretch, fragments: readonly Stretch[]): Promise<Set<number>> {
  const known = new Set(fragments.map(({ from }) => from));
  const base = fragments[0]!.from;
  if (table.to - table.from >= 8) {
    const bytes = await source.read(table.from, table.to);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const offsets = Array.from({ length: bytes.length >> 2 }, (_, i) => base + view.getUint32(i * 4, true));
    if (offsets.every((offset) => known.has(offset))) return new Set(offsets);
  }
  const starts = new Set<number>();
  for (const { from } of fragments) {
    const [first, second] = await source.read(from, from + 2);
    // Start of a JPEG, a JPEG-LS, a JPEG 2000 codestream.
    if (first === 0xff && (second === 0xd8 || second === 0x4f)) starts.add(from);
  }
  return starts;
}
