import { encode as encodePng } from 'fast-png';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFile, runCommand, webview } from './editor';
import { useWorkbench } from './harness';

const taxonomy = `taxonomy: parts
version: 1.0.0
title: Parts
labels:
  nodule:
    name: Nodule
    geometry: [mask]
`;

const sample = (id: string, image: string) => `  ${id}:
    image: ${image}
    annotations: ${id}.json
    shows: [nodule]
`;

const protocol = `protocol: reading
version: 1.0.0
title: Reading
taxonomy: {file: parts.taxonomy.yaml}
samples:
${sample('inside', 'picture.png')}${sample('linked', 'picture.png')}${sample('above', 'picture.png')}${sample('image', 'link.png')}`;

/** A panoptic file, whose masks are in a picture: of the name that it gives, in a folder of its own name. */
const panoptic = (fileName: string) =>
  JSON.stringify({
    images: [{ id: 1, file_name: 'picture.png', width: 4, height: 4 }],
    categories: [{ id: 1, name: 'nodule' }],
    annotations: [
      {
        image_id: 1,
        file_name: fileName,
        segments_info: [{ id: 1, category_id: 1, bbox: [0, 0, 4, 4], area: 16, iscrowd: 0 }],
      },
    ],
  });

const parent = mkdtempSync(join(tmpdir(), 'labelwright-reach-'));
const folder = join(parent, 'guideline');
for (const name of ['guideline', 'guideline/inside', 'outside']) mkdirSync(join(parent, name));
const red = encodePng({
  width: 4,
  height: 4,
  channels: 3,
  data: Uint8Array.from({ length: 48 }, (_, i) => +(i % 3 === 0)),
});
const files = {
  'outside/a.png': red,
  'guideline/picture.png': red,
  'guideline/inside/a.png': red,
  'guideline/inside.json': panoptic('a.png'),
  'guideline/linked.json': panoptic('a.png'),
  'guideline/above.json': panoptic('../outside/a.png'),
  'guideline/image.json': panoptic('a.png'),
  'guideline/parts.taxonomy.yaml': taxonomy,
  'guideline/reading.protocol.yaml': protocol,
};
for (const [name, content] of Object.entries(files)) writeFileSync(join(parent, name), content);

const workbench = useWorkbench({ folder });

it('what lies beside annotations is read, and nothing that a link or a path leads out to', async () => {
  const { page, workspace } = workbench();
  symlinkSync(join(parent, 'outside'), join(workspace, 'linked'));
  symlinkSync(join(parent, 'outside/a.png'), join(workspace, 'link.png'));
  await openFile(page, 'reading.protocol.yaml');
  await runCommand(page, 'Labelwright: Preview Samples');
  const frame = await webview(page, 'Samples: reading.protocol.yaml');
  const show = async (id: string): Promise<string> => {
    await frame.locator(`[data-sample="${id}"]`).click();
    await frame.locator(`body[data-ready="${id}"]`).waitFor();
    return frame.locator('.side').innerText();
  };
  const inside = await show('inside');
  expect(inside).toContain('mask');
  expect(inside).not.toContain('beside');
  for (const id of ['linked', 'above']) {
    expect(await show(id)).toContain('“a.png” is not beside it, so that only boxes are read.');
  }
  expect(await show('image')).toContain('There is no file ‘link.png’.');
});
