import * as vscode from 'vscode';
import { revisionScheme } from '../language/documents';
import type { Server } from '../services';
import { shortRevision } from './shortRevision';

/**
 * The address of a file as it was at a revision: read-only. Its title is the last part of the path, so that the revision and
 * the guideline's version stand there; the file's name comes last, for its ending tells the language.
 */
export function revisionUri(file: vscode.Uri, revision: string, version?: string | null): vscode.Uri {
  const query = JSON.stringify({ uri: file.toString(), revision });
  const folder = file.path.lastIndexOf('/') + 1;
  const words = [version, shortRevision(revision), file.path.slice(folder)].filter(Boolean);
  const title = words.join(' · ').replaceAll('/', '∕');
  return vscode.Uri.from({ scheme: revisionScheme, path: file.path.slice(0, folder) + title, query });
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
