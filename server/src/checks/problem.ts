import type { Range, TextEdit } from '../yaml/position';
import type { Span } from '../yaml/node';
import type { YamlDocument } from '../yaml/document';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A change of text that mends a problem. The edits are computed when they are asked for. */
export interface Fix {
  /** What it does, as the menu says it: `Change to 'exclude'`. */
  readonly title: string;
  /** Whether it is surely what was meant, so that it may be applied without asking. */
  readonly preferred?: boolean;
  readonly edits: (document: YamlDocument) => readonly TextEdit[];
}

/** What a check found: a place in the document under check, and a sentence. */
export interface Finding {
  readonly at: Span;
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

/** A finding as it is shown: with its place as of now, its rule and its level. */
export interface Problem {
  readonly uri: string;
  readonly range: Range;
  readonly severity: Severity;
  /** The rule's id; `schema` and `yaml` for mistakes of form. */
  readonly rule: string;
  readonly message: string;
  /** Path of the rule's page in the package. */
  readonly docs: string;
  readonly fixes: readonly Fix[];
  /** Tags that editors draw: `deprecated` is struck through, `unused` is faded. */
  readonly tags?: readonly ('deprecated' | 'unused')[];
}
