import { packExtension } from '../workbench/packExtension';

/** What its command is called. */
export const openNiivue = 'Open niivue';

/** Makes an extension with the page of niivue in a folder; the path of its VSIX. */
export function packNiivue(folder: string): Promise<string> {
  return packExtension(folder, {
    name: 'labelwright-bench',
    host: 'test/speed/niivue/host.ts',
    page: 'test/speed/niivue/page.ts',
    commands: [{ command: 'labelwright-bench.niivue', title: openNiivue }],
  });
}
