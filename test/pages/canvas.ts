import type { Frame, Page } from 'playwright-core';
import { until } from '../workbench/until';

/** Red, green and blue of a canvas at a place given in parts of its width and height. */
export function pixelAt(
  page: Page | Frame,
  x: number,
  y: number,
  id = 'canvas',
): Promise<readonly [number, number, number]> {
  return page.evaluate(
    ([canvasId, left, top]) => {
      const canvas = document.getElementById(canvasId) as HTMLCanvasElement;
      const [column, row] = [Math.floor(canvas.width * left), Math.floor(canvas.height * top)];
      const { data } = canvas.getContext('2d')!.getImageData(column, row, 1, 1);
      return [data[0]!, data[1]!, data[2]!] as const;
    },
    [id, x, y] as const,
  );
}

/** Waits until a canvas has a pixel that is as wanted. */
export async function pixelWhen(
  page: Page | Frame,
  what: string,
  at: readonly [x: number, y: number],
  wanted: (rgb: readonly [number, number, number]) => boolean,
  id?: string,
): Promise<void> {
  await until(what, async () => wanted(await pixelAt(page, at[0], at[1], id)) || undefined);
}

/** Where a canvas is on the page, in CSS pixels, at a place given in parts of its width and height. */
export async function placeOn(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = (await page.locator('#canvas').boundingBox())!;
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}
