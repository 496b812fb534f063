import * as vscode from 'vscode';
import type { DiffLook } from '../../../server/src/requests';
import { fileName } from '../fileName';
import type { Server } from '../services';
import type { Comparison } from './comparison';
import { sideOf } from './comparison';
import type { LookSample, PageLook } from './protocol';

/** Finds out how a label is drawn in two versions, with samples that the page can fetch. */
export function createLooks(
  webview: vscode.Webview,
  server: Server,
): (comparison: Comparison, look: DiffLook) => Promise<PageLook> {
  const address = (uri: string) => webview.asWebviewUri(vscode.Uri.parse(uri)).toString();

  /** The text of a file in the older version; nothing where it was not there, is as it stands, or is no text (a mask). */
  async function formerText(uri: string, revision: string | undefined): Promise<string | undefined> {
    if (revision === undefined) return undefined;
    const text = await server.request('readRevision', { uri, revision }).catch(() => null);
    return text === null || /[\0\ufffd]/.test(text) ? undefined : text;
  }

  return async ({ from, to }, look) => {
    const { before, after, samples } = await server.request('look', { from: sideOf(from), to: sideOf(to), look });
    const shown = samples.map(async ({ id, caption, image, annotations, windows }): Promise<LookSample | undefined> => {
      if (image === undefined || annotations === undefined) return undefined;
      const formerAnnotations = await formerText(annotations, from.revision);
      return {
        id,
        ...(caption !== undefined && { caption }),
        imageName: fileName(image),
        windows,
        image: address(image),
        annotations: address(annotations),
        annotationsName: fileName(annotations),
        ...(formerAnnotations !== undefined && { formerAnnotations }),
      };
    });
    return { before, after, samples: (await Promise.all(shown)).filter((sample) => sample !== undefined) };
  };
}
