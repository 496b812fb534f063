/** The text of a file: UTF-8, or UTF-16 where it says so by its byte order mark, which is left out. Never throws. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/**
 * A text as the bytes of a file that is to keep its encoding and byte order mark. Nothing where the file holds what is
 * no text in its encoding: it would be lost.
 */
export function encodeText(text: string, like: Uint8Array): Uint8Array | undefined {
  const isSame = (bytes: Uint8Array) => bytes.length === like.length && bytes.every((byte, i) => byte === like[i]);
  return isSame(encoded(decodeText(like), like)) ? encoded(text, like) : undefined;
}

function encoded(text: string, [first, second, third]: Uint8Array): Uint8Array {
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) {
    const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
    return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text);
  }
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  view.setUint16(0, 0xfeff, isLittle);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i + 2, text.charCodeAt(i), isLittle);
  return new Uint8Array(view.buffer);
}
