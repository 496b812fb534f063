import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pixelWhen } from '../pages/canvas';
import { writeFiles } from '../pages/files';
import { openFile, runCommand, webview } from './editor';
import { useWorkbench } from './harness';

const taxonomy = `taxonomy: abdomen
version: 1.0.0
title: Abdomen
labels:
  liver: {name: Liver, color: '#00ff00', value: 3, geometry: [mask]}
`;

const protocol = `protocol: abdomen-ct
version: 1.0.0
title: Abdomen on CT
taxonomy: {file: abdomen.taxonomy.yaml}
samples:
  volume: {image: data/volume.nii.gz, annotations: data/mask.nii.gz, shows: [liver]}
`;

const folder = mkdtempSync(join(tmpdir(), 'labelwright-limited-'));
writeFileSync(join(folder, 'abdomen.taxonomy.yaml'), taxonomy);
writeFileSync(join(folder, 'abdomen.protocol.yaml'), protocol);
await writeFiles(join(folder, 'data'));

const green = ([r, g, b]: readonly [number, number, number]) => g > r + 30 && g > b + 30;

describe('in Restricted Mode', () => {
  const workbench = useWorkbench({ folder, trusted: false });

  it('draws a volume with its mask', async () => {
    const { page } = workbench();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await openFile(page, 'abdomen.protocol.yaml');
    await runCommand(page, 'Labelwright: Preview Samples');
    const frame = await webview(page, 'Samples: abdomen.protocol.yaml');
    await pixelWhen(frame, 'the green liver', [0.28, 0.5], green);
  });
});

describe('in a virtual workspace', () => {
  // The folder that is opened holds a file alone, which names the folder of the guideline by another scheme.
  const opened = mkdtempSync(join(tmpdir(), 'labelwright-virtual-'));
  const folders = [{ uri: `labelwright-test:${folder}`, name: 'guideline' }];
  writeFileSync(join(opened, 'virtual.code-workspace'), JSON.stringify({ folders }));
  const workbench = useWorkbench({
    folder: opened,
    workspaceFile: 'virtual.code-workspace',
    extension: {
      name: 'virtual-files',
      host: 'test/workbench/virtualFiles/host.ts',
      activationEvents: ['onFileSystem:labelwright-test'],
    },
  });

  it('draws a volume with its mask, of files that only VS Code can read', async () => {
    const { page } = workbench();
    // Files of such a scheme are not found by name.
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'abdomen.protocol.yaml' }).dblclick();
    await page.locator('.tab.active[data-resource-name="abdomen.protocol.yaml"]').waitFor();
    await runCommand(page, 'Labelwright: Preview Samples');
    const frame = await webview(page, 'Samples: abdomen.protocol.yaml');
    await pixelWhen(frame, 'the green liver', [0.28, 0.5], green);
    expect(await frame.locator('[data-label="liver"]').innerText()).toContain('Liver');
  });
});
