/** The pages by the name of their bundle. */
export type PageName = 'preview' | 'image' | 'diff';

/** What a page may load and run: all show images, by a worker with compiled decoders. `own` is where the files of page and workspace come from. */
export function pagePolicy(own: string, nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src ${own}`,
    `img-src ${own} blob: data:`,
    `font-src ${own}`,
    `connect-src ${own} blob:`,
  ].join('; ');
}

/** The text of a page; `source` gives the address of a file of its bundle. */
export function pageDocument(name: PageName, policy: string, nonce: string, source: (file: string) => string): string {
  // Pages of images will ask for it first of all.
  const early = name === 'diff' ? '' : `\n  <link rel="preload" as="fetch" crossorigin href="${source('decoder.js')}">`;
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${source(`${name}.css`)}">${early}
  <title>Labelwright</title>
</head>
<body>
  <script nonce="${nonce}" src="${source(`${name}.js`)}"></script>
</body>
</html>`;
}
