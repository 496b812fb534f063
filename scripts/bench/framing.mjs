/**
 * A message as the base protocol of LSP frames it.
 * @param {object} message
 * @returns {Buffer}
 */
export function encode(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/**
 * Cuts a stream into the bodies of its messages. Each is handed over unparsed, at the moment its last byte has come, so
 * that a clock can be stopped before the time of the reader counts.
 * @param {(body: Buffer) => void} onBody
 * @returns {(chunk: Buffer) => void} takes what comes from the stream, in any pieces
 */
export function createDecoder(onBody) {
  /** @type {Buffer[]} */
  let chunks = [];
  let size = 0;
  /** @type {number | undefined} */
  let length;

  function join() {
    const all = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, size);
    chunks = [all];
    return all;
  }

  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    for (;;) {
      if (length === undefined) {
        const all = join();
        const end = all.indexOf('\r\n\r\n');
        if (end < 0) return;
        const header = /content-length: *(\d+)/i.exec(all.toString('latin1', 0, end));
        if (!header) throw new Error('A message of the server does not say how long it is.');
        length = Number(header[1]);
        chunks = [all.subarray(end + 4)];
        size -= end + 4;
      }
      if (size < length) return;
      const all = join();
      const body = all.subarray(0, length);
      chunks = [all.subarray(length)];
      size -= length;
      length = undefined;
      onBody(body);
    }
  };
}
