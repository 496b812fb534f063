import * as vscode from 'vscode';
import { fileBeside } from './fileBeside';

/** The files behind addresses that a page was given. It may ask the host for them, for what lies beside, and for no others. */
export interface GivenFiles {
  add(address: string, file: vscode.Uri): void;
  /**
   * The bytes of a file, or of the one at the path `beside` from it; nothing when the page was not given it, or it cannot be
   * read.
   */
  read(address: string, beside?: string): Promise<Uint8Array | undefined>;
}

/** What pages load when they need it. */
const partsOfPages = ['decoder.js', 'allDecoders.js', 'annotations.js', 'openjpeg.wasm', 'charls.wasm', 'openjph.wasm'];

/** Parts of the page's own bundle are given from the beginning. */
export function createGivenFiles(webview: vscode.Webview, extensionUri: vscode.Uri): GivenFiles {
  const files = new Map<string, vscode.Uri>();
  for (const name of partsOfPages) {
    const file = vscode.Uri.joinPath(extensionUri, 'dist', 'webview', name);
    files.set(webview.asWebviewUri(file).toString(), file);
  }
  return {
    add: (address, file) => files.set(address, file),
    async read(address, beside) {
      const own = files.get(address);
      const file = own && beside !== undefined ? await fileBeside(own, beside) : own;
      if (!file) return undefined;
      try {
        // A copy of its own: what the file system gives may be a part of something larger, which would be sent whole.
        return new Uint8Array(await vscode.workspace.fs.readFile(file));
      } catch {
        return undefined;
      }
    },
  };
}
