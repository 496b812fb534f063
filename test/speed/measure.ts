import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { serveWorkbench } from '../../scripts/vscode/served.mjs';
import { packageVsix } from '../../scripts/vscode/vsix.mjs';
import { openFile, runCommand, typeAt, webview } from '../workbench/editor';
import { until } from '../workbench/until';
import { memoryOf } from './memory';
import { openNiivue, packNiivue } from './packNiivue';
import { decodedBytes, writeGuideline } from './volume';
import { type Step, timeStep, watchPage } from './watch';

/** What was measured: of Labelwright, and of niivue where it can do the same. */
export interface Measured {
  readonly name: string;
  readonly unit: 'ms' | 'times';
  readonly ours: readonly number[];
  readonly niivue?: readonly number[];
}

/** Minutes, since niivue may need some. */
const patience = 600_000;

/**
 * Measures the page of samples in a real VS Code, installed from its VSIX, and niivue in a page of the same window.
 * `say` is told how far it is.
 */
export async function measureViewer(runs: number, say: (line: string) => void): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'labelwright-speed-'));
  try {
    const workspace = join(folder, 'guideline');
    await writeGuideline(workspace, runs);
    const vsix = join(folder, 'labelwright.vsix');
    await packageVsix(vsix);
    const others = [await packNiivue(folder)];
    const inWindow = async <T>(measure: (page: Page, cdp: CDPSession) => Promise<T>): Promise<T> => {
      const vscode = await serveWorkbench({ workspace, vsix, others });
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
        await page.goto(vscode.url);
        await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
        const cdp = await page.context().newCDPSession(page);
        return await measure(page, cdp);
      } finally {
        await browser.close();
        await vscode.stop();
      }
    };
    say('the viewer: Labelwright …');
    const ours = await inWindow((page, cdp) => measureOurs(page, cdp, runs));
    say('the viewer: niivue …');
    const niivue = await inWindow((page, cdp) => measureNiivue(page, cdp, runs));
    return Object.entries(ours).map(([name, [unit, samples]]) => ({ name, unit, ours: samples, niivue: niivue[name] }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const names = {
  opened: 'a slice of 512 × 512: from the page being ready to its picture',
  chosen: 'a slice of 512 × 512: from its choice to its picture',
  volume: 'the volume: from its choice to its first picture',
  whole: 'the volume: from its choice to its picture with the mask',
  next: 'next slice, until it is drawn',
  nextScript: 'next slice, script time',
  planes: 'another point in three planes, until they are drawn',
  planesScript: 'another point in three planes, script time',
  colour: 'another colour of a label, until it is drawn',
  colourScript: 'another colour of a label, script time',
  memory: 'memory, as a multiple of the decoded voxels and mask',
};

type Results = Record<string, ['ms' | 'times', readonly number[]]>;

async function measureOurs(page: Page, cdp: CDPSession, runs: number): Promise<Results> {
  const title = 'Samples: bench.protocol.yaml';
  const opened: number[] = [];
  let frame: Frame | undefined;
  for (let run = 0; run < runs; run++) {
    await openFile(page, 'bench.protocol.yaml');
    await runCommand(page, 'Labelwright: Preview Samples');
    frame = await webview(page, title);
    await frame.locator('body[data-ready="slice-0"]').waitFor();
    opened.push(await sinceReady(frame, 'ready'));
    if (run + 1 < runs) {
      await runCommand(page, 'View: Close All Editors');
      await until('the page to be closed', async () => frame!.isDetached() || undefined);
    }
  }
  const shown = frame!;
  await watchPage(shown);
  const press = (key: string) => () => shown.locator('#canvas').press(key);
  const times = async (act: (run: number) => Promise<unknown>): Promise<Step[]> => {
    const steps: Step[] = [];
    for (let run = 0; run < runs; run++) steps.push(await timeStep(shown, cdp, '/preview.js', () => act(run)));
    return steps;
  };

  const chosen: number[] = [];
  for (let run = 1; run < runs; run++) chosen.push((await choose(shown, `slice-${run}`)).first);
  // What the list of samples reads of them is not counted with the volume.
  // Small pictures are made of samples that are in sight.
  await shown.locator('[data-sample="volume"]').scrollIntoViewIfNeeded();
  await shown.locator('[data-sample="volume"] canvas.thumbnail').waitFor({ timeout: patience });
  const before = await memoryOf(page);
  const volume = await choose(shown, 'volume');
  await press('ArrowDown')();
  const next = await times(press('ArrowDown'));
  const colour = await recolour(shown, times);
  await shown.getByRole('button', { name: 'Show three planes' }).click();
  await shown.locator('#canvas-3[aria-label*="Sagittal"]').waitFor({ timeout: patience });
  const planes = await times((run) =>
    shown.locator('#canvas').click({ position: { x: 60 + run * 5, y: 60 + run * 5 } }),
  );
  const after = await memoryOf(page);
  return {
    [names.opened]: ['ms', opened],
    [names.chosen]: ['ms', chosen],
    [names.volume]: ['ms', [volume.first]],
    [names.whole]: ['ms', [volume.whole]],
    ...steps(next, names.next, names.nextScript),
    ...steps(planes, names.planes, names.planesScript),
    ...steps(colour, names.colour, names.colourScript),
    ...memory(before, after),
  };
}

async function measureNiivue(page: Page, cdp: CDPSession, runs: number): Promise<Record<string, readonly number[]>> {
  await runCommand(page, openNiivue);
  const frame = await webview(page, 'niivue');
  await until('the page of niivue', () => frame.evaluate(() => document.body.dataset['volumes']));
  const before = await memoryOf(page);
  await frame.evaluate(() => window.postMessage(JSON.parse(document.body.dataset['volumes']!), '*'));
  await frame.locator('body[data-ready="volume"]').waitFor({ timeout: patience });
  const whole: Results[string] = ['ms', [await sinceReady(frame, 'chosen')]];
  await watchPage(frame);
  const canvas = (await frame.locator('#canvas').boundingBox())!;
  await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  const next: Step[] = [];
  for (let run = 0; run < runs; run++)
    next.push(await timeStep(frame, cdp, '/page.js', () => page.mouse.wheel(0, 100)));
  const planes: Step[] = [];
  await timeStep(frame, cdp, '/page.js', () => frame.evaluate(() => window.postMessage({ planes: true }, '*')));
  for (let run = 0; run < runs; run++) {
    const [x, y] = [canvas.x + canvas.width / 4 + run * 5, canvas.y + canvas.height / 4 + run * 5];
    planes.push(await timeStep(frame, cdp, '/page.js', () => page.mouse.click(x, y)));
  }
  const after = await memoryOf(page);
  const all: Results = {
    // It shows nothing before it has both.
    [names.volume]: whole,
    [names.whole]: whole,
    ...steps(next, names.next, names.nextScript),
    ...steps(planes, names.planes, names.planesScript),
    ...memory(before, after),
  };
  return Object.fromEntries(Object.entries(all).map(([name, [, samples]]) => [name, samples]));
}

function steps(of: readonly Step[], seen: string, script: string): Results {
  return { [seen]: ['ms', of.map((step) => step.seen)], [script]: ['ms', of.map((step) => step.script)] };
}

function memory(before: number, after: number): Results {
  return { [names.memory]: ['times', [(after - before) / decodedBytes]] };
}

/** From a mark of a page to its first picture. */
function sinceReady(frame: Frame, mark: string): Promise<number> {
  return frame.evaluate((from) => {
    const at = (name: string) => performance.getEntriesByName(name, 'mark')[0]!.startTime;
    return at('first picture') - at(from);
  }, mark);
}

/** From the choice of a sample until it is drawn, and until its annotations are too, by the clock of the page. */
function choose(frame: Frame, sample: string): Promise<{ first: number; whole: number }> {
  return frame.evaluate(
    (wanted) =>
      new Promise<{ first: number; whole: number }>((resolve) => {
        const start = performance.now();
        let first = 0;
        new MutationObserver((_, observer) => {
          const { ready, unfinished } = document.body.dataset;
          if (ready !== wanted) return;
          first ||= performance.now() - start;
          if (unfinished !== 'false') return;
          observer.disconnect();
          resolve({ first, whole: performance.now() - start });
        }).observe(document.body, { attributes: true });
        document.querySelector<HTMLElement>(`[data-sample="${wanted}"]`)!.click();
      }),
    sample,
  );
}

/** Sends the guideline again, as the host does while a colour is typed. */
async function recolour(
  frame: Frame,
  times: (act: (run: number) => Promise<unknown>) => Promise<Step[]>,
): Promise<Step[]> {
  await frame.evaluate(() => {
    window.addEventListener('message', ({ data }: MessageEvent) => {
      if (data?.type === 'guideline') Object.assign(window, { guideline: data });
    });
  });
  // The host sends it when something was typed: the title of the protocol.
  await typeAt(frame.page(), { line: 3, column: 13 }, 'x');
  await until('the guideline', () => frame.evaluate(() => ('guideline' in window ? true : undefined)));
  return times((run) =>
    frame.evaluate(
      (color) => {
        const { guideline } = window as unknown as { guideline: { labels: { color?: string }[] } };
        const labels = guideline.labels.map((label) => ({ ...label, color }));
        window.postMessage({ ...guideline, labels }, '*');
      },
      ['#112233', '#445566'][run % 2]!,
    ),
  );
}
