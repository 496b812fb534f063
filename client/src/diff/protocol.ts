import type { DiffChange, DiffResult, PreviewLabel, PreviewWindow } from '../../../server/src/requests';
import type { Comparison } from './comparison';

/** What the host and the page of the comparison say to each other. */

export type HostMessage =
  | {
      readonly type: 'diff';
      readonly comparison: Comparison;
      readonly result: DiffResult;
    }
  /** The comparison could not be made: a sentence. */
  | { readonly type: 'failed'; readonly comparison: Comparison; readonly message: string }
  /** The answer to `look`. */
  | { readonly type: 'look'; readonly fingerprint: string; readonly look: PageLook };

export type PageMessage =
  | { readonly type: 'ready' }
  /** Go to the place of a change in the older or the newer version. */
  | { readonly type: 'open'; readonly fingerprint: string; readonly side: Side }
  /** Tell how the label of a change is drawn in both versions. */
  | { readonly type: 'look'; readonly fingerprint: string }
  | { readonly type: 'textDiff' }
  | { readonly type: 'swap' }
  | { readonly type: 'otherRevision' };

export type Side = 'from' | 'to';

export type Level = DiffChange['level'];
export type Remedy = DiffChange['remedy'];

/** How a label is drawn in both versions, and samples that may show it. */
export interface PageLook {
  readonly before: readonly PreviewLabel[];
  readonly after: readonly PreviewLabel[];
  readonly samples: readonly LookSample[];
}

export interface LookSample {
  readonly id: string;
  readonly caption?: string;
  readonly imageName: string;
  /** The windows of its protocol. */
  readonly windows: readonly PreviewWindow[];
  /** Addresses that the page can fetch. */
  readonly image: string;
  readonly annotations: string;
  readonly annotationsName: string;
  /** The annotations as they were in the older version, where they were other ones and are text. */
  readonly formerAnnotations?: string;
}

export type Grouping = 'level' | 'label';

/** What the reader chose to see. */
export interface View {
  readonly grouping: Grouping;
  /** The levels and remedies that are shown; all when there is none. */
  readonly levels: readonly Level[];
  readonly remedies: readonly Remedy[];
  readonly search: string;
}

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly comparison?: Comparison;
  readonly view?: View;
  /** The fingerprint of the change at the top. */
  readonly at?: string;
}
