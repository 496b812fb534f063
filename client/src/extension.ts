import type * as vscode from 'vscode';
import * as diff from './diff/register';
import * as files from './files/register';
import * as guideline from './guideline/register';
import * as image from './image/register';
import * as recognise from './language/recognise';
import type { CreateClient } from './language/server';
import { startServer } from './language/server';
import * as preview from './preview/register';
import type { Services } from './services';
import * as status from './status/register';

/** Composes the extension. `createClient` is what differs between a desktop and a browser. */
export function activateExtension(context: vscode.ExtensionContext, createClient: CreateClient): void {
  const { server, client } = startServer(context, createClient, files.answerFileRequests);
  const services: Services = { server, extensionUri: context.extensionUri };
  context.subscriptions.push(client);
  for (const feature of [recognise, status, preview, image, diff, guideline]) feature.register(context, services);
}
