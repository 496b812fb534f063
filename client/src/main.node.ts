import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateExtension } from './extension';

/** Half of what V8 takes for objects that are new: large taxonomies are read hardly slower. */
const lessMemory = '--max-semi-space-size=8';

/** The extension where there is Node: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  const ipc = { module, transport: TransportKind.ipc };
  const run = { ...ipc, options: { execArgv: [lessMemory] } };
  const debug = { ...ipc, options: { execArgv: [lessMemory, '--nolazy', '--inspect=6019'] } };
  activateExtension(context, (id, name, options) => new LanguageClient(id, name, { run, debug }, options));
}
