import type { Position, Range, TextChange } from './position';
import type { Span, YamlEntry, YamlNode } from './node';
import type { Text } from './text';

/** A mistake in the YAML itself. `message` is a sentence for its writer. */
export interface YamlError extends Span {
  readonly code: string;
  readonly message: string;
}

/** One step of a path from the root: an entry of a map, or an item of a list by its index (from 0). */
export interface PathStep {
  /** The map or list the step is in. */
  readonly parent: YamlNode;
  /** The entry, when the parent is a map. */
  readonly entry?: YamlEntry;
  /** The index, when the parent is a list. */
  readonly index?: number;
  /** The value that the step leads to. */
  readonly node: YamlNode;
}

/** A parsed document. Immutable: an edit gives another one, which shares what the edit did not touch. */
export interface YamlDocument {
  readonly text: Text;
  /** The document's value; an empty document is a missing scalar. */
  readonly root: YamlNode;
  /** In the order of the text. */
  readonly errors: readonly YamlError[];
  /** Where a span of this document stands now. Throws for a span of another version that an edit did away with. */
  range(span: Span): Range;
  /**
   * Whether what a span of an earlier version stands for is still there as it was: then so is all that was read in its
   * frame. False for what grows and shrinks with its parts: the root, `labels`, and the key of that.
   */
  holds(span: Span): boolean;
  /** How much text an edit at a span makes to be read again, at least: that of its block. UTF-16 code units. */
  readAgain(span: Span): number;
  /** The text of a span, as it is written. */
  textOf(span: Span): string;
  /** The steps from the root to what stands at `position`, keys included; empty when that is the root or nothing. */
  pathAt(position: Position): readonly PathStep[];
  /** The document after changes of its text, applied one after the other. */
  edit(changes: readonly TextChange[]): YamlDocument;
}

/** Where the keys and indexes of a path lead: its steps as text. */
export function pathKeys(path: readonly PathStep[]): string[] {
  return path.map((step) => (step.entry ? step.entry.key.source : String(step.index ?? '')));
}
