import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Page } from 'playwright-core';
import { pageDocument, pagePolicy, type PageName } from '../../client/src/panels/document';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { projectRoot } from '../../scripts/vscode/project.mjs';

/** A page of the extension alone, in a headless Chromium, under the policy that it has in the editor. */
export interface OpenedPage {
  readonly page: Page;
  /** Sends a message as the host does. */
  send(message: unknown): Promise<void>;
  /** What the page has said to its host so far. */
  said(): Promise<readonly { readonly type: string }[]>;
  /** The address of a file in the folder that is served. */
  address(file: string): string;
  /** The files of that folder that were asked for, with the bytes that were sent of each. */
  readonly sent: ReadonlyMap<string, number>;
  /** The parts of the extension that were asked for: `decoder.js`. */
  readonly parts: ReadonlySet<string>;
  /** What has broken the policy: the directive and what it blocked. */
  violations(): Promise<readonly string[]>;
  /** Loads the page anew, with the state that it has kept. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

export interface PageOptions {
  /** Whose files are served. */
  readonly folder: string;
  /** Whether the host gives parts of files. */
  readonly ranges?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A class of the body, as the editor sets it for its themes. */
  readonly theme?: string;
  /** The editor's variables of the theme. */
  readonly css?: string;
}

/** Opens a page. Its files come from another origin than itself, as in the editor. */
export async function openPage(name: PageName, options: PageOptions): Promise<OpenedPage> {
  const { folder, ranges = true, viewport = { width: 1200, height: 800 }, theme = 'vscode-dark', css = '' } = options;
  const sent = new Map<string, number>();
  const parts = new Set<string>();
  const files = await serve((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const own = path.startsWith('/webview/');
    const file = own ? join(projectRoot, 'dist', path) : join(folder, path);
    const bytes = sendFile(file, ranges ? request.headers.range : undefined, response);
    if (own) parts.add(path.slice('/webview/'.length));
    if (!own && bytes !== undefined) sent.set(path.slice(1), (sent.get(path.slice(1)) ?? 0) + bytes);
  });
  const reports: string[] = [];
  const nonce = 'a1b2c3';
  const policy = pagePolicy(files.origin, nonce);
  const host = await serve((request, response) => {
    if (request.url === '/violations') return take(request, response, reports);
    const text = pageDocument(name, policy, nonce, (file) => `${files.origin}/webview/${file}`);
    // By a header too, so that workers report what they break.
    const header = `${policy}; report-uri /violations`;
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': header });
    response.end(text.replace('<body>', `<body class="${theme}">`));
  });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport });
  await page.addInitScript((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
    const said: unknown[] = [];
    const broken: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      broken.push(`${effectiveDirective}: ${blockedURI}`),
    );
    Object.assign(window, {
      said,
      broken,
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => said.push(message),
        getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null'),
        setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
      }),
    });
  }, css);
  await page.goto(host.origin);
  return {
    page,
    sent,
    parts,
    send: (message) => page.evaluate((data) => void window.postMessage(data, '*'), message),
    said: () => page.evaluate(() => (window as unknown as { said: { type: string }[] }).said),
    address: (file) => `${files.origin}/${file}`,
    violations: async () => [
      ...(await page.evaluate(() => (window as unknown as { broken: string[] }).broken)),
      ...reports,
    ],
    reload: async () => void (await page.reload()),
    async stop() {
      await browser.close();
      host.server.close();
      files.server.close();
    },
  };
}

async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ server: Server; origin: string }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Sends a file or a part of it; the number of bytes, or nothing when there is none. */
function sendFile(file: string, range: string | undefined, response: ServerResponse): number | undefined {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Content-Range' };
  let size: number;
  try {
    size = statSync(file).size;
  } catch {
    response.writeHead(404, headers).end();
    return undefined;
  }
  const type = types[extname(file)] ?? 'application/octet-stream';
  const asked = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
  const start = asked ? Number(asked[1]) : 0;
  const end = asked ? Math.min(Number(asked[2]), size - 1) : size - 1;
  if (asked && start >= size) {
    response.writeHead(416, headers).end();
    return 0;
  }
  const part = asked ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {};
  response.writeHead(asked ? 206 : 200, { ...headers, 'Content-Type': type, ...part });
  createReadStream(file, { start, end: Math.max(start, end) }).pipe(response);
  return end - start + 1;
}

function take(request: IncomingMessage, response: ServerResponse, reports: string[]): void {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    const report = JSON.parse(body)['csp-report'];
    reports.push(`${report['effective-directive']}: ${report['blocked-uri']}`);
    response.writeHead(204).end();
  });
}
