import type { Connection } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { provideDiff } from '../language/diff';
import type { DiffParts } from '../language/diff';
import { provideLook } from '../language/look';
import { newGuideline } from '../language/newGuideline';
import { providePreview } from '../language/preview';
import type { Branches } from '../workspace/branches';
import { decodeText } from '../workspace/decode';
import type { FileSystem } from '../workspace/fileSystem';
import type { History } from '../workspace/history';
import { HistoryError } from '../workspace/history';
import type {
  ApprovedVersion,
  DiffParams,
  FileParams,
  LookParams,
  NewGuidelineParams,
  PreviewParams,
  ReadRevisionParams,
  RefInfo,
  RevisionInfo,
  RevisionsParams,
} from '../requests';
import { methods } from '../requests';

export interface GuidelineParts extends DiffParts {
  readonly fileSystem: FileSystem;
  readonly history: History;
  readonly branches: Branches;
  /** The last approved version of a file. */
  readonly approved: (uri: string) => Promise<ApprovedVersion | undefined>;
}

/** Answers the requests of {@link methods}. A mistake of the user comes back as an error with a sentence. */
export function registerGuidelineRequests(connection: Connection, parts: GuidelineParts): void {
  const { workspace, fileSystem, history, branches, approved } = parts;
  connection.onRequest(methods.preview, ({ uri }: PreviewParams, token) =>
    providePreview(workspace, fileSystem, { uri }, token),
  );
  connection.onRequest(methods.newGuideline, ({ title }: NewGuidelineParams) => newGuideline(title));
  connection.onRequest(methods.diff, (params: DiffParams, token) =>
    answer(async () => (await provideDiff(parts, params, () => token.isCancellationRequested)) ?? null),
  );
  connection.onRequest(methods.look, (params: LookParams, token) => answer(() => provideLook(parts, params, token)));
  connection.onRequest(
    methods.revisions,
    ({ uri, limit }: RevisionsParams): Promise<readonly RevisionInfo[] | ResponseError> =>
      answer(() => history.revisions(uri, limit)),
  );
  connection.onRequest(methods.refs, ({ uri }: FileParams): Promise<readonly RefInfo[] | ResponseError> =>
    answer(() => branches.refs(uri)),
  );
  connection.onRequest(methods.approved, ({ uri }: FileParams) => answer(async () => (await approved(uri)) ?? null));
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
