import type { PreviewLabel, PreviewSample } from '../../../server/src/requests';
import type { Wish } from '../viewer/webview/hostReader';
import type { ViewerState } from '../viewer/webview/viewer';
import type { Addressed } from '../viewer/webview/decoder';

/** What the host and the page of the preview say to each other. */

/** A sample with addresses that the page can fetch. `key` is unique where ids are not: over several protocols. */
export interface PageSample extends Pick<
  PreviewSample,
  'id' | 'kind' | 'caption' | 'shows' | 'about' | 'problems' | 'windows' | 'likely'
> {
  readonly key: string;
  readonly image?: string;
  /** The files of a folder, where the image is one. */
  readonly series?: readonly Addressed[];
  readonly annotations?: string;
  /** The names of the two files, for sentences; and to find the image in the annotations of many. */
  readonly imageName?: string;
  readonly annotationsName?: string;
}

export type HostMessage =
  /** The guideline, anew after each edit. Addresses change only when the files behind them do. */
  | {
      readonly type: 'guideline';
      readonly uri: string;
      readonly kind: 'taxonomy' | 'protocol';
      readonly title: string;
      readonly labels: readonly PreviewLabel[];
      readonly samples: readonly PageSample[];
    }
  /** Where the cursor stands in the editor: in a sample, in a label, or in neither. */
  | { readonly type: 'cursor'; readonly sample?: string; readonly label?: string }
  /** The bytes of a file that the page asked for; nothing when it is not there, or lies outside the workspace. */
  | ({ readonly type: 'file'; readonly bytes?: Uint8Array } & Wish)
  /** The guideline could not be read: a sentence. */
  | { readonly type: 'failed'; readonly uri: string; readonly message: string };

export type PageMessage =
  | { readonly type: 'ready' }
  /** Go to the place of a label (by id) or sample (by key) in the YAML. */
  | { readonly type: 'reveal'; readonly what: 'label' | 'sample'; readonly key: string }
  /** Read a file for a page that cannot fetch it, or one beside it. */
  | ({ readonly type: 'read' } & Wish);

/** What the page keeps over a reload of the window. */
export interface PageState extends ViewerState {
  readonly uri?: string;
  readonly sample?: string;
  /** Where the cursor stood, as it was last told: what the reader has chosen since is stronger. */
  readonly cursor?: { readonly sample?: string; readonly label?: string };
  /** The label whose samples are listed. */
  readonly listed?: string;
  readonly hidden?: readonly string[];
  /** Opacities other than 1, by label. */
  readonly opacities?: readonly (readonly [string, number])[];
}
