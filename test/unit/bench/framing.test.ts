import { expect, it } from 'vitest';
import { createDecoder, encode } from '../../../scripts/bench/framing.mjs';

it.each([1, 7, 40, 10_000])('reads messages from pieces of %d bytes', (size) => {
  const messages = [{ id: 1, result: '≥ 2 mm' }, { method: 'initialized' }, { id: 2, result: 'x'.repeat(500) }];
  const stream = Buffer.concat(messages.map(encode));
  const read: unknown[] = [];
  const take = createDecoder((body) => read.push(JSON.parse(body.toString('utf8'))));
  for (let from = 0; from < stream.length; from += size) take(stream.subarray(from, from + size));
  expect(read).toEqual(messages.map((message) => ({ jsonrpc: '2.0', ...message })));
});

it('refuses a message that does not say how long it is', () => {
  const take = createDecoder(() => undefined);
  expect(() => take(Buffer.from('Content-Type: x\r\n\r\n{}'))).toThrow(
    'A message of the server does not say how long it is.',
  );
});
