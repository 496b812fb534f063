import type { PreviewLabel, PreviewSample } from '../../../server/src/requests';

/** What the host and the page of the preview say to each other. */

/** A sample with addresses that the page can fetch. `key` is unique where ids are not: over several protocols. */
export interface PageSample extends Pick<PreviewSample, 'id' | 'kind' | 'caption' | 'shows' | 'about' | 'problems'> {
  readonly key: string;
  readonly image?: string;
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
  /** The guideline could not be read: a sentence. */
  | { readonly type: 'failed'; readonly uri: string; readonly message: string };

export type PageMessage =
  | { readonly type: 'ready' }
  /** Go to the place of a label (by id) or sample (by key) in the YAML. */
  | { readonly type: 'reveal'; readonly what: 'label' | 'sample'; readonly key: string };

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly uri?: string;
  readonly sample?: string;
  readonly hidden?: readonly string[];
  readonly names?: boolean;
}
