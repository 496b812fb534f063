import type { Rule } from './rule';
import { approvedNeedsApproval } from './rules/approved-needs-approval';
import { approvedPinsTaxonomy } from './rules/approved-pins-taxonomy';
import { attributeMustExist } from './rules/attribute-must-exist';
import { blindedReadersSeeNothing } from './rules/blinded-readers-see-nothing';
import { changedWithoutVersionBump } from './rules/changed-without-version-bump';
import { codeCheckDigit } from './rules/code-check-digit';
import { codeUsedOnce } from './rules/code-used-once';
import { coloursDistinguishable } from './rules/colours-distinguishable';
import { conditionOnKnownAttribute } from './rules/condition-on-known-attribute';
import { datesInOrder } from './rules/dates-in-order';
import { deprecatedNeedsReplacement } from './rules/deprecated-needs-replacement';
import { enoughReaders } from './rules/enough-readers';
import { geometryWithinParents } from './rules/geometry-within-parents';
import { geometryWithinTaxonomy } from './rules/geometry-within-taxonomy';
import { groupNeedsMembers } from './rules/group-needs-members';
import { imageMustExist } from './rules/image-must-exist';
import { importMustResolve } from './rules/import-must-resolve';
import { importedIdsDoNotCollide } from './rules/imported-ids-do-not-collide';
import { keyPointsAreNamed } from './rules/key-points-are-named';
import { keysStandOutsideProse } from './rules/keys-stand-outside-prose';
import { labelMustExist } from './rules/label-must-exist';
import { labelNeedsDefinition } from './rules/label-needs-definition';
import { labelNeedsSample } from './rules/label-needs-sample';
import { maskValueUniqueInLayer } from './rules/mask-value-unique-in-layer';
import { metricFitsAnnotation } from './rules/metric-fits-annotation';
import { modalityMustBeKnown } from './rules/modality-must-be-known';
import { noDeprecatedLabelInUse } from './rules/no-deprecated-label-in-use';
import { noDuplicateName } from './rules/no-duplicate-name';
import { noImportCycle } from './rules/no-import-cycle';
import { noParentCycle } from './rules/no-parent-cycle';
import { noPartOfCycle } from './rules/no-part-of-cycle';
import { noRedundantParent } from './rules/no-redundant-parent';
import { oneIgnoreLabelPerLayer } from './rules/one-ignore-label-per-layer';
import { ordinalNeedsScores } from './rules/ordinal-needs-scores';
import { parentsAgree } from './rules/parents-agree';
import { partitionMustExist } from './rules/partition-must-exist';
import { preLabelsAreReviewed } from './rules/pre-labels-are-reviewed';
import { rangeIsNotEmpty } from './rules/range-is-not-empty';
import { regulationNeedsDeidentification } from './rules/regulation-needs-deidentification';
import { replacementMustNotBeDeprecated } from './rules/replacement-must-not-be-deprecated';
import { roleMustExist } from './rules/role-must-exist';
import { sampleAnnotationsMatch } from './rules/sample-annotations-match';
import { sampleFileMustExist } from './rules/sample-file-must-exist';
import { sampleOfOlderVersion } from './rules/sample-of-older-version';
import { sharesAddUp } from './rules/shares-add-up';
import { skeletonJoinsKeyPoints } from './rules/skeleton-joins-key-points';
import { stageMustExist } from './rules/stage-must-exist';
import { taxonomyMustResolve } from './rules/taxonomy-must-resolve';
import { taxonomyVersionInRange } from './rules/taxonomy-version-in-range';
import { thresholdInRange } from './rules/threshold-in-range';
import { thresholdNeedsRationale } from './rules/threshold-needs-rationale';

/** All rules, by family. */
export const rules: readonly Rule[] = [
  labelMustExist,
  attributeMustExist,
  importMustResolve,
  noImportCycle,
  importedIdsDoNotCollide,
  noParentCycle,
  noPartOfCycle,
  noRedundantParent,
  parentsAgree,
  groupNeedsMembers,
  noDuplicateName,
  labelNeedsDefinition,
  keysStandOutsideProse,
  deprecatedNeedsReplacement,
  replacementMustNotBeDeprecated,
  geometryWithinParents,
  keyPointsAreNamed,
  skeletonJoinsKeyPoints,
  conditionOnKnownAttribute,
  ordinalNeedsScores,
  rangeIsNotEmpty,
  maskValueUniqueInLayer,
  oneIgnoreLabelPerLayer,
  coloursDistinguishable,
  codeCheckDigit,
  codeUsedOnce,
  modalityMustBeKnown,
  approvedNeedsApproval,
  approvedPinsTaxonomy,
  blindedReadersSeeNothing,
  datesInOrder,
  enoughReaders,
  geometryWithinTaxonomy,
  imageMustExist,
  metricFitsAnnotation,
  noDeprecatedLabelInUse,
  partitionMustExist,
  preLabelsAreReviewed,
  regulationNeedsDeidentification,
  roleMustExist,
  sharesAddUp,
  stageMustExist,
  taxonomyMustResolve,
  taxonomyVersionInRange,
  thresholdInRange,
  thresholdNeedsRationale,
  labelNeedsSample,
  sampleAnnotationsMatch,
  sampleFileMustExist,
  sampleOfOlderVersion,
  changedWithoutVersionBump,
];
