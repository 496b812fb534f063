import type { ResolvedProtocol } from '../workspace/workspace';
import type { Change } from './change';
import type { About, Fact, Named } from './comparator';
import { factOf, tell } from './comparator';
import { renamedEntries } from './comparators/maps';
import type { LabelPairs } from './labelPairs';
import { labelPairsSteps } from './labelPairs';
import type { Side } from './side';
import { child, isAbsent, rootSide } from './side';
import { labelUses, protocolKeys, taxonomyReference } from './tables/protocol';
import type { Version } from './version';

/** Changes of the list of labels itself. */
export const labelListIds: readonly string[] = ['labels-restricted', 'labels-unrestricted'];

/** What differs between two versions of a protocol. Of its taxonomy the reference is compared, and which labels are in use. */
export function* protocolSteps(before: ResolvedProtocol, after: ResolvedProtocol): Generator<undefined, Change[]> {
  const changes: Change[] = [];
  const root = ({ file }: ResolvedProtocol) => rootSide(file.uri, file.document);
  const [old, now] = [root(before), root(after)];
  const labels =
    before.taxonomy && after.taxonomy ? yield* labelPairsSteps(before.taxonomy, after.taxonomy) : undefined;
  const renames = new Map<Named, ReadonlyMap<string, string>>([
    ['role', renamedEntries(child(old, 'roles'), child(now, 'roles'))],
    ['image', renamedEntries(child(old, 'images'), child(now, 'images'))],
    ['stage', renamedEntries(child(old, 'workflow'), child(now, 'workflow'))],
  ]);
  const about: About = {
    subject: after.protocol.id?.text ?? before.protocol.id?.text ?? '',
    kind: 'protocol',
    renamed: (named, id) => (named === 'label' ? (labels?.renamed(id) ?? id) : (renames.get(named)?.get(id) ?? id)),
    replacedBy: (named, id) => (named === 'label' ? (labels?.replacedBy(id) ?? []) : []),
    add: (change) => changes.push(withName(change, before, after)),
  };
  taxonomyReference.compare(child(old, 'taxonomy'), child(now, 'taxonomy'), about);
  const [oldUses, nowUses] = [child(old, 'labels'), child(now, 'labels')];
  if (isAbsent(oldUses) && !isAbsent(nowUses)) tell(about, 'labels-restricted', undefined, factOf(nowUses));
  else if (!isAbsent(oldUses) && isAbsent(nowUses)) tell(about, 'labels-unrestricted', factOf(oldUses), undefined);
  else if (isAbsent(oldUses) && labels) compareImplied(labels, old, now, about);
  else labelUses.compare(oldUses, nowUses, about);
  protocolKeys.compare(old, now, about);
  return changes;
}

/** Where no labels are listed all that can be annotated are in use: with them goes and comes what the taxonomy has. */
function compareImplied({ pairing, before, after }: LabelPairs, old: Side, now: Side, about: About): void {
  const isInUse = (version: Version, id: string) => {
    const label = version.labels.get(id)?.label;
    return label !== undefined && !label.abstract && !label.deprecated;
  };
  const within = (subject: string): About => ({ ...about, subject, kind: 'label' });
  const fact = (root: Side, value: string): Fact => ({ side: child(root, 'taxonomy') ?? root, value });
  for (const id of pairing.added) if (isInUse(after, id)) tell(within(id), 'label-use-added', undefined, fact(now, id));
  for (const id of pairing.removed)
    if (isInUse(before, id)) tell(within(id), 'label-use-removed', fact(old, id), undefined);
}

/** Labels are called by the names that the taxonomy gives them. */
function withName(change: Change, before: ResolvedProtocol, after: ResolvedProtocol): Change {
  if (change.kind !== 'label') return change;
  const nameIn = ({ taxonomy }: ResolvedProtocol) => taxonomy?.space.labels.get(change.subject)?.label.name;
  const name = nameIn(after) ?? nameIn(before);
  return name === undefined ? change : { ...change, details: { ...change.details, name } };
}
