import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../scripts/vscode/project.mjs';
import { packageVsix } from '../../scripts/vscode/vsix.mjs';

/** What only a script has that drives a decoder of WebAssembly, and what begins every such decoder, in base64. */
const marksOfDecoders = ['HEAPU8', 'AGFzbQ'] as const;

function bundle(name: string): Promise<string> {
  return readFile(join(projectRoot, 'dist/webview', name), 'utf8');
}

it.each([
  ['samples', ['preview.js', 'decoder.js']],
  ['an image', ['image.js', 'decoder.js']],
  ['a comparison', ['diff.js']],
])('loads less than 300 kB with the page of %s', async (_page, scripts) => {
  const texts = await Promise.all(scripts.map(bundle));
  expect(Buffer.byteLength(texts.join(''))).toBeLessThan(300_000);
});

it('has large decoders in none of what is loaded first', async () => {
  const all = await bundle('allDecoders.js');
  for (const mark of marksOfDecoders) expect(all).toContain(mark);
  for (const name of ['preview.js', 'image.js', 'diff.js', 'decoder.js']) {
    const text = await bundle(name);
    for (const mark of marksOfDecoders) expect(text.includes(mark), `${mark} in ${name}`).toBe(false);
  }
});

it('is packed in less than 6 MB with all decoders, and without what only the benchmark needs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'labelwright-size-'));
  try {
    const path = join(folder, 'labelwright.vsix');
    await packageVsix(path);
    const bytes = await readFile(path);
    expect(bytes.length).toBeLessThan(6_000_000);
    const files = new Set(bytes.toString('latin1').match(/extension\/dist\/webview\/\w+\.\w+/g));
    const decoders = ['decoder.js', 'allDecoders.js', 'annotations.js', 'openjpeg.wasm', 'charls.wasm', 'openjph.wasm'];
    for (const name of decoders) expect(files).toContain(`extension/dist/webview/${name}`);
    const scripts = [...files].filter((name) => name.endsWith('.js'));
    for (const name of scripts) expect((await bundle(basename(name))).toLowerCase()).not.toContain('niivue');
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);
