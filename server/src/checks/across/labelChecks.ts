import { changesBetween, placeIn } from '../../model/changes';
import { labelOf } from '../../model/label';
import { labelEntries } from '../../model/labelTable';
import type { ResolvedTaxonomy } from '../../workspace/workspace';
import type { YamlDocument } from '../../yaml/document';
import type { YamlEntry } from '../../yaml/node';
import { entriesOf, entryOf, firstEntries, keyText, valueAt } from '../../yaml/node';
import { comparePositions } from '../../yaml/position';
import { manyAtATime } from '../../yaml/steps';
import type { Found } from '../found';
import type { AcrossRule, LabelRule, RunRules } from '../rule';
import { hasOddKey, labelFindings } from '../schema/schemaFindings';
import { createFacts } from './facts';
import { createRuleChoice } from './ruleChoice';

/** What was found in the labels of one taxonomy file, kept in step with its texts. */
export interface LabelChecks {
  /**
   * Checks what changed since the last time, label by label. It may be left off: the next call goes on from there, with
   * the taxonomy as it then is.
   */
  steps(taxonomy: ResolvedTaxonomy): Generator<undefined, void>;
  /** The entries of `labels` in which something was found, in order. */
  flawed(): readonly YamlEntry[];
  found(entry: YamlEntry): readonly Found[];
  /** The entries of `labels` whose keys may be wrong, in order. */
  odd(): readonly YamlEntry[];
}

/** So many labels are checked between two pauses, where there are many: a tenth of a millisecond. */
const labelsAtATime = 4;

export interface LabelChecksOptions {
  readonly labelRules: readonly LabelRule[];
  readonly acrossRules: readonly AcrossRule[];
  readonly run: RunRules;
  /** Told of each label that is checked: to count them. */
  readonly onLabel?: (id: string) => void;
}

export function createLabelChecks({ labelRules, acrossRules, run, onLabel }: LabelChecksOptions): LabelChecks {
  const facts = createFacts();
  const rulesFor = createRuleChoice(labelRules, acrossRules);
  const found = new Map<YamlEntry, readonly Found[]>();
  const pending = new Set<YamlEntry>();
  /** Entries that are all to be checked, from the first that was not on; before those that are pending. */
  let queue: { readonly entries: readonly YamlEntry[]; at: number } = { entries: [], at: 0 };
  let space: ResolvedTaxonomy['space'] | undefined;
  let document: YamlDocument | undefined;
  let entries: readonly YamlEntry[] = [];
  let flawed: YamlEntry[] = [];
  let odd: YamlEntry[] = [];

  function isBefore(a: YamlEntry, b: YamlEntry): boolean {
    if (!document) return false;
    return comparePositions(document.range(a.key).start, document.range(b.key).start) < 0;
  }

  function begin(taxonomy: ResolvedTaxonomy): void {
    if (taxonomy.file.document === document && taxonomy.space === space) return;
    space = taxonomy.space;
    document = taxonomy.file.document;
    const now = labelEntries(document);
    const { removed } = changesBetween(entries, now);
    entries = now;
    for (; queue.at < queue.entries.length; queue.at++) pending.add(queue.entries[queue.at] as YamlEntry);
    const gone = new Set(removed);
    for (const entry of removed) {
      found.delete(entry);
      pending.delete(entry);
    }
    if (flawed.some((entry) => gone.has(entry))) flawed = flawed.filter((entry) => !gone.has(entry));
    if (odd.some((entry) => gone.has(entry))) odd = odd.filter((entry) => !gone.has(entry));
    facts.begin(taxonomy.space);
  }

  /** `isFirst`: no label before it has its id. */
  function check(of: YamlDocument, entry: YamlEntry, isFirst: boolean): void {
    onLabel?.(keyText(entry));
    const results: Found[] = [];
    for (const finding of labelFindings('taxonomy', of, entry))
      results.push({ rule: 'schema', level: 'error', finding });
    if (isFirst) {
      const label = labelOf(entry);
      const view = facts.viewFor(label);
      const { alone, across } = rulesFor(entry);
      run(alone, results, label, of);
      run(across, results, label, view);
    }
    const before = found.get(entry);
    if (results.length > 0) found.set(entry, results);
    else if (before) found.delete(entry);
    if (before === undefined && results.length > 0) insert(flawed, entry);
    if (before !== undefined && results.length === 0) flawed.splice(flawed.indexOf(entry), 1);
    const isOdd = hasOddKey(entry);
    if (isOdd && !odd.includes(entry)) insert(odd, entry);
  }

  function insert(list: YamlEntry[], entry: YamlEntry): void {
    list.splice(
      placeIn(list, (other) => isBefore(other, entry)),
      0,
      entry,
    );
  }

  return {
    *steps(taxonomy) {
      begin(taxonomy);
      yield* facts.steps();
      const of = taxonomy.file.document;
      const labels = valueAt(of.root, 'labels');
      if (labels?.kind !== 'map') return facts.outdated.clear();
      if (facts.takeAll()) {
        facts.outdated.clear();
        pending.clear();
        queue = { entries: labels.entries, at: 0 };
      }
      const isClear = firstEntries(labels) === labels.entries;
      const isFirst = (entry: YamlEntry) => isClear || entryOf(labels, keyText(entry)) === entry;
      // What is new is among them.
      for (const id of facts.outdated) {
        for (const entry of entriesOf(labels, id)) pending.add(entry);
        facts.outdated.delete(id);
        if (facts.outdated.size % manyAtATime === 0) yield;
      }
      for (; queue.at < queue.entries.length; queue.at++) {
        const entry = queue.entries[queue.at] as YamlEntry;
        check(of, entry, isFirst(entry));
        if (queue.at % labelsAtATime === 0) yield;
      }
      for (const entry of pending) {
        check(of, entry, isFirst(entry));
        pending.delete(entry);
        yield;
      }
    },
    flawed: () => flawed,
    found: (entry) => found.get(entry) ?? [],
    odd: () => odd,
  };
}
