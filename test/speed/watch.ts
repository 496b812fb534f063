import type { CDPSession, Frame } from 'playwright-core';

/** How long something took, in ms. */
export interface Step {
  /** Spent in the script of the page and in what it calls, by the browser's profiler. */
  readonly script: number;
  /** From the event until the last canvas that changed was drawn. */
  readonly seen: number;
}

interface Watch {
  start: number;
  end: number;
}

/** In a page that counts what it has drawn in `data-paints`: tells when an event came, and when its last picture was drawn. */
export async function watchPage(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const watch: Watch = { start: 0, end: 0 };
    Object.assign(window, { watch });
    const began = () => {
      watch.start ||= performance.now();
    };
    for (const type of ['keydown', 'pointerdown', 'wheel', 'message']) {
      window.addEventListener(type, began, { capture: true, passive: true });
    }
    new MutationObserver(() => {
      for (const canvas of document.querySelectorAll('canvas')) {
        // A pixel is there when all before it has been drawn; the page of niivue asks for one by itself.
        if (canvas.id.startsWith('canvas')) canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
      }
      watch.end = performance.now();
    }).observe(document.body, { attributeFilter: ['data-paints'] });
  });
}

/** Lets something happen on a watched page of this script, and waits until it is drawn and nothing more comes. */
export async function timeStep(
  frame: Frame,
  cdp: CDPSession,
  script: string,
  act: () => Promise<unknown>,
): Promise<Step> {
  await frame.evaluate(() => Object.assign((window as unknown as { watch: Watch }).watch, { start: 0, end: 0 }));
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  await act();
  const seen = await frame.evaluate(async () => {
    const { watch } = window as unknown as { watch: Watch };
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let last = -1;
    for (let quiet = 0; quiet < 3;) {
      await nextFrame();
      quiet = watch.end > 0 && watch.end === last ? quiet + 1 : 0;
      last = watch.end;
    }
    return watch.end - watch.start;
  });
  const { profile } = await cdp.send('Profiler.stop');
  return { seen, script: timeIn(profile, script) };
}

/** What is used of a profile of the browser. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  /** From each sample to the next, in µs. */
  readonly timeDeltas?: readonly number[];
}

/** The ms in which a script, or what it called, was at work. */
function timeIn({ nodes, samples = [], timeDeltas = [] }: Profile, script: string): number {
  const inside = new Set<number>();
  // Nodes stand before those that they called.
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.url.endsWith(script)) inside.add(id);
    if (inside.has(id)) children.forEach((child) => inside.add(child));
  }
  return samples.reduce((sum, id, i) => sum + (inside.has(id) ? (timeDeltas[i + 1] ?? 0) : 0), 0) / 1000;
}
