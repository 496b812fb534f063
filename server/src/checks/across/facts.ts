import type { Label } from '../../model/label';
import { labelOf } from '../../model/label';
import type { LabelSpace } from '../../model/labelSpace';
import { labelEntries } from '../../model/labelTable';
import { changesBetween } from '../../model/changes';
import type { YamlDocument } from '../../yaml/document';
import type { YamlEntry } from '../../yaml/node';
import { keyText } from '../../yaml/node';
import { comparePositions } from '../../yaml/position';
import { manyAtATime } from '../../yaml/steps';
import { isId } from '../ids';
import type { Candidate } from '../nearest';
import { candidateOf } from '../nearest';
import type { Answers } from './answers';
import { createAnswers, isSame } from './answers';
import { findCircles } from './circles';
import { createKnownCircles } from './knownCircles';
import { createGroupChanges } from './groupChanges';
import type { Known } from './factBase';
import { createGroups } from './groups';
import type { Inherited } from './inherited';
import { createInheritance, signatureOf } from './inherited';
import type { LabelView } from './labelView';
import type { Questions } from './questions';
import { createQuestions, successorsOf } from './questions';
import { createTally } from './tally';

/** What is known of the labels of one id space, kept in step with its texts. */
export interface Facts {
  /** Takes note of a new version. What it makes of it, {@link Facts.steps} does. */
  begin(space: LabelSpace): void;
  /** Brings all into step, label by label. It may be left off, and taken up again, also after another `begin`. */
  steps(): Generator<undefined, void>;
  /** Ids of labels whose checks may say something else than before; the caller takes out what it has checked. */
  readonly outdated: Set<string>;
  /** Whether all labels are such, as when a file is opened; asked once, they no longer are. */
  takeAll(): boolean;
  /** A view for the check of a label, which is checked anew when what it sees there changes. */
  viewFor(label: Label): LabelView;
}

/** So many labels are brought into step between two pauses: some tenths of a millisecond. */
const atATime = 8;

const parentsOf = (label: Label | undefined) => label?.parents.map(({ text }) => text) ?? [];
const wholesOf = (label: Label | undefined) => label?.partOf.map(({ text }) => text) ?? [];

export function createFacts(): Facts {
  let space: LabelSpace;
  let files = new Map<string, { readonly index: number; readonly document: YamlDocument; shared: string }>();
  const entries = new Map<string, readonly YamlEntry[]>();
  const known = new Map<string, Known>();
  const strays = new Set<string>();
  const tally = createTally();
  /** What the tally said of all labels together at the last review. */
  let usual = tally.summary();
  const inheritance = createInheritance();
  const answers: Answers = createAnswers('nearest');
  const groups = createGroups(isBefore);
  const outdated = new Set<string>();
  const groupChanges = createGroupChanges({
    groups,
    touch,
    onSharedValue: (first, other) => {
      if (!isOwn(other)) outdated.add(first);
    },
  });

  /** Entries of labels that came or went in a file, from the first that has not been looked at on. */
  let news: { readonly uri: string; readonly entries: readonly YamlEntry[]; at: number }[] = [];
  /** Labels that are to be taken out of their groups. */
  const leaving = new Set<string>();
  /** Labels to be read; those that were known before, as they were. */
  const pending = new Map<string, Known | undefined>();
  /** Labels whose parents changed, or what these pass on; `true`: whatever comes of it, those below are looked at, too. */
  const below = new Map<string, boolean>();
  /** Labels that were not known before, and were read since the last version. */
  const fresh = new Set<string>();
  /** Questions whose answers may have changed. */
  const touched = new Set<string>();
  /** The same of what labels ask about themselves, which is recorded only where the answer is not the usual one. */
  const touchedOwn = new Map<string, string>();
  /** Ids that came or went. */
  const moved = new Set<string>();
  /** Labels by their ids, as misspelt ones are compared with them; `null` for what is no id. */
  const words = new Map<string, Candidate | null>();
  /** Whether labels are entered in their order, as when a file is opened: all are to be checked then, whatever changed. */
  let inOrder = true;
  /** Whether all labels are outdated. */
  let all = false;
  /** Labels that were entered before one of their parents or wholes: in each circle there is one. */
  const ahead: string[] = [];

  const parentCircles = createKnownCircles();
  const partCircles = createKnownCircles();
  let questions: Questions;

  function isBefore(a: string, b: string): boolean {
    const [one, other] = [space.labels.get(a), space.labels.get(b)];
    if (!one || !other) return one !== undefined;
    const [first, second] = [files.get(one.uri), files.get(other.uri)];
    if (first !== second || !first) return (first?.index ?? 0) < (second?.index ?? 0);
    const start = ({ key }: Label) => first.document.range(key).start;
    return comparePositions(start(one.label), start(other.label)) < 0;
  }

  function begin(next: LabelSpace): void {
    const before = files;
    const sameFiles = next.members.every(({ uri }, index) => before.get(uri)?.index === index);
    space = next;
    fresh.clear();
    files = new Map(
      next.members.map(({ uri, taxonomy }, index) => [
        uri,
        { index, document: taxonomy.document, shared: signatureOf(taxonomy.attributes.values()) },
      ]),
    );
    const has = (id: string) => space.labels.has(id);
    parentCircles.begin(findCircles((id) => parentsOf(space.labels.get(id)?.label), has, isBefore));
    partCircles.begin(findCircles((id) => wholesOf(space.labels.get(id)?.label), has, isBefore));
    questions = createQuestions({
      space,
      known,
      groups,
      strays,
      tally,
      parentCircles,
      partCircles,
      isOwn,
      isBefore,
      words: candidates,
      record: answers.record,
    });
    const gone = [...before.keys()].filter((uri) => !files.has(uri));
    inOrder = known.size === 0 && pending.size === 0 && leaving.size === 0 && news.length === 0;
    for (const uri of [...files.keys(), ...gone]) noticeEntries(uri);
    if (!sameFiles || gone.length > 0) for (const id of known.keys()) leaving.add(id);
    noticeShared(before);
    for (const question of ['head version', 'head language', 'systems ']) touch(question);
  }

  /** Takes note of the entries that are new or gone in a file. */
  function noticeEntries(uri: string): void {
    const document = files.get(uri)?.document;
    const now = document ? labelEntries(document) : [];
    const { removed, added } = changesBetween(entries.get(uri) ?? [], now);
    if (document) entries.set(uri, now);
    else entries.delete(uri);
    for (const list of [removed, added]) if (list.length > 0) news.push({ uri, entries: list, at: 0 });
  }

  /** Labels take over the definitions of shared attributes. */
  function noticeShared(before: typeof files): void {
    const changed = [...files].some(([uri, { shared }]) => (before.get(uri)?.shared ?? shared) !== shared);
    if (!changed) return;
    touch('shared ');
    for (const [id, { label }] of known) if (label.attributes.size > 0) below.set(id, below.get(id) ?? false);
  }

  /** Takes a label out of its groups, and lets it be read again. */
  function leave(id: string): void {
    const old = known.get(id);
    if (!pending.has(id)) pending.set(id, old);
    if (old) {
      groupChanges.leave(old);
      if (old.uri === ownUri()) tally.count(old.label, -1);
    }
    known.delete(id);
  }

  function isOwn(id: string): boolean {
    return space.labels.get(id)?.uri === ownUri();
  }

  function ownUri(): string | undefined {
    return space.members[0]?.uri;
  }

  function* candidates(): Iterable<Candidate> {
    for (const id of known.keys()) {
      let word = words.get(id);
      if (word === undefined) words.set(id, (word = isId(id) ? candidateOf(id) : null));
      if (word) yield word;
    }
  }

  function touch(question: string): void {
    if (answers.isAsked(question)) touched.add(question);
  }

  function* steps(): Generator<undefined, void> {
    let done = 0;
    for (const some of news) {
      for (; some.at < some.entries.length; some.at++) {
        const entry = some.entries[some.at];
        if (entry && inOrder) enterLast(entry, some.uri);
        else if (entry) leaving.add(keyText(entry));
        if (some.at % (inOrder ? atATime : manyAtATime) === 0) yield;
      }
    }
    news = [];
    inOrder = false;
    for (const id of leaving) {
      leave(id);
      leaving.delete(id);
      if (++done % atATime === 0) yield;
    }
    for (const [id, old] of pending) {
      enter(id, old);
      pending.delete(id);
      if (++done % atATime === 0) yield;
    }
    for (const id of ahead.splice(0)) {
      parentCircles.noticeFirst(id);
      partCircles.noticeFirst(id);
    }
    for (const { taxonomy } of space.members) yield* taxonomy.labels.childSteps();
    for (const [id, thoroughly] of below) {
      below.delete(id);
      passOn(id, thoroughly);
      yield;
    }
    yield* review();
  }

  /** Takes in a label when nothing was known before: it comes behind all others. */
  function enterLast(entry: YamlEntry, uri: string): void {
    const id = keyText(entry);
    // It is there twice, or in a file before this one.
    if (known.has(id)) return;
    const label = labelOf(entry);
    let above: Inherited | undefined;
    let isAhead = false;
    for (const { text } of label.parents) {
      above = known.get(text)?.inherited;
      if (above) continue;
      isAhead = true;
      if (!space.labels.has(text)) strays.add(text);
    }
    for (const { text } of label.partOf) if (!known.has(text)) isAhead = true;
    if (isAhead) ahead.push(id);

    const parents = label.parents.length;
    // Where no label was entered before its parents, there are no circles.
    const isInCircle = () => ahead.length > 0 && parentCircles.now(id) !== undefined;
    const isQuick = uri === ownUri() && (parents === 0 || (parents === 1 && above && !isInCircle()));
    const inherited = isQuick ? inheritance.below(space, label, above) : inheritance.of(space, id);
    if (!inherited) return;
    all = true;
    const now = { label, uri, inherited };
    known.set(id, now);
    groupChanges.enter(now, true);
    if (uri === ownUri()) tally.count(label, 1);
  }

  function enter(id: string, old: Known | undefined): void {
    const entry = space.labels.get(id);
    const inherited = entry && inheritance.of(space, id);
    const now: Known | undefined = entry && inherited && { label: entry.label, uri: entry.uri, inherited };
    if (!now && !old) return;
    if (!old) fresh.add(id);
    if (now) {
      known.set(id, now);
      groupChanges.enter(now, false);
      if (now.uri === ownUri()) tally.count(now.label, 1);
    }
    outdated.add(id);
    touch(`successors ${id}`);
    touch(`inherited ${id}`);
    touch(`ancestors ${id}`);
    touch('lacking ');
    if (!old || !now) {
      touch(`has ${id}`);
      moved.add(id);
      noticeStray(id);
    }
    const [before, after] = [parentsOf(old?.label), parentsOf(now?.label)];
    for (const parent of new Set([...before, ...after])) {
      touch(`members ${parent}`);
      touch(`member ${parent}`);
      noticeStray(parent);
    }
    const successors = [successorsOf(old?.label), successorsOf(now?.label)] as const;
    if (!old || !now || old.inherited !== now.inherited || !isSame(...successors)) outdateChildren(id);
    const inCircle = noticeCircles(id);
    const thoroughly = !old || !now || before.join('\n') !== after.join('\n') || inCircle;
    if (thoroughly || old.inherited !== now.inherited) lookBelow(id, thoroughly);
  }

  /** Labels that were told something else of their parent. */
  function outdateChildren(id: string): void {
    for (const child of space.children(id)) if (known.has(child)) outdated.add(child);
  }

  /** What is below a label inherits from it. */
  function lookBelow(id: string, thoroughly: boolean): void {
    for (const child of space.children(id)) {
      // What is new is read in full, as the texts now are.
      const isFresh = fresh.has(child) || (pending.has(child) && !pending.get(child));
      if (!isFresh && !below.get(child)) below.set(child, thoroughly);
    }
  }

  function passOn(id: string, whatever: boolean): void {
    const thoroughly = whatever || parentCircles.now(id) !== undefined;
    const old = known.get(id);
    const inherited = inheritance.of(space, id);
    if (!old || !inherited || passed.has(id)) return;
    if (thoroughly) {
      passed.add(id);
      touchedOwn.set(`redundant ${id}`, id);
      touch(`ancestors ${id}`);
    }
    if (inherited !== old.inherited) {
      const now = { ...old, inherited };
      groupChanges.leave(old);
      known.set(id, now);
      groupChanges.enter(now, false);
      touch(`inherited ${id}`);
      outdated.add(id);
      outdateChildren(id);
    }
    if (thoroughly || inherited !== old.inherited) lookBelow(id, thoroughly);
  }

  /** Labels that {@link passOn} has gone through since the last review, so that circles come to an end. */
  const passed = new Set<string>();

  function noticeStray(parent: string): void {
    if (!space.labels.has(parent) && space.children(parent).length > 0) strays.add(parent);
    else strays.delete(parent);
    touch('strays ');
  }

  /** Those that are in a circle of parents or of parts with a label, or were: whether any are in one of parents. */
  function noticeCircles(id: string): boolean {
    const parents = parentCircles.notice(id);
    for (const member of parents) touchedOwn.set(`parentCircle ${member}`, member);
    for (const member of partCircles.notice(id)) touchedOwn.set(`partCircle ${member}`, member);
    return parents.size > 0;
  }

  /** Finds out who was told what is no longer so. */
  function* review(): Generator<undefined, void> {
    if (tally.summary() !== usual) {
      for (const id of known.keys()) {
        outdated.add(id);
        if (outdated.size % manyAtATime === 0) yield;
      }
    }
    usual = tally.summary();
    passed.clear();
    fresh.clear();
    for (const [layer, { before, colours }] of groupChanges.layers()) {
      for (const id of questions.recoloured(layer, before, colours)) touchedOwn.set(`likeColour ${id}`, id);
    }
    for (const question of questions.reworded(answers.ofKind('nearest'), moved)) touch(question);
    for (const id of moved) words.delete(id);
    moved.clear();
    for (const { question, before, now } of groupChanges.firsts()) {
      if (before !== undefined && known.has(before)) outdated.add(before);
      for (const id of answers.outdated(question, () => now)) outdated.add(id);
    }
    yield;
    for (const [question, id] of touchedOwn) {
      touchedOwn.delete(question);
      if (outdated.has(id) || !known.has(id)) continue;
      if (!isSame(answers.told(question) ?? [], questions.answer(question))) outdated.add(id);
      yield;
    }
    for (const question of touched) {
      touched.delete(question);
      for (const id of answers.outdated(question, () => questions.answer(question))) outdated.add(id);
      yield;
    }
  }

  return {
    begin,
    steps,
    outdated,
    takeAll() {
      const taken = all;
      all = false;
      return taken;
    },
    viewFor(label) {
      answers.forget(label.id);
      return questions.viewFor(label);
    },
  };
}
