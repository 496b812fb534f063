import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { dicom, grey, placed } from '../unit/annotations/images/dicomFile';
import { nifti } from '../unit/annotations/images/files';
import { guideline, labels, samplesAt } from './guideline';
import { openPage } from './openPage';

/** What was measured, in ms unless the name says otherwise. */
export interface Measured {
  readonly name: string;
  readonly samples: readonly number[];
}

const [width, height, depth] = [512, 512, 300] as const;

/**
 * Measures the page of samples alone, in a headless Chromium under its policy: the time to a first picture, and the script
 * time from an event until the canvas is drawn.
 */
export async function measureViewer(runs: number): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'labelwright-speed-'));
  try {
    await writeImages(folder);
    const opened = await openPage('preview', { folder, viewport: { width: 1400, height: 900 } });
    try {
      const { page, address } = opened;
      const [first] = samplesAt(opened);
      const sample = (id: string, image: string, annotations?: string) => ({
        ...first!,
        ...{ key: id, id, image: address(image), imageName: image, annotationsName: annotations },
        annotations: annotations && address(annotations),
      });
      const slices = Array.from({ length: runs }, (_, i) => sample(`slice-${i}`, `slice.dcm?${i}`));
      const volume = sample('volume', 'ct.nii', 'mask.nii');
      const samples = [...slices, volume];
      await opened.send(guideline(samples));
      await page.locator('body[data-ready="slice-0"]').waitFor();
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Performance.enable');
      const measured: Measured[] = [];
      const measure = async (name: string, act: (run: number) => Promise<void>) => {
        const times: number[] = [];
        for (let run = 0; run < runs; run++) times.push(await scriptTime(page, cdp, () => act(run)));
        measured.push({ name, samples: times });
      };
      measured.push({
        name: 'first picture of a slice of 512 × 512, from its choice',
        samples: await firstPictures(page, slices.slice(1)),
      });
      const before = await memoryOf(page);
      await page.locator('[data-sample="volume"]').click();
      await page.locator('body[data-ready="volume"]').waitFor({ timeout: 120_000 });
      await page.locator('#canvas').focus();
      const press = (key: string) => () => page.keyboard.press(key);
      await measure('next slice of 512 × 512 × 300 with a mask', press('ArrowDown'));
      const colours = ['#112233', '#445566'];
      await measure('another colour of a label', (run) =>
        opened.send(
          guideline(
            samples,
            labels.map((each) => ({ ...each, color: colours[run % 2]! })),
          ),
        ),
      );
      await measure('another window', press('Alt+ArrowUp'));
      await page.getByRole('button', { name: 'Show three planes' }).click();
      await page.locator('#canvas-3[aria-label*="Sagittal"]').waitFor({ timeout: 120_000 });
      await page.locator('#canvas').focus();
      await measure('three planes of it', async (run) => {
        const box = (await page.locator('#canvas').boundingBox())!;
        await page.mouse.click(box.x + box.width / 2 + run * 3, box.y + box.height / 2 + run * 3);
      });
      const after = await memoryOf(page);
      if (before !== undefined && after !== undefined) {
        const needed = width * height * depth * (Int16Array.BYTES_PER_ELEMENT + Uint8Array.BYTES_PER_ELEMENT);
        const times = [(after - before) / needed];
        measured.push({
          name: 'memory for it, as a multiple of its voxels and those of the mask (no ms)',
          samples: times,
        });
      }
      return measured;
    } finally {
      await opened.stop();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Bytes that the process of a page and of its workers holds, after its garbage was collected; on Linux only. */
async function memoryOf(page: Page): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.detach();
  const whole = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  await whole.detach();
  const sizes: number[] = [];
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    sizes.push(Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024);
  }
  return Math.max(...sizes);
}

/** Script time of the page until it has drawn, and nothing more comes. */
async function scriptTime(page: Page, cdp: CDPSession, act: () => Promise<void>): Promise<number> {
  const spent = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000;
  };
  const before = await spent();
  await act();
  // Until two looks in a row find the same number of drawn frames.
  let last = '';
  for (;;) {
    const now = await page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.body.dataset['paints'] ?? ''))),
        ),
    );
    if (now === last) break;
    last = now;
  }
  return (await spent()) - before;
}

/** From the choice of a sample until it is drawn, by the clock of the page. */
async function firstPictures(page: Page, samples: readonly { readonly id: string }[]): Promise<number[]> {
  const times: number[] = [];
  for (const { id } of samples) {
    times.push(
      await page.evaluate(
        (wanted) =>
          new Promise<number>((resolve) => {
            const start = performance.now();
            new MutationObserver((_, observer) => {
              if (document.body.dataset['ready'] !== wanted) return;
              observer.disconnect();
              resolve(performance.now() - start);
            }).observe(document.body, { attributes: true });
            document.querySelector<HTMLElement>(`[data-sample="${wanted}"]`)!.click();
          }),
        id,
      ),
    );
  }
  return times;
}

async function writeImages(folder: string): Promise<void> {
  const slice = new Int16Array(width * height);
  for (let i = 0; i < slice.length; i++) slice[i] = ((i % width) + Math.floor(i / width)) * 2 - 1000;
  const bytes = new Uint8Array(slice.buffer);
  await writeFile(join(folder, 'slice.dcm'), dicom(grey(width, height, bytes, placed(0))));
  const mask = new Uint8Array(width * height);
  for (let i = 0; i < mask.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    mask[i] = Math.hypot(x - 256, y - 256) < 150 ? 1 + (Math.floor(x / 40) % 6) : 0;
  }
  const dims = [width, height, depth];
  const sform = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
  await writeVolume(join(folder, 'ct.nii'), nifti({ dims, type: 4, sform }), bytes);
  await writeVolume(join(folder, 'mask.nii'), nifti({ dims, type: 2, sform }), mask);
}

async function writeVolume(path: string, header: Uint8Array, slice: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  await file.write(header);
  for (let z = 0; z < depth; z++) await file.write(slice);
  await file.close();
}
