import type { Page } from 'playwright-core';

/** What processes say of their memory: sizes in bytes, hexadecimal, by allocator. */
interface Dump {
  readonly args?: {
    readonly dumps?: { readonly allocators?: Readonly<Record<string, { attrs?: { size?: { value: string } } }>> };
  };
}

/**
 * Bytes that the process of a page and of its workers holds, after its garbage was collected: those of the largest page
 * of the browser. Without the answers to requests that the browser keeps for its debugger, by which it is driven here.
 */
export async function memoryOf(page: Page): Promise<number> {
  const own = await page.context().newCDPSession(page);
  await own.send('HeapProfiler.collectGarbage');
  await own.detach();
  const browser = await page.context().browser()!.newBrowserCDPSession();
  const dumps: Dump[] = [];
  browser.on('Tracing.dataCollected', ({ value }) => dumps.push(...(value as Dump[])));
  const done = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve));
  const traceConfig = {
    includedCategories: ['disabled-by-default-memory-infra'],
    excludedCategories: ['*'],
    memoryDumpConfig: {},
  };
  await browser.send('Tracing.start', { traceConfig });
  await browser.send('Tracing.requestMemoryDump');
  await browser.send('Tracing.end');
  await done;
  await browser.detach();
  return Math.max(...dumps.map(heldIn));
}

function heldIn({ args }: Dump): number {
  const allocators = args?.dumps?.allocators ?? {};
  const size = (name: string) => parseInt(allocators[name]?.attrs?.size?.value ?? '0', 16);
  if (size('v8') === 0) return 0;
  return (
    size('v8') + size('malloc') + size('blink_gc') + size('partition_alloc') - size('partition_alloc/partitions/buffer')
  );
}
