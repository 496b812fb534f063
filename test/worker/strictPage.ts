import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { until } from '../workbench/until';

/** The page's policy, and, as it comes with each file, that of a worker; what breaks it is told to /violations. */
const policyOf = (scripts: string) =>
  `default-src 'none'; script-src ${scripts}; worker-src 'self'; connect-src 'self'; report-uri /violations`;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** A request that the policy forbids: its report comes after those of all that was forbidden before. */
const probe = 'https://probe.invalid/';

/** An empty page in a headless Chromium that may load scripts and workers from one folder, and nothing else. */
export interface StrictPage {
  readonly page: Page;
  /** What has broken the policy so far, in the page and in its workers: the directive and what it blocked. */
  violations(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Serves a folder at `/` of 127.0.0.1 under the strict policy, and opens its empty page; `scripts` as in `script-src`. */
export async function openStrictPage(folder: string, scripts = "'self'"): Promise<StrictPage> {
  const reports: string[] = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname));
    const file = join(folder, path);
    response.setHeader('Content-Security-Policy', policyOf(scripts));
    if (path === '/violations') {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const report = JSON.parse(body)['csp-report'];
        reports.push(`${report['effective-directive']}: ${report['blocked-uri']}`);
        response.writeHead(204).end();
      });
    } else if (path === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Worker</title>');
    } else if (existsSync(file)) {
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    page,
    async violations() {
      // Chromium tells of the same address once only.
      const url = `${probe}${reports.length}`;
      await page.evaluate((address) => fetch(address).catch(() => undefined), url);
      await until('the report of the probe', async () => reports.find((each) => each.endsWith(url)));
      return reports.filter((each) => !each.includes(probe));
    },
    async stop() {
      await browser.close();
      server.close();
    },
  };
}
