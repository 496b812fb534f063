import type { Addressed } from '../viewer/webview/decoder';
import type { Wish } from '../viewer/webview/hostReader';
import type { ViewerState } from '../viewer/webview/viewer';

/** What the host and the page of an image that is opened in the editor say to each other. */

export type HostMessage =
  /** The image, anew when it has changed on the disk: then with another address. */
  | { readonly type: 'image'; readonly uri: string; readonly file: Addressed }
  /** The bytes of a file that the page asked for; nothing when it cannot be read. */
  | ({ readonly type: 'file'; readonly bytes?: Uint8Array } & Wish);

export type PageMessage =
  | { readonly type: 'ready' }
  /** Read a file for a page that cannot fetch it, or one beside it. */
  | ({ readonly type: 'read' } & Wish);

/** What the page keeps over a reload of the window. */
export type PageState = ViewerState;
