import type { GuidelineKind } from '../model/kind';
import type { LabelSpace } from '../model/labelSpace';
import type { Protocol } from '../model/protocol';
import type { Taxonomy } from '../model/taxonomy';
import type { YamlDocument } from '../yaml/document';
import type { TextChange } from '../yaml/position';

/** A guideline file as it stands now: the editor's text when it is open, else the disk's. */
export interface GuidelineFile {
  readonly uri: string;
  readonly kind: GuidelineKind;
  readonly document: YamlDocument;
  /** Counts up with each change, so that a result can be told to be stale. */
  readonly revision: number;
}

/** Why a file that is referred to could not be used. */
export type MissingReason = 'not-found' | 'outside' | 'other-kind' | 'bad-path' | 'unreadable';

/** A reference to another file, followed. */
export interface Reference {
  /** The path as it is written. */
  readonly path: string;
  readonly uri?: string;
  readonly missing?: MissingReason;
}

/** A taxonomy with its imports followed. */
export interface ResolvedTaxonomy {
  readonly kind: 'taxonomy';
  readonly file: GuidelineFile;
  readonly taxonomy: Taxonomy;
  readonly space: LabelSpace;
  /** One for each of the taxonomy's imports, in order; `cycle` when the import leads back to where it came from. */
  readonly imports: readonly (Reference & { readonly taxonomy?: Taxonomy; readonly cycle?: boolean })[];
}

/** A protocol with its taxonomy followed. */
export interface ResolvedProtocol {
  readonly kind: 'protocol';
  readonly file: GuidelineFile;
  readonly protocol: Protocol;
  /** Nothing when the document names no taxonomy. */
  readonly reference?: Reference;
  readonly taxonomy?: ResolvedTaxonomy;
}

export interface ResolvedConfig {
  readonly kind: 'config';
  readonly file: GuidelineFile;
}

export type Resolved = ResolvedTaxonomy | ResolvedProtocol | ResolvedConfig;

/** The guideline files of the workspace, open ones as they stand in the editor. */
export interface Workspace {
  /** The workspace's folders (URIs without a `/` at the end). Files outside them are not read, unless they are open. */
  readonly folders: readonly string[];
  setFolders(folders: readonly string[]): void;
  /** Takes over a file from the editor. */
  open(uri: string, text: string): void;
  /** Changes of an open file, applied one after the other. */
  change(uri: string, changes: readonly TextChange[]): void;
  /** Gives a file back to the disk. */
  close(uri: string): void;
  /** Says that files may have changed on the disk. */
  invalidate(uris: readonly string[]): void;
  /** The URIs of the open files. */
  openFiles(): readonly string[];
  /** Nothing when there is no such file, or it is no guideline. */
  file(uri: string): Promise<GuidelineFile | undefined>;
  /** Counts up with each change of a file. */
  revision(uri: string): number;
  resolve(uri: string): Promise<Resolved | undefined>;
  /** Whether nothing has changed since of what a resolution rests on. */
  isCurrent(resolved: Resolved): boolean;
  /** The `labelwright.yaml` that counts for a file: the nearest one in its folder or above, within the workspace. */
  configOf(uri: string): Promise<ResolvedConfig | undefined>;
  /** All guideline files of the folders, and those that are open, sorted by URI. */
  files(): Promise<readonly GuidelineFile[]>;
  /** The files that depend on `uri` through imports or `taxonomy`, resolved; itself not included. */
  dependants(uri: string): Promise<readonly Resolved[]>;
  /** Whether a URI lies in one of the folders, or is an open file: only then it is read. */
  isReadable(uri: string): boolean;
}
