/** How many characters at the start of a file show whether it is text. */
const sampleLength = 4096;

/** The offset of the first odd character, when the start of a content shows that it is no text; else -1. */
export function binaryAt(start: string): number {
  const sample = start.slice(0, sampleLength);
  const first = oddCharacterAt(sample);
  if (first < 0) return -1;
  const odd = sample.match(/[\0\x01-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
  return sample.includes('\0') || odd > sample.length / 20 ? first : -1;
}

/** The offset of the first character that no text holds: a control character, or what stands for broken bytes; else -1. */
export function oddCharacterAt(text: string): number {
  return text.search(/[\0\x01-\x08\x0e-\x1f\ufffd]/);
}

/** The start of a content, long enough for {@link binaryAt}. */
export function startOf(content: { slice(start: number, end: number): string }): string {
  return content.slice(0, sampleLength);
}
