import { it } from 'vitest';
import { openPage } from './openPage';
const D='/work/shared/data/annotations';
const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
it('looks', async () => {
  const theme = process.env.THEME ?? 'vscode-dark';
  const css = theme === 'vscode-dark' ? 'body{--vscode-editor-background:#1e1e1e;--vscode-foreground:#ccc;--vscode-descriptionForeground:#9d9d9d;--vscode-dropdown-background:#333;--vscode-dropdown-foreground:#eee}' : '';
  const p = await openPage('preview', { folder: D, theme, css });
  p.page.on('console', (m) => console.log('console', m.text()));
  p.page.on('pageerror', (m) => console.log('pageerror', m.message));
  const label = (id: string, name: string, value: number|undefined, color?: string) => ({ id, name, color, value, definition: `${name}: what it is.`, include: ['A line'], exclude: ['No fold'], names: [], aliases: [], codes: [], skeleton: [], deprecated: false, uri: 'file:///t.yaml', range: place, entryRange: place });
  const S = (id: string, image: string, annotations?: string) => ({ key: id, id, kind: 'typical', caption: `About ${id}`, shows: ['liver'], about: [], problems: [], windows: [{ name: 'Lung', center: -600, width: 1500 }], image: p.address(image), imageName: image.split('/').at(-1), annotations: annotations && p.address(annotations), annotationsName: annotations?.split('/').at(-1) });
  const samples = [
    S('mr', 'nifti/totalsegmentator_example_mr_sm.nii.gz', 'nifti/totalsegmentator_example_seg_mr.nii.gz'),
    S('ct-overlap', 'dicom-images/highdicom_ct_image.dcm', 'dicom-seg/highdicom_seg_image_ct_binary_overlap.dcm'),
    S('ct-frac', 'dicom-images/highdicom_ct_image.dcm', 'dicom-seg/highdicom_seg_image_ct_true_fractional.dcm'),
    S('dx', 'dicom-images/highdicom_dx_image.dcm', 'dicom-seg/highdicom_seg_image_cr_binary.dcm'),
    S('coco', 'coco/datumaro/coco/images/train/a.jpg', 'coco/datumaro/coco/annotations/person_keypoints_train.json'),
    S('sm', 'dicom-images/highdicom_sm_image.dcm'),
  ];
  const labels = [label('spleen', 'Spleen', 1, '#e4572e'), label('kidney-right', 'Right kidney', 2), label('kidney-left', 'Left kidney', 3), label('gallbladder','Gallbladder',4), label('liver', 'Liver', 5, '#4ea72e'), label('stomach','Stomach',6), label('pancreas','Pancreas',7)];
  await p.send({ type: 'guideline', uri: 'file:///t.yaml', kind: 'taxonomy', title: 'T', labels, samples });
  const only = (process.env.ONLY ?? samples.map((s) => s.id).join()).split(',');
  for (const id of only) {
    await p.page.locator(`[data-sample="${id}"]`).click();
    await p.page.locator(`body[data-ready="${id}"]`).waitFor({ timeout: 40000 });
    if (process.env.THREE) { await p.page.getByRole('button', { name: 'Show three planes' }).click(); await p.page.waitForTimeout(1500); }
    await p.page.mouse.move(600, 300);
    await p.page.waitForTimeout(400);
    await p.page.screenshot({ path: `/tmp/lw/shot-p-${id}${process.env.THREE ? '-3' : ''}.png` });
    console.log(id, await p.page.locator('.sample-header').innerText());
  }
  console.log(await p.violations());
  await p.stop();
}, 120000);
