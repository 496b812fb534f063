import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Problems } from '../checks/problems';
import { provideCodeActions } from '../language/codeActions';
import { provideCompletion } from '../language/completion';
import { withoutSnippets } from '../language/completionItem';
import { locationsOf, provideDefinition } from '../language/definition';
import { provideDocumentColors, provideColorPresentations } from '../language/documentColors';
import { provideDocumentLinks } from '../language/documentLinks';
import { provideDocumentSymbols } from '../language/documentSymbols';
import { provideHover } from '../language/hover';
import { provideReferences } from '../language/references';
import { prepareRename, provideRename } from '../language/rename';
import type { Standings } from '../language/standing';
import { provideWorkspaceSymbols } from '../language/workspaceSymbols';
import type { FileSystem } from '../workspace/fileSystem';
import type { Workspace } from '../workspace/workspace';

export interface LanguageParts {
  readonly workspace: Workspace;
  readonly fileSystem: FileSystem;
  readonly problems: Problems;
  readonly standings: Standings;
  /** What the client can do. */
  readonly client: ClientCapabilities;
}

/** Answers the language requests of a client. */
export function registerLanguage(
  connection: Connection,
  { workspace, fileSystem, problems, standings, client }: LanguageParts,
): void {
  connection.onCompletion(async ({ textDocument, position }, token) => {
    const list = await provideCompletion(workspace, fileSystem, textDocument.uri, position, token);
    const snippets = client.textDocument?.completion?.completionItem?.snippetSupport ?? false;
    return snippets ? list : { ...list, items: withoutSnippets(list.items) };
  });
  connection.onHover(({ textDocument, position }, token) =>
    provideHover(workspace, textDocument.uri, position, token, standings),
  );
  connection.onDefinition(async ({ textDocument, position }, token) => {
    const links = await provideDefinition(workspace, textDocument.uri, position, token);
    return client.textDocument?.definition?.linkSupport ? links : locationsOf(links);
  });
  connection.onReferences(({ textDocument, position, context }, token) =>
    provideReferences(workspace, textDocument.uri, position, context, token),
  );
  connection.onPrepareRename(({ textDocument, position }, token) =>
    prepareRename(workspace, textDocument.uri, position, token),
  );
  connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
    const result = await provideRename(workspace, textDocument.uri, position, newName, token);
    if (result && 'refused' in result) return new ResponseError(ErrorCodes.InvalidParams, result.refused);
    return result?.edit;
  });
  connection.onDocumentSymbol(({ textDocument }, token) => provideDocumentSymbols(workspace, textDocument.uri, token));
  connection.onWorkspaceSymbol(({ query }, token) => provideWorkspaceSymbols(workspace, query, token));
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    provideCodeActions(workspace, textDocument.uri, range, context, (uri) => problems.of(uri), token),
  );
  connection.onDocumentLinks(({ textDocument }, token) => provideDocumentLinks(workspace, textDocument.uri, token));
  connection.onDocumentColor(({ textDocument }, token) => provideDocumentColors(workspace, textDocument.uri, token));
  connection.onColorPresentation(({ textDocument, color, range }, token) =>
    provideColorPresentations(workspace, textDocument.uri, color, range, token),
  );
}
