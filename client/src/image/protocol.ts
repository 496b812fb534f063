import type { Addressed } from '../viewer/webview/decoder';
import type { ViewerState } from '../viewer/webview/viewer';

/** What the host and the page of an image that is opened in the editor say to each other. */

export type HostMessage =
  /** The image, anew when it has changed on the disk: then with another address. */
  | { readonly type: 'image'; readonly uri: string; readonly file: Addressed }
  /** The bytes of a file that the page asked for; nothing when it cannot be read. */
  | { readonly type: 'file'; readonly address: string; readonly bytes?: Uint8Array };

export type PageMessage =
  | { readonly type: 'ready' }
  /** Read a file for a page that cannot fetch it. */
  | { readonly type: 'read'; readonly address: string };

/** What the page keeps over a reload of the window. */
export type PageState = ViewerState;
