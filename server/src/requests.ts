import type { Range } from './yaml/position';

/**
 * What client and server say to each other beyond LSP: names and shapes of the requests under `labelwright/`.
 * Positions are as in LSP (from 0, UTF-16). No imports but types: client and pages use this file too.
 */

export const methods = {
  /** Client → server: the samples of a guideline and the labels to draw them by. {@link PreviewParams} → {@link PreviewResult}, or null where the file is no guideline */
  preview: 'labelwright/preview',
  /** Client → server: what differs between two versions. {@link DiffParams} → {@link DiffResult}, or null where the text changed meanwhile */
  diff: 'labelwright/diff',
  /** Client → server: how a label is drawn in two versions, and on what. {@link LookParams} → {@link LookResult} */
  look: 'labelwright/look',
  /** Client → server: the commits that changed a file. {@link RevisionsParams} → {@link RevisionInfo}[] */
  revisions: 'labelwright/revisions',
  /** Client → server: the branches and tags of a file's repository. {@link FileParams} → {@link RefInfo}[] */
  refs: 'labelwright/refs',
  /** Client → server: the last approved version of a file. {@link FileParams} → {@link ApprovedVersion} or null */
  approved: 'labelwright/approved',
  /** Client → server: the text of a file at a revision. {@link ReadRevisionParams} → string or null */
  readRevision: 'labelwright/readRevision',
  /** Client → server: the texts of a new guideline. {@link NewGuidelineParams} → {@link NewFile}[] */
  newGuideline: 'labelwright/newGuideline',
  /** Server → client: guideline files changed; previews ask anew. {@link GuidelineChangedParams} */
  guidelineChanged: 'labelwright/guidelineChanged',
  /** Server → client, for files that are not on the server's disk: all of them in a browser, else those of a virtual workspace. {@link FileParams} → {@link ReadFileResult} */
  readFile: 'labelwright/fs/read',
  /** {@link FileParams} → {@link StatResult} or null */
  stat: 'labelwright/fs/stat',
  /** {@link FileParams} → {@link ListResult}[] */
  list: 'labelwright/fs/list',
} as const;

/** What a client may say when it starts the server. */
export interface InitializationOptions {
  /** False in a workspace that the user does not trust: git is not run there. */
  readonly trusted?: boolean;
  /** The command by which the client compares a file (first argument) with a revision (second). */
  readonly compareCommand?: string;
  /** The address of the folder with the compiled decoders, for a server that does not know its own place. */
  readonly decoders?: string;
}

export interface PreviewParams {
  /** A taxonomy or a protocol. For a taxonomy, the samples are those of the protocols that use it. */
  readonly uri: string;
}

/** A label as the preview draws it. */
export interface PreviewLabel {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`; absent where the guideline gives none. */
  readonly color?: string;
  readonly value?: number;
  readonly layer?: string;
  readonly definition?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Synonyms. */
  readonly names: readonly string[];
  /** Ids, names or numbers that it has in other tools. */
  readonly aliases: readonly string[];
  /** Codes that mean it exactly: `SCT:39607008`. */
  readonly codes: readonly string[];
  /** The key points that are joined by lines, in pairs. */
  readonly skeleton: readonly (readonly [string, string])[];
  readonly geometry?: readonly string[];
  /** Its attributes that have a name or a unit, to be shown with them. */
  readonly attributes?: readonly { readonly id: string; readonly name?: string; readonly unit?: string }[];
  readonly deprecated: boolean;
  /** Where its id stands. */
  readonly uri: string;
  readonly range: Range;
  /** Its whole entry: the cursor in it shows this label. */
  readonly entryRange: Range;
}

export interface PreviewSample {
  readonly id: string;
  readonly kind?: string;
  readonly caption?: string;
  readonly shows: readonly string[];
  readonly about: readonly string[];
  /** The labels that a value means most likely where several have it: groups of ids, the likeliest first. */
  readonly likely?: readonly (readonly string[])[];
  /** URI of the image; absent when the path is not given, leaves the workspace, or nothing is there. */
  readonly image?: string;
  /** The files of the image, where it is a folder: a DICOM series. */
  readonly series?: readonly string[];
  readonly annotations?: string;
  /** The files that it names, there or not: when one changes, it is to be shown anew. */
  readonly files: readonly string[];
  /** The windows of its protocol. */
  readonly windows: readonly PreviewWindow[];
  /** The protocol it stands in, and where. */
  readonly uri: string;
  readonly range: Range;
  readonly entryRange: Range;
  /** What is wrong with it, in sentences. */
  readonly problems: readonly string[];
}

/** A range of grey values, in the unit of the images. */
export interface PreviewWindow {
  /** The kinds of image that it is written for, as DICOM codes; none where the protocol does not say. */
  readonly modality?: readonly string[];
  readonly name?: string;
  readonly center: number;
  readonly width: number;
}

export interface PreviewResult {
  readonly title: string;
  readonly labels: readonly PreviewLabel[];
  readonly samples: readonly PreviewSample[];
}

/** One of two versions that are compared: of the same file, or of two. */
export interface DiffSide {
  readonly uri: string;
  /** A name that git knows; the text as it stands when absent. */
  readonly revision?: string;
}

export interface DiffParams {
  /** The older version. */
  readonly from: DiffSide;
  readonly to: DiffSide;
}

export interface DiffChange {
  readonly id: string;
  readonly level: 'breaking' | 'review' | 'quality' | 'additive' | 'editorial';
  readonly remedy: 'none' | 'migrate' | 're-read' | 'redraw';
  readonly subject: string;
  /** What it is told under. */
  readonly about: DiffSubject;
  readonly message: string;
  readonly reason: string;
  /** What to look at in a changed text: negations, conditions, numbers and units that changed, in sentences. */
  readonly notes: readonly string[];
  /** The two wordings as text, `null` where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly from: DiffPlace | null;
  readonly to: DiffPlace | null;
  readonly fingerprint: string;
  /** The label by its ids in both versions, where it is drawn otherwise now. */
  readonly look: DiffLook | null;
}

/** A label, a shared attribute, or a part of the document by its key (`workflow`); of the whole document the key is empty. */
export interface DiffSubject {
  readonly kind: 'label' | 'attribute' | 'part';
  readonly id: string;
  readonly name: string;
}

export interface DiffLook {
  readonly before: string | null;
  readonly after: string | null;
}

export interface LookParams extends DiffParams {
  readonly look: DiffLook;
}

/** How a label and those below it are drawn in two versions, and samples that may show it. */
export interface LookResult {
  readonly before: readonly PreviewLabel[];
  readonly after: readonly PreviewLabel[];
  readonly samples: readonly PreviewSample[];
}

export interface DiffPlace {
  readonly uri: string;
  readonly range: Range;
}

export interface DiffResult {
  readonly bump: 'major' | 'minor' | 'patch' | 'none';
  readonly changes: readonly DiffChange[];
  /** The documents' versions as they write them. */
  readonly fromVersion: string | null;
  readonly toVersion: string | null;
  /** What the comparison could not read, in sentences. */
  readonly problems: readonly string[];
}

export interface RevisionsParams {
  readonly uri: string;
  readonly limit: number;
}

export interface RevisionInfo {
  readonly id: string;
  readonly refs: readonly string[];
  readonly author: string;
  readonly date: string;
  readonly subject: string;
}

export interface RefInfo {
  readonly name: string;
  readonly kind: 'branch' | 'tag';
  readonly isCurrent: boolean;
  readonly date: string;
  readonly subject: string;
}

export interface ApprovedVersion {
  /** The full name of the commit. */
  readonly revision: string;
  readonly version: string;
}

export interface ReadRevisionParams {
  readonly uri: string;
  readonly revision: string;
}

export interface NewGuidelineParams {
  /** What the guideline is about, in the user's words: `Chest radiograph findings`. */
  readonly title: string;
}

/** A file to be written: its name and its text. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

export interface GuidelineChangedParams {
  readonly uris: readonly string[];
}

export interface FileParams {
  readonly uri: string;
}

/** Bytes in base64: what LSP carries is JSON. */
export interface ReadFileResult {
  readonly base64: string | null;
}

export interface StatResult {
  readonly type: 'file' | 'folder';
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

export interface ListResult {
  readonly name: string;
  readonly type: 'file' | 'folder';
}
