import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDecoder } from '../../../client/src/viewer/webview/decoder';
import { planesOf } from '../../../client/src/viewer/webview/planes';
import { pictureInfo } from './pictures';

interface Message {
  readonly id: number;
  readonly type: string;
}

/** A worker that answers by what is set for it; without an answer it computes for ever. */
class FakeWorker extends EventTarget {
  static answers: Readonly<Record<string, unknown>> = {};
  /** Of the workers after the first, where they are others. */
  static later: Readonly<Record<string, unknown>> | undefined;
  static readonly started: FakeWorker[] = [];
  ended = false;
  readonly asked: string[] = [];
  private readonly isFirst = FakeWorker.started.length === 0;

  constructor() {
    super();
    FakeWorker.started.push(this);
  }

  postMessage({ id, type }: Message): void {
    this.asked.push(type);
    const answers = (this.isFirst ? undefined : FakeWorker.later) ?? FakeWorker.answers;
    if (!(type in answers)) return;
    const answer = { id, answer: answers[type] };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: answer })));
  }

  terminate(): void {
    this.ended = true;
  }
}

const file = { name: 'a.dcm', address: 'https://files/a.dcm' };
const base = 'https://files/page.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('fetch', async () => new Response('bytes'));
  FakeWorker.started.length = 0;
  FakeWorker.later = undefined;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a decoder', () => {
  it('ends a worker that takes too long, says so, and starts another', async () => {
    FakeWorker.answers = {};
    const decoder = createDecoder({ base, patience: 30_000 });
    const opening = decoder.open([file]);
    const told = expect(opening).rejects.toThrow('Reading this file took longer than 30 seconds, and was stopped.');
    await vi.advanceTimersByTimeAsync(29_000);
    expect(FakeWorker.started[0]?.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(3_000);
    await told;
    expect(FakeWorker.started[0]?.ended).toBe(true);
    FakeWorker.answers = { open: pictureInfo() };
    expect((await decoder.open([file])).info.width).toBe(4);
    expect(FakeWorker.started).toHaveLength(2);
  });

  it('opens a picture again in the worker that comes after', async () => {
    FakeWorker.answers = { open: pictureInfo() };
    const decoder = createDecoder({ base, patience: 1_000 });
    const picture = await decoder.open([file]);
    const [plane] = planesOf(picture.info);
    const told = expect(picture.plane(plane, 0, 0)).rejects.toThrow('took longer than 1 seconds');
    await vi.advanceTimersByTimeAsync(3_000);
    await told;
    FakeWorker.answers = { open: pictureInfo(), plane: { values: new Uint8Array(12), slope: 1, intercept: 0 } };
    expect((await picture.plane(plane, 0, 0)).values).toHaveLength(12);
    expect(FakeWorker.started[1]?.asked).toEqual(['open', 'plane']);
  });

  it.each([
    ['opened', { open: 'elsewhere' }, ['open']],
    ['read', { open: pictureInfo(), plane: 'elsewhere' }, ['open', 'plane']],
  ])('goes to the worker with all decoders when a picture cannot be %s by the first', async (_when, answers, asked) => {
    const fetched: string[] = [];
    vi.stubGlobal('fetch', async (address: string) => {
      fetched.push(address);
      return new Response('bytes');
    });
    FakeWorker.answers = answers;
    FakeWorker.later = { open: pictureInfo(), plane: { values: new Uint8Array(12), slope: 1, intercept: 0 } };
    const picture = await createDecoder({ base }).open([file]);
    const [plane] = planesOf(picture.info);
    const frames = await Promise.all([picture.plane(plane, 0, 0), picture.plane(plane, 0, 0)]);
    expect(frames.map(({ values }) => values.length)).toEqual([12, 12]);
    expect(new Set(FakeWorker.started[0]?.asked)).toEqual(new Set(asked));
    expect(FakeWorker.started[1]?.asked).toEqual(['open', 'plane', 'plane']);
    expect(fetched.filter((address) => address.endsWith('.js'))).toEqual([
      'https://files/decoder.js',
      'https://files/allDecoders.js',
    ]);
  });

  it('reads annotations in a worker of their own, while the picture is opened', async () => {
    FakeWorker.answers = { annotations: { file: { format: 'COCO', images: [], problems: [] } } };
    let opened: (info: undefined) => void = () => undefined;
    const reading = createDecoder({ base }).annotations(file, new Promise((resolve) => (opened = resolve)));
    await vi.waitFor(() => expect(FakeWorker.started).toHaveLength(1));
    expect(FakeWorker.started[0]?.asked).toEqual([]);
    opened(undefined);
    expect((await reading)?.file.format).toBe('COCO');
  });

  it('says that a file is not there', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    await expect(createDecoder({ base }).open([file])).rejects.toThrow(
      'The file a.dcm is not there, or cannot be read.',
    );
  });

  it('says that it could not be loaded itself', async () => {
    vi.stubGlobal(
      'fetch',
      async (address: string) => new Response('', { status: address.endsWith('.js') ? 404 : 200 }),
    );
    await expect(createDecoder({ base }).open([file])).rejects.toThrow('The decoder of images could not be loaded.');
  });
});
