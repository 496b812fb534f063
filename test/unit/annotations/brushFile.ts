/** The bytes of a mask as the brush of Label Studio packs them: one pixel painted or not, row by row. */
export function brushBytes(painted: readonly number[]): number[] {
  const bits: number[] = [];
  const write = (value: number, count: number) => {
    for (let i = count - 1; i >= 0; i--) bits.push(Math.floor(value / 2 ** i) % 2);
  };
  write(painted.length * 4, 32);
  write(7, 5);
  for (const size of [3, 4, 8, 16]) write(size - 1, 4);
  painted.forEach((one, i) => {
    // By turns as a run of four, and as four bytes of which the last is the opacity.
    write(i % 2 === 0 ? 1 : 0, 1);
    write(0, 2);
    write(3, 3);
    if (i % 2 === 0) write(one * 255, 8);
    else [9, 9, 9, one * 255].forEach((byte) => write(byte, 8));
  });
  while (bits.length % 8) bits.push(0);
  return Array.from({ length: bits.length / 8 }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2));
}
