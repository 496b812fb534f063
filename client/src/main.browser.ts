import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension } from './extension';

/** The extension in a browser: the server is a worker, and reads files through the client. */
export function activate(context: vscode.ExtensionContext): void {
  const worker = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.worker.js').toString(true);
  activateExtension(
    context,
    (id, name, options) => new LanguageClient(id, name, () => Promise.resolve(new Worker(worker)), options),
  );
}
