import type { ResolvedProtocol } from '../workspace/workspace';
import type { Change } from './change';
import type { About, Named } from './comparator';
import { factOf, tell } from './comparator';
import { renamedEntries } from './comparators/maps';
import { labelPairsSteps } from './labelPairs';
import { child, isAbsent, rootSide } from './side';
import { labelUses, protocolKeys, taxonomyReference } from './tables/protocol';

/** Changes of the list of labels itself. */
export const labelListIds: readonly string[] = ['labels-restricted', 'labels-unrestricted'];

/** What differs between two versions of a protocol. Of its taxonomy only the reference is compared. */
export function* protocolSteps(before: ResolvedProtocol, after: ResolvedProtocol): Generator<undefined, Change[]> {
  const changes: Change[] = [];
  const [old, now] = [before, after].map(({ file }) => rootSide(file.uri, file.document));
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
  else labelUses.compare(oldUses, nowUses, about);
  protocolKeys.compare(old, now, about);
  return changes;
}

/** Labels are called by the names that the taxonomy gives them. */
function withName(change: Change, before: ResolvedProtocol, after: ResolvedProtocol): Change {
  if (change.kind !== 'label') return change;
  const nameIn = ({ taxonomy }: ResolvedProtocol) => taxonomy?.space.labels.get(change.subject)?.label.name;
  const name = nameIn(after) ?? nameIn(before);
  return name === undefined ? change : { ...change, details: { ...change.details, name } };
}
