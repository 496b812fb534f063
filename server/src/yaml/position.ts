/** A place in a text, as in LSP: `line` from 0, `character` from 0 in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` to `end`, exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replaces `range` of a text (all of it when there is none), as an LSP content change does. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

/** Replaces `range` by `text`; unlike a {@link TextChange}, several of them speak of the same, unchanged text. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** Negative when `a` stands before `b`, 0 when they are the same place. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether `position` lies in `range`, both ends included (a cursor behind the last letter still is on the word). */
export function contains(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}
