import type { Connection } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { newGuideline } from '../language/newGuideline';
import { providePreview } from '../language/preview';
import { provideDiff } from '../language/diff';
import { decodeText } from '../workspace/decode';
import type { FileSystem } from '../workspace/fileSystem';
import type { History } from '../workspace/history';
import { HistoryError } from '../workspace/history';
import type { Workspace } from '../workspace/workspace';
import type {
  DiffParams,
  NewGuidelineParams,
  PreviewParams,
  ReadRevisionParams,
  RevisionInfo,
  RevisionsParams,
} from '../requests';
import { methods } from '../requests';

/** Answers the requests of {@link methods}. A mistake of the user comes back as an error with a sentence. */
export function registerGuidelineRequests(
  connection: Connection,
  { workspace, fileSystem, history }: { workspace: Workspace; fileSystem: FileSystem; history: History },
): void {
  connection.onRequest(methods.preview, ({ uri }: PreviewParams, token) =>
    providePreview(workspace, fileSystem, { uri }, token),
  );
  connection.onRequest(methods.newGuideline, ({ title }: NewGuidelineParams) => newGuideline(title));
  connection.onRequest(methods.diff, (params: DiffParams) => answer(() => provideDiff(workspace, history, params)));
  connection.onRequest(
    methods.revisions,
    ({ uri, limit }: RevisionsParams): Promise<readonly RevisionInfo[] | ResponseError> =>
      answer(() => history.revisions(uri, limit)),
  );
  connection.onRequest(methods.readRevision, ({ uri, revision }: ReadRevisionParams) =>
    answer(async () => {
      const bytes = await (await history.at(uri, revision)).read(uri);
      return bytes ? decodeText(bytes) : null;
    }),
  );
}

async function answer<T>(work: () => Promise<T>): Promise<T | ResponseError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HistoryError) return new ResponseError(ErrorCodes.InvalidParams, error.message);
    throw error;
  }
}
