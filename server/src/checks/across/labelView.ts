import type { Inherited } from './inherited';

/**
 * What the check of a label may ask of all others. What it asked is kept with its findings: it is checked again when an
 * answer is no longer the same.
 */
export interface LabelView {
  /** Whether there is a label of that id. */
  has(id: string): boolean;
  /** The id of a label that was probably meant by a misspelt one. */
  nearest(word: string): string | undefined;
  /** A label's own geometry, layer, attributes and so on with what it inherits. */
  inherited(id: string): Inherited | undefined;
  /** The ids of the shared attributes. */
  sharedAttributes(): readonly string[];
  /** The version or the language that the taxonomy states. */
  head(key: 'version' | 'language'): string | undefined;
  /** The code systems that the taxonomy or one of its imports declares. */
  codeSystems(): readonly string[];
  /** Whether any label has this one as its parent. */
  hasMembers(id: string): boolean;
  /** The only label that has this one as its parent; nothing when there are more, or none. */
  onlyMember(id: string): string | undefined;
  /** Whether any label has a parent. */
  hasGroups(): boolean;
  /** Whether it is said once for all labels of a file that definitions are missing: most have none. */
  hasHardlyDefinitions(): boolean;
  /** The first label of the file that needs a definition and has none, and how many others there are. */
  firstWithoutDefinition(): string | undefined;
  countWithoutDefinition(): number;
  /** All is-a ancestors of a label, nearest first, without itself. */
  ancestors(id: string): readonly string[];
  /** The languages that most labels (four of five) are translated into. */
  usualLanguages(): readonly string[];
  /** Whether any label has a parent that does not exist. */
  hasStrayParents(): boolean;
  /** The ids that take the place of a label which is out of use; nothing for one in use, or for none. */
  successors(id: string): readonly string[] | undefined;
  /** The circle of parents that is told at this label, beginning with it; each circle is told once. Else empty. */
  parentCircle(id: string): readonly string[];
  /** What a label is a part of that is, by way of others, a part of it, where that is told at this label. */
  partCircle(id: string): string | undefined;
  /** Parents of a label that are ancestors of another of its parents, which follows each. */
  redundantParents(id: string): readonly string[];
  /** The first label in use with a name or synonym, which need not be the asker's. */
  labelNamed(name: string): string | undefined;
  // Of the next five, a label in use asks only about what it has itself.
  /** The first label in use with a name or synonym (as {@link nameKey} writes it), in the order of the files. */
  firstNamed(name: string): string | undefined;
  /** The first label in use with a name in a language, among the translations. */
  firstTranslated(language: string, name: string): string | undefined;
  /** The first label in use with a definition. */
  firstDefined(definition: string): string | undefined;
  /** The first label in use that has this id or number in another tool. */
  firstAliased(tool: string, alias: string): string | undefined;
  /** The first label in use with an exact code under certain modifiers: see `narrowedCode`. */
  firstCoded(code: () => string): string | undefined;
  /** The first label with a mask value in a layer. */
  firstWithValue(layer: string, value: number): string | undefined;
  /** The labels of other files with a mask value in a layer. */
  importedWithValue(layer: string, value: number): readonly string[];
  /** The smallest mask value from 1 that no label of a layer has. */
  freeValue(layer: string): number;
  /** The first label of a layer that is left out of agreement and training. */
  firstIgnored(layer: string): string | undefined;
  /** The first label before this one in its layer whose colour is too like its own. */
  likeColour(id: string): LikeColour | undefined;
  /** The colours of the other labels in the layer of a label, as of now; not kept. */
  otherColours(id: string): readonly string[];
}

export interface LikeColour {
  readonly other: string;
  /** Who cannot tell them apart; nothing when nobody can. */
  readonly by?: string;
  /** Whether the layer has so few labels that each can have a colour of its own. */
  readonly few: boolean;
}
