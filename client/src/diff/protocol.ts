import type { DiffChange, DiffResult } from '../../../server/src/requests';

/** What the host and the page of the comparison say to each other. */

export type HostMessage =
  | {
      readonly type: 'diff';
      readonly uri: string;
      /** The guideline's file name. */
      readonly file: string;
      /** The revisions compared, as they were asked for; the newer one is the text as it stands when there is none. */
      readonly from: string;
      readonly to?: string;
      readonly result: DiffResult;
    }
  /** The comparison could not be made: a sentence. */
  | {
      readonly type: 'failed';
      readonly uri: string;
      readonly from: string;
      readonly to?: string;
      readonly message: string;
    };

export type PageMessage =
  | { readonly type: 'ready' }
  /** Go to the place of a change in the older or the newer version. */
  | { readonly type: 'open'; readonly fingerprint: string; readonly side: Side }
  | { readonly type: 'textDiff' }
  | { readonly type: 'otherRevision' };

export type Side = 'from' | 'to';

export type Level = DiffChange['level'];

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly uri?: string;
  readonly from?: string;
  readonly to?: string;
  /** The levels that are shown; all when there is none. */
  readonly levels?: readonly Level[];
}
