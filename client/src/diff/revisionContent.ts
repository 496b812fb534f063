import * as vscode from 'vscode';
import { revisionScheme } from '../language/documents';
import type { Server } from '../services';

/** The address of a file as it was at a revision: read-only, under the file's own name. */
export function revisionUri(file: vscode.Uri, revision: string): vscode.Uri {
  const query = JSON.stringify({ uri: file.toString(), revision });
  return vscode.Uri.from({ scheme: revisionScheme, path: file.path, query });
}

/** Gives the texts of earlier versions to the editor. */
export function createRevisionContent(server: Server): vscode.TextDocumentContentProvider {
  return {
    async provideTextDocumentContent({ query }, token) {
      const { uri, revision } = JSON.parse(query) as { readonly uri: string; readonly revision: string };
      const text = await server.request('readRevision', { uri, revision }, token);
      if (text === null) throw new Error(vscode.l10n.t('The file does not exist at the revision {0}.', revision));
      return text;
    },
  };
}
