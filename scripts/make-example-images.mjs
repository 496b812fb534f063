#!/usr/bin/env node
// Draws the sample images of examples/chest-xray and writes the annotations that go with them.
//   node scripts/make-example-images.mjs            writes the files
//   node scripts/make-example-images.mjs --check    says whether the files are what the program draws (exit 1 if not)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import { cocoDocument, printDocument } from './example-images/coco.mjs';
import { develop } from './example-images/developing.mjs';
import { samples } from './example-images/samples.mjs';

const folder = new URL('../examples/chest-xray/samples/', import.meta.url);

/** Films whose findings are hairlines are kept without loss; the others may be small. */
const lossless = new Set(['large-pneumothorax', 'apical-pneumothorax-drained', 'skin-fold']);

function asPng({ width, height, data }) {
  return encodePng({ width, height, data, channels: 1, depth: 8 }, { zlib: { level: 9 } });
}

function asJpeg({ width, height, data }) {
  const rgba = new Uint8Array(width * height * 4);
  data.forEach((grey, i) => rgba.set([grey, grey, grey, 255], i * 4));
  return encodeJpeg({ width, height, data: rgba }, 88).data;
}

function* makeFiles() {
  for (const make of samples) {
    const { name, seed, attenuation, marks } = make();
    const film = develop(attenuation, seed);
    const image = lossless.has(name) ? `${name}.png` : `${name}.jpg`;
    yield { file: image, content: lossless.has(name) ? asPng(film) : asJpeg(film) };
    yield { file: `${name}.coco.json`, content: Buffer.from(printDocument(cocoDocument(image, marks))) };
  }
}

function isSame(url, content) {
  try {
    return readFileSync(url).equals(content);
  } catch {
    return false;
  }
}

const check = process.argv.includes('--check');
mkdirSync(folder, { recursive: true });
for (const { file, content } of makeFiles()) {
  const url = new URL(file, folder);
  if (!check) writeFileSync(url, content);
  else if (!isSame(url, content)) {
    console.error(
      `examples/chest-xray/samples/${file} is not what the program draws. Run scripts/make-example-images.mjs.`,
    );
    process.exitCode = 1;
  }
}
