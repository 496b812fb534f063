import type * as vscode from 'vscode';
import type {
  ApprovedVersion,
  DiffParams,
  DiffResult,
  FileParams,
  LookParams,
  LookResult,
  NewFile,
  NewGuidelineParams,
  PreviewParams,
  PreviewResult,
  ReadRevisionParams,
  RefInfo,
  RevisionInfo,
  RevisionsParams,
} from '../../server/src/requests';

/** What each request of ours takes and gives. */
export interface Requests {
  readonly preview: { readonly params: PreviewParams; readonly result: PreviewResult | null };
  readonly diff: { readonly params: DiffParams; readonly result: DiffResult | null };
  readonly look: { readonly params: LookParams; readonly result: LookResult };
  readonly refs: { readonly params: FileParams; readonly result: readonly RefInfo[] };
  readonly approved: { readonly params: FileParams; readonly result: ApprovedVersion | null };
  readonly revisions: { readonly params: RevisionsParams; readonly result: readonly RevisionInfo[] };
  readonly readRevision: { readonly params: ReadRevisionParams; readonly result: string | null };
  readonly newGuideline: { readonly params: NewGuidelineParams; readonly result: readonly NewFile[] };
}

export type ServerState = 'starting' | 'running' | 'stopped';

/** The language server, as the features see it. */
export interface Server {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** Guideline files changed, in an editor or on the disk: their URIs. */
  readonly onGuidelineChanged: vscode.Event<readonly string[]>;
  /** Asks the server. Rejects with an error whose message is a sentence for the user. */
  request<M extends keyof Requests>(
    method: M,
    params: Requests[M]['params'],
    token?: vscode.CancellationToken,
  ): Promise<Requests[M]['result']>;
}

/** What every feature is given. */
export interface Services {
  readonly server: Server;
  readonly extensionUri: vscode.Uri;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
