import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { CodeLensRefreshRequest, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CodeLensParts } from '../language/codeLens';
import { provideCodeLenses } from '../language/codeLens';

export interface LensService {
  /** Something beside the text of a file changed: other files, or the history. */
  refresh(): void;
}

/** Answers what stands above documents. */
export function registerLenses(connection: Connection, client: ClientCapabilities, parts: CodeLensParts): LensService {
  connection.onCodeLens(
    async ({ textDocument }, token) =>
      (await provideCodeLenses(parts, textDocument.uri, token)) ??
      new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since.'),
  );
  const canRefresh = client.workspace?.codeLens?.refreshSupport ?? false;
  return {
    refresh() {
      // A client that is about to go does not answer.
      if (canRefresh) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    },
  };
}
