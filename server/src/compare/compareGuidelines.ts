import type { Resolved, ResolvedProtocol, ResolvedTaxonomy } from '../workspace/workspace';
import { runAtOnce } from '../yaml/steps';
import type { Change } from './change';
import { labelListIds, protocolSteps } from './protocol';
import { placeOf, rootSide } from './side';
import { attributeIds, attributeKeys, choiceKeys } from './tables/attribute';
import { taxonomyHead } from './tables/common';
import { dicomCode, inheritedKeys, labelIds, ownKeys } from './tables/label';
import { labelUses, protocolKeys, taxonomyReference } from './tables/protocol';
import { taxonomySteps } from './taxonomy';

/**
 * What differs between two versions of a guideline, without a judgement. A version that is not given was not there;
 * two documents of different kinds are one that went and one that came. Configuration is no guideline: nothing.
 */
export function compareGuidelines(before: Resolved | undefined, after: Resolved | undefined): Change[] {
  return runAtOnce(compareSteps(before, after));
}

/** {@link compareGuidelines} in steps, most of which take far less than a millisecond. */
export function* compareSteps(
  before: Resolved | undefined,
  after: Resolved | undefined,
): Generator<undefined, Change[]> {
  if (before?.kind === 'taxonomy' && after?.kind === 'taxonomy') return yield* taxonomySteps(before, after);
  if (before?.kind === 'protocol' && after?.kind === 'protocol') return yield* protocolSteps(before, after);
  return [...cameOrWent('guideline-removed', before), ...cameOrWent('guideline-added', after)];
}

function cameOrWent(id: 'guideline-added' | 'guideline-removed', guideline: Resolved | undefined): Change[] {
  if (!guideline || guideline.kind === 'config') return [];
  const head = headOf(guideline);
  const place = placeOf(rootSide(guideline.file.uri, guideline.file.document));
  const value = head.version?.text ?? '';
  const added = id === 'guideline-added';
  return [
    {
      id,
      subject: head.id?.text ?? '',
      kind: guideline.kind,
      before: added ? null : value,
      after: added ? value : null,
      ...(added ? { to: place } : { from: place }),
    },
  ];
}

function headOf(guideline: ResolvedTaxonomy | ResolvedProtocol) {
  return guideline.kind === 'taxonomy' ? guideline.taxonomy : guideline.protocol;
}

/** Every change that can be told, sorted. */
export function changeIds(): string[] {
  const comparators = [
    taxonomyHead,
    ownKeys,
    ...Object.values(inheritedKeys),
    dicomCode,
    attributeKeys,
    choiceKeys,
    labelUses,
    protocolKeys,
    taxonomyReference,
  ];
  const ids = comparators.flatMap((comparator) => comparator.ids);
  const others = [...labelIds, ...attributeIds, ...labelListIds, 'guideline-added', 'guideline-removed'];
  return [...new Set([...ids, ...others])].sort();
}
