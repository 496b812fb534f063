import { afterEach, describe, expect, it, vi } from 'vitest';
import { openRemote } from '../../../client/src/viewer/webview/remoteFile';

const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => i % 251);
const file = { name: 'a.nii', address: 'https://files/a.nii' };

/** A host of one file; what is asked for is recorded. */
function serve(ranges: boolean): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (_: string, { headers }: { headers: { Range: string } }) => {
    asked.push(headers.Range);
    if (!ranges) return new Response(bytes);
    const [from, last] = headers.Range.replace('bytes=', '').split('-').map(Number) as [number, number];
    const end = Math.min(last, bytes.length - 1);
    const part = { 'Content-Range': `bytes ${from}-${end}/${bytes.length}` };
    return new Response(bytes.slice(from, end + 1), { status: 206, headers: part });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('a file that is fetched', () => {
  it('is read in parts, its beginning once', async () => {
    const asked = serve(true);
    const remote = await openRemote(file);
    expect(remote?.size).toBe(3_000_000);
    expect(await remote?.read(10, 20)).toEqual(bytes.slice(10, 20));
    expect(asked).toEqual(['bytes=0-1048575']);
    expect(await remote?.read(1_900_000, 1_900_010)).toEqual(bytes.slice(1_900_000, 1_900_010));
    expect(await remote?.read(2_999_990, 9_000_000)).toEqual(bytes.slice(2_999_990));
    expect(asked.slice(1)).toEqual(['bytes=1900000-1900009', 'bytes=2999990-2999999']);
  });

  it('is read as a whole once where there are no parts', async () => {
    const asked = serve(false);
    const remote = await openRemote(file);
    expect(await remote?.read(1_900_000, 1_900_010)).toEqual(bytes.slice(1_900_000, 1_900_010));
    expect(asked).toHaveLength(1);
  });

  it('comes by the host where it cannot be fetched, and is nothing where it is not there', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const remote = await openRemote(file, async () => bytes.slice(0, 5));
    expect(remote?.size).toBe(5);
    expect(await remote?.read(1, 99)).toEqual(bytes.slice(1, 5));
    expect(await openRemote(file)).toBeUndefined();
    expect(await openRemote(file, async () => undefined)).toBeUndefined();
  });

  it('may be empty', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 416 }));
    expect((await openRemote(file))?.size).toBe(0);
  });
});
