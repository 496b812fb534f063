const clear = 256;
const end = 257;
const mostCodes = 4096;

/**
 * Unpacks LZW as TIFF has it: codes of 9 to 12 bits, the highest first, of which each adds an entry to the table. Gives `most`
 * bytes at most, and what follows is left. Throws when a code is not in the table.
 */
export function unpackLzw(packed: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(most);
  // An entry is an earlier one with a byte behind it.
  const before = new Uint16Array(mostCodes);
  const first = new Uint8Array(mostCodes).map((_, code) => code);
  const last = first.slice();
  const length = new Uint16Array(mostCodes).fill(1);
  let [size, width, previous, filled] = [end + 1, 9, -1, 0];

  function add(byte: number): void {
    if (size === mostCodes) return;
    before[size] = previous;
    first[size] = first[previous]!;
    last[size] = byte;
    length[size] = length[previous]! + 1;
    size++;
  }

  function write(code: number): void {
    const stop = filled + length[code]!;
    for (let at = stop - 1, entry = code; at >= filled; at--, entry = before[entry]!) {
      if (at < most) out[at] = last[entry]!;
    }
    filled = Math.min(stop, most);
  }

  for (let bit = 0; filled < most && bit + width <= packed.length * 8;) {
    const at = bit >> 3;
    const word = (packed[at]! << 16) | ((packed[at + 1] ?? 0) << 8) | (packed[at + 2] ?? 0);
    const code = (word >> (24 - width - (bit & 7))) & ((1 << width) - 1);
    bit += width;
    if (code === end) break;
    if (code === clear) {
      [size, width, previous] = [end + 1, 9, -1];
      continue;
    }
    if (previous >= 0) add(code < size ? first[code]! : first[previous]!);
    if (code >= size || (previous < 0 && code > end)) throw new Error('This code is not in the table.');
    write(code);
    previous = code;
    if (size + 1 >= 1 << width && width < 12) width++;
  }
  return out.subarray(0, filled);
}
