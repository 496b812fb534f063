import { confusion } from '../colours';
import { isId } from '../ids';
import type { Candidate } from '../nearest';
import { candidateOf, nearestOf } from '../nearest';
import type { Circles } from './circles';
import { waysRound } from './circles';
import type { FactBase } from './facts';
import type { LabelView } from './labelView';
import { colourGroup, layerGroup, nameKey, valueGroup } from './shared';

/** Of more labels than this in one layer, only equal colours are told. */
export const mostColours = 120;

/** Told of each question that a view is asked, with its answer: a value, or a list of values. */
type Record = (question: string, answer: unknown) => void;

/** The questions that checks of labels ask, as texts: a word for the kind, a space, and what is asked about. */
export interface Questions {
  answer(question: string): unknown;
  viewOf(record: Record): LabelView;
  /** The labels of a layer that may be told other colours than their own, as colours changed. */
  recoloured(layer: string, before: number, colours: ReadonlySet<string>): Iterable<string>;
  /** The questions for a word's neighbour that may have another answer, as ids came or went. */
  reworded(questions: Iterable<string>, moved: ReadonlySet<string>): Iterable<string>;
}

const none: readonly string[] = [];

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
}: FactBase): Questions {
  const labelOf = (id: string) => space.labels.get(id)?.label;
  const parentsOf = (id: string) => labelOf(id)?.parents.map(({ text }) => text) ?? [];
  const ways = new Map<readonly string[], ReturnType<typeof waysRound>>();
  let candidates: readonly Candidate[] | undefined;
  const freeValues = new Map<string, number>();
  const neighbours = new Map<string, string | undefined>();

  const kinds = {
    has: (id: string) => space.labels.has(id),
    nearest: (word: string) => {
      if (!neighbours.has(word)) neighbours.set(word, nearestOf(word, ids()));
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
    grouped: () => tally.hasParents(),
    ancestors: (id: string) => space.ancestors(id),
    usual: (): readonly string[] => tally.usualLanguages(),
    strays: () => strays.size > 0,
    successors: (id: string) => labelOf(id)?.deprecated?.replacedBy.map((replacement) => replacement.id),
    parentCircle: (id: string) => wayFrom(parentCircles, id),
    partCircle: (id: string) => {
      const circle = partCircles.of(id);
      if (circle?.find(isOwn) !== id) return undefined;
      return labelOf(id)?.partOf.find(({ text }) => circle.includes(text))?.text;
    },
    redundant: redundantParents,
    imported: (group: string) => groups.all(group).filter((id) => !isOwn(id)),
    free: (layer: string) => {
      let value = freeValues.get(layer) ?? 1;
      while (groups.first(valueGroup(layer, value)) !== undefined) value++;
      freeValues.set(layer, value);
      return value;
    },
    likeColour: (id: string) => likeColour(id) ?? none,
  };
  const inGroup = (group: string) => groups.first(group);

  function ids(): readonly Candidate[] {
    return (candidates ??= [...space.labels.keys()].filter(isId).map(candidateOf));
  }

  function wayFrom(circles: Circles, id: string): readonly string[] {
    const circle = circles.of(id);
    if (!circle) return none;
    let told = ways.get(circle);
    if (!told) ways.set(circle, (told = waysRound(circle, parentsOf, isOwn)));
    return told.get(id) ?? none;
  }

  function redundantParents(id: string): readonly string[] {
    const parents = parentsOf(id);
    if (parents.length < 2) return none;
    const above = new Map(parents.map((parent) => [parent, new Set(space.ancestors(parent))]));
    return parents.flatMap((parent) => {
      const by = parents.find((other) => other !== parent && above.get(other)?.has(parent));
      return by === undefined || above.get(parent)?.has(by) ? [] : [parent, by];
    });
  }

  /** The other label, who cannot tell the colours apart, and whether the layer has few labels. */
  function likeColour(id: string): readonly (string | boolean | undefined)[] | undefined {
    const own = known.get(id);
    const colour = own?.label.color;
    if (!own || !colour) return undefined;
    const { layer } = own.inherited;
    const all = groups.all(layerGroup(layer));
    const few = all.length <= mostColours;
    const equal = groups.first(colourGroup(layer, colour));
    if (equal !== id) return [equal, undefined, few];
    if (!few) return undefined;
    for (const other of all) {
      if (other === id) return undefined;
      const found = confusion(colour, known.get(other)?.label.color ?? '');
      if (found) return [other, found.by, few];
    }
    return undefined;
  }

  function viewOf(record: Record): LabelView {
    const ask = <K extends keyof typeof kinds>(kind: K, about = ''): ReturnType<(typeof kinds)[K]> => {
      const answer = kinds[kind](about) as ReturnType<(typeof kinds)[K]>;
      record(`${kind} ${about}`, answer);
      return answer;
    };
    const askFirst = (group: string) => {
      const answer = inGroup(group);
      record(group, answer);
      return answer;
    };
    // Several rules in turn ask the same of the label that is checked.
    let last: { readonly id: string; readonly inherited: ReturnType<typeof kinds.inherited> } | undefined;
    return {
      has: (id) => ask('has', id),
      nearest: (word) => ask('nearest', word),
      inherited(id) {
        if (last?.id !== id) last = { id, inherited: ask('inherited', id) };
        return last.inherited;
      },
      sharedAttributes: () => ask('shared'),
      head: (key) => ask('head', key),
      codeSystems: () => ask('systems'),
      hasMembers: (id) => ask('members', id),
      onlyMember: (id) => ask('member', id),
      hasGroups: () => ask('grouped'),
      ancestors: (id) => ask('ancestors', id),
      usualLanguages: () => ask('usual'),
      hasStrayParents: () => ask('strays'),
      successors: (id) => ask('successors', id),
      parentCircle: (id) => ask('parentCircle', id),
      partCircle: (id) => ask('partCircle', id),
      redundantParents: (id) => ask('redundant', id),
      firstNamed: (name) => askFirst(`name ${nameKey(name)}`),
      firstTranslated: (language, name) => askFirst(`translated ${language} ${nameKey(name)}`),
      firstDefined: (definition) => askFirst(`definition ${nameKey(definition)}`),
      firstAliased: (tool, alias) => askFirst(`alias ${tool} ${alias}`),
      firstCoded: (code) => askFirst(`code ${code}`),
      firstWithValue: (layer, value) => askFirst(valueGroup(layer, value)),
      importedWithValue: (layer, value) => ask('imported', valueGroup(layer, value)),
      freeValue: (layer) => ask('free', layer),
      firstIgnored: (layer) => askFirst(`ignored ${layer}`),
      likeColour(id) {
        const [other, by, few] = ask('likeColour', id);
        return typeof other === 'string'
          ? { other, few: few === true, ...(typeof by === 'string' ? { by } : {}) }
          : undefined;
      },
      otherColours(id) {
        const layer = known.get(id)?.inherited.layer ?? '';
        const others = groups.all(layerGroup(layer)).filter((other) => other !== id);
        return others.flatMap((other) => known.get(other)?.label.color ?? []);
      },
    };
  }

  return {
    answer(question) {
      const at = question.indexOf(' ');
      const kind = question.slice(0, at);
      return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds](question.slice(at + 1)) : inGroup(question);
    },
    viewOf,
    *recoloured(layer, before, colours) {
      const all = groups.all(layerGroup(layer));
      if (before <= mostColours || all.length <= mostColours) yield* all;
      else for (const group of colours) yield* groups.all(group);
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
