import type { Span } from '../yaml/node';

/** Where a fact stands in one of the two versions. */
export interface Place {
  /** The file's URI in that version. */
  readonly uri: string;
  readonly span: Span;
  /** JSON Pointer (RFC 6901) in that file's document. */
  readonly path: string;
}

/** One side of a fact that can be told in words. */
export type ChangeValue =
  string | number | boolean | null | readonly ChangeValue[] | { readonly [key: string]: ChangeValue };

/**
 * A fact: what differs between two versions of a guideline, without a judgement. `id` is stable and says what happened
 * in two or three words: `label-removed`, `definition-changed`.
 */
export interface Change {
  readonly id: string;
  /** The label, role, stage or block it is about. */
  readonly subject: string;
  /** What kind of thing the subject is, in the user's words: `label`, `role`, `taxonomy`. */
  readonly kind: string;
  readonly before: ChangeValue;
  readonly after: ChangeValue;
  readonly from?: Place;
  readonly to?: Place;
  /** More that the judgement or the sentence needs: the attribute, the new id, whether the pairing is a guess. */
  readonly details?: { readonly [key: string]: ChangeValue };
}
