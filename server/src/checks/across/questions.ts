import type { Label } from '../../model/label';
import type { Located } from '../../model/read';
import { confusion } from '../colours';
import { candidateOf, nearestOf } from '../nearest';
import type { Circles } from './circles';
import { waysRound } from './circles';
import type { FactBase } from './factBase';
import type { Inherited } from './inherited';
import type { LabelView } from './labelView';
import type { GroupKind } from './shared';
import { aliasKey, colourKey, nameKey, translatedKey, valueKey } from './shared';

/** Of more parents than this, the others are not compared: no label has as many. */
const mostParents = 50;

/** Of more labels than this in one layer, only equal colours are told. */
export const mostColours = 120;

/** The questions that checks of labels ask, as texts: a word for the kind, a space, and what is asked about. */
export interface Questions {
  answer(question: string): unknown;
  /** A view for the check of a label; good until the next one is asked for. */
  viewFor(asker: Label): LabelView;
  /** The labels of a layer that may be told other colours than their own, as colours changed. */
  recoloured(layer: string, before: number, colours: ReadonlySet<string>): Iterable<string>;
  /** The questions for a word's neighbour that may have another answer, as ids came or went. */
  reworded(questions: Iterable<string>, moved: ReadonlySet<string>): Iterable<string>;
}

const none: readonly never[] = [];

/** The labels that took the place of one that is out of use. */
export function successorsOf(label: Label | undefined): readonly string[] | undefined {
  return label?.deprecated?.replacedBy.map(({ id }) => id);
}

/** Answers from what is known now. To be made anew for each version of the texts. */
export function createQuestions({
  space,
  known,
  groups,
  strays,
  tally,
  parentCircles,
  partCircles,
  isOwn,
  isBefore,
  words,
  record,
}: FactBase): Questions {
  const labelOf = (id: string) => known.get(id)?.label;
  const parentsOf = (id: string) => labelOf(id)?.parents.map(({ text }) => text) ?? [];
  const ways = new Map<readonly string[], ReturnType<typeof waysRound>>();
  const freeValues = new Map<string, number>();
  const neighbours = new Map<string, string | undefined>();
  const above = new Map<string, ReadonlySet<string>>();

  const kinds = {
    has: (id: string) => known.has(id),
    nearest: (word: string) => {
      if (!neighbours.has(word)) neighbours.set(word, nearestOf(word, words(), isBefore));
      return neighbours.get(word);
    },
    inherited: (id: string) => known.get(id)?.inherited,
    shared: (): readonly string[] => [...space.attributes.keys()],
    head: (key: string) =>
      key === 'version' || key === 'language' ? space.members[0]?.taxonomy[key]?.text : undefined,
    systems: (): readonly string[] => space.members.flatMap(({ taxonomy }) => [...taxonomy.codeSystems.keys()]),
    members: (id: string) => space.children(id).length > 0,
    member: (id: string) => {
      const [only, another] = space.children(id);
      return another === undefined ? only : undefined;
    },
    ancestors: (id: string) => space.ancestors(id),
    lacking: () => tally.withoutDefinition(),
    strays: () => strays.size > 0,
    successors: (id: string) => successorsOf(labelOf(id)),
    parentCircle: (id: string) => wayFrom(parentCircles, id),
    partCircle: (id: string) => {
      const circle = partCircles.of(id);
      const back = circle?.find(isOwn) === id && labelOf(id)?.partOf.find(({ text }) => circle.includes(text));
      return back ? [back.text] : none;
    },
    redundant: redundantParents,
    imported: (value: string): readonly string[] =>
      space.members.length < 2 ? none : groups.all('value', value).filter((id) => !isOwn(id)),
    free: (layer: string) => {
      let value = freeValues.get(layer) ?? 1;
      while (groups.first('value', valueKey(layer, value)) !== undefined) value++;
      freeValues.set(layer, value);
      return value;
    },
    likeColour,
  };

  function wayFrom(circles: Circles, id: string): readonly string[] {
    const circle = circles.of(id);
    if (!circle) return none;
    let told = ways.get(circle);
    if (!told) ways.set(circle, (told = waysRound(circle, parentsOf, isOwn)));
    return told.get(id) ?? none;
  }

  function ancestorsOf(id: string): ReadonlySet<string> {
    let known = above.get(id);
    if (!known) {
      if (above.size > 1000) above.clear();
      above.set(id, (known = new Set(space.ancestors(id))));
    }
    return known;
  }

  function redundantParents(id: string): readonly string[] {
    const parents = parentsOf(id)
      .filter((parent) => parent !== id)
      .slice(0, mostParents);
    if (parents.length < 2) return none;
    const redundant = parents.flatMap((parent) => {
      const by = parents.find((other) => other !== parent && ancestorsOf(other).has(parent));
      return by === undefined || ancestorsOf(parent).has(by) ? [] : [parent, by];
    });
    return redundant.length > 0 ? redundant : none;
  }

  /** The other label, who cannot tell the colours apart, and whether the layer has few labels. */
  function likeColour(id: string): readonly (string | boolean | undefined)[] {
    const own = known.get(id);
    const colour = own?.label.color;
    if (!own || !colour) return none;
    const { layer } = own.inherited;
    const all = groups.all('layer', layer);
    const few = all.length <= mostColours;
    if (!few && !groups.hasShared('colour')) return none;
    const equal = groups.first('colour', colourKey(layer, colour));
    if (equal !== id) return [equal, undefined, few];
    if (!few) return none;
    for (const other of all) {
      if (other === id) return none;
      const found = confusion(colour, known.get(other)?.label.color ?? '');
      if (found) return [other, found.by, few];
    }
    return none;
  }

  let asker = '';
  // Several rules in turn ask the same of the label that is checked.
  let own: Inherited | undefined;
  let parents: readonly Located[] = [];

  function ask<K extends keyof typeof kinds>(kind: K, about = ''): ReturnType<(typeof kinds)[K]> {
    const answer = kinds[kind](about) as ReturnType<(typeof kinds)[K]>;
    record(asker, `${kind} ${about}`, answer);
    return answer;
  }

  /** What a label asks about its parents is not recorded: it is checked again anyway when the answer changes. */
  function askOther<K extends 'has' | 'inherited' | 'successors'>(kind: K, id: string): ReturnType<(typeof kinds)[K]> {
    for (const { text } of parents) if (text === id) return kinds[kind](id) as ReturnType<(typeof kinds)[K]>;
    return ask(kind, id);
  }

  /** What a label asks about itself: mostly the answer is nothing. */
  function askOwn<K extends 'parentCircle' | 'partCircle' | 'redundant' | 'likeColour'>(
    kind: K,
    about: string,
  ): ReturnType<(typeof kinds)[K]> {
    const answer = kinds[kind](about) as ReturnType<(typeof kinds)[K]>;
    if (answer !== none || asker !== about) record(asker, `${kind} ${about}`, answer);
    return answer;
  }

  /** Mostly the label that asks is the first itself, and alone. */
  function askFirst(kind: GroupKind, key: string): string | undefined {
    const answer = groups.first(kind, key);
    if (answer !== asker) record(asker, `${kind} ${key}`, answer);
    return answer;
  }

  /** The same of what the label itself has: where no two labels share anything of the kind, it is the first. */
  function askFirstOfOwn(kind: GroupKind, key: () => string): string | undefined {
    return groups.hasShared(kind) ? askFirst(kind, key()) : asker;
  }

  const view: LabelView = {
    has: (id) => askOther('has', id),
    nearest: (word) => ask('nearest', word),
    // A label is checked anyway when what it inherits itself changes.
    inherited: (id) => (id === asker ? (own ??= kinds.inherited(id)) : askOther('inherited', id)),
    sharedAttributes: () => ask('shared'),
    head: (key) => ask('head', key),
    codeSystems: () => ask('systems'),
    hasMembers: (id) => ask('members', id),
    onlyMember: (id) => ask('member', id),
    // All labels are checked again when these change.
    hasGroups: () => tally.hasParents(),
    usualLanguages: () => tally.usualLanguages(),
    hasHardlyDefinitions: () => tally.hasHardlyDefinitions(),
    firstWithoutDefinition: () => askFirst('undefined', ''),
    countWithoutDefinition: () => ask('lacking'),
    ancestors: (id) => ask('ancestors', id),
    hasStrayParents: () => ask('strays'),
    successors: (id) => askOther('successors', id),
    parentCircle: (id) => askOwn('parentCircle', id),
    partCircle: (id) => askOwn('partCircle', id)[0],
    redundantParents: (id) => askOwn('redundant', id),
    labelNamed: (name) => askFirst('name', nameKey(name)),
    firstNamed: (name) => askFirstOfOwn('name', () => nameKey(name)),
    firstTranslated: (language, name) => askFirstOfOwn('translated', () => translatedKey(language, name)),
    firstDefined: (definition) => askFirstOfOwn('definition', () => nameKey(definition)),
    firstAliased: (tool, alias) => askFirstOfOwn('alias', () => aliasKey(tool, alias)),
    firstCoded: (code) => askFirstOfOwn('code', code),
    firstWithValue: (layer, value) => askFirst('value', valueKey(layer, value)),
    importedWithValue(layer, value) {
      if (space.members.length < 2) return none;
      const key = valueKey(layer, value);
      const answer = kinds.imported(key);
      if (answer.length > 0) record(asker, `imported ${key}`, answer);
      return answer;
    },
    freeValue: (layer) => ask('free', layer),
    firstIgnored: (layer) => askFirst('ignored', layer),
    likeColour(id) {
      const [other, by, few] = askOwn('likeColour', id);
      return typeof other === 'string'
        ? { other, few: few === true, ...(typeof by === 'string' ? { by } : {}) }
        : undefined;
    },
    otherColours(id) {
      const layer = known.get(id)?.inherited.layer ?? '';
      const others = groups.all('layer', layer).filter((other) => other !== id);
      return others.flatMap((other) => known.get(other)?.label.color ?? []);
    },
  };

  return {
    answer(question) {
      const at = question.indexOf(' ');
      const kind = question.slice(0, at);
      return kinds[kind as keyof typeof kinds](question.slice(at + 1));
    },
    viewFor(label) {
      asker = label.id;
      own = undefined;
      parents = label.parents;
      return view;
    },
    *recoloured(layer, before, colours) {
      const all = groups.all('layer', layer);
      if (before <= mostColours || all.length <= mostColours) yield* all;
      else for (const colour of colours) yield* groups.all('colour', colour);
    },
    *reworded(questions, moved) {
      if (moved.size === 0) return;
      const came = [...moved].map(candidateOf);
      for (const question of questions) {
        if (nearestOf(question.slice('nearest '.length), came) !== undefined) yield question;
      }
    },
  };
}
