import type { Change } from '../compare/change';
import { documentsOf } from '../compare/documents';
import type { Resolved } from '../workspace/workspace';
import { comparePositions } from '../yaml/position';
import { fingerprintOf } from './fingerprint';
import type { Bump, GradedChange, GuidelineDiff, Level } from './graded';
import { levels } from './graded';
import { review } from './judgement';
import { messageOf } from './message';
import type { Overrides } from './overrides';
import { noOverrides, overridden } from './overrides';
import type { Rule, Versions } from './rule';
import { ruleOf } from './rules';

/** For a change that no rule knows: it is looked at, never passed over. */
const unclassified: Rule = {
  noun: 'value',
  verdict: review('re-read', 'Nothing is known of this change, so that somebody must look at it.'),
};

/** Judges changes between two versions, by the table and what a team says in its place, and puts the most severe first, then in the order of the documents. */
export function gradeChanges(
  changes: readonly Change[],
  before: Resolved | undefined,
  after: Resolved | undefined,
  overrides: Overrides = noOverrides,
): GuidelineDiff {
  const versions: Versions = { before, after };
  const graded = inOrder(
    changes.map((change) => gradeChange(change, versions, overrides)),
    versions,
  );
  const counts: Record<Level, number> = { breaking: 0, review: 0, quality: 0, additive: 0, editorial: 0 };
  for (const { level } of graded) counts[level]++;
  return { changes: graded, counts, bump: bumpOf(graded) };
}

function gradeChange(change: Change, versions: Versions, overrides: Overrides): GradedChange {
  const rule = ruleOf(change.id) ?? unclassified;
  const { verdict } = rule;
  const own = 'decide' in verdict ? verdict.decide(change, versions) : verdict;
  const judgement = overridden(own, overrides.get(change.id));
  return { ...change, ...judgement, message: messageOf(change, rule, versions), fingerprint: fingerprintOf(change) };
}

/** What the version, the status and the approvals record asks for no new version by itself. */
function bumpOf(changes: readonly GradedChange[]): Bump {
  const asking = new Set(changes.filter(({ id }) => !ruleOf(id)?.record).map(({ level }) => level));
  if (asking.has('breaking')) return 'major';
  if (asking.has('review') || asking.has('quality') || asking.has('additive')) return 'minor';
  return asking.has('editorial') ? 'patch' : 'none';
}

/** Sorted by level, then by file and place in the new document, or in the old one for what is gone. */
function inOrder(changes: readonly GradedChange[], { before, after }: Versions): GradedChange[] {
  const [old, now] = [documentsOf(before), documentsOf(after)];
  const keyed = changes.map((change) => {
    const place = change.to ?? change.from;
    const start = place && (change.to ? now : old).get(place.uri)?.range(place.span).start;
    return {
      change,
      rank: levels.indexOf(change.level),
      uri: place?.uri ?? '',
      start: start ?? { line: 0, character: 0 },
    };
  });
  keyed.sort(
    (a, b) => a.rank - b.rank || (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) || comparePositions(a.start, b.start),
  );
  return keyed.map(({ change }) => change);
}
