import type { Rule } from './rule';
import { adjudicatorHasExperience } from './rules/adjudicator-has-experience';
import { adjudicatorIsAnotherPerson } from './rules/adjudicator-is-another-person';
import { agreementNeedsLimit } from './rules/agreement-needs-limit';
import { approvalFitsText } from './rules/approval-fits-text';
import { approvedNeedsApproval } from './rules/approved-needs-approval';
import { approvedPinsTaxonomy } from './rules/approved-pins-taxonomy';
import { attributeMustExist } from './rules/attribute-must-exist';
import { blindedReadersSeeNothing } from './rules/blinded-readers-see-nothing';
import { changedWithoutVersionBump } from './rules/changed-without-version-bump';
import { changesTellOfVersion } from './rules/changes-tell-of-version';
import { choiceNeedsTwoValues } from './rules/choice-needs-two-values';
import { codeCheckDigit } from './rules/code-check-digit';
import { codeFitsItsSystem } from './rules/code-fits-its-system';
import { codeSystemIsKnown } from './rules/code-system-is-known';
import { codeUsedOnce } from './rules/code-used-once';
import { coloursDistinguishable } from './rules/colours-distinguishable';
import { comparisonNeedsTimepoint } from './rules/comparison-needs-timepoint';
import { conditionOnKnownAttribute } from './rules/condition-on-known-attribute';
import { criteriaAreNotRepeated } from './rules/criteria-are-not-repeated';
import { datesInOrder } from './rules/dates-in-order';
import { defaultIsAllowed } from './rules/default-is-allowed';
import { definitionIsASentence } from './rules/definition-is-a-sentence';
import { definitionIsNoOtherLabel } from './rules/definition-is-no-other-label';
import { definitionSaysMoreThanName } from './rules/definition-says-more-than-name';
import { deprecatedNeedsReplacement } from './rules/deprecated-needs-replacement';
import { deprecatedSinceKnownVersion } from './rules/deprecated-since-known-version';
import { derivedAttributeIsNotRead } from './rules/derived-attribute-is-not-read';
import { disjointLabelsAreUnrelated } from './rules/disjoint-labels-are-unrelated';
import { enoughReaders } from './rules/enough-readers';
import { everyPartitionIsAnnotated } from './rules/every-partition-is-annotated';
import { exclusiveNeedsMembers } from './rules/exclusive-needs-members';
import { feedbackNeedsLimit } from './rules/feedback-needs-limit';
import { followUpNeedsTimepoints } from './rules/follow-up-needs-timepoints';
import { geometryWithinParents } from './rules/geometry-within-parents';
import { geometryWithinTaxonomy } from './rules/geometry-within-taxonomy';
import { groupHasNoMaskValue } from './rules/group-has-no-mask-value';
import { groupNeedsMembers } from './rules/group-needs-members';
import { groupNeedsTwoMembers } from './rules/group-needs-two-members';
import { imageFitsTaxonomy } from './rules/image-fits-taxonomy';
import { imageMustExist } from './rules/image-must-exist';
import { importMustResolve } from './rules/import-must-resolve';
import { importedIdsDoNotCollide } from './rules/imported-ids-do-not-collide';
import { independentReadersShareNoDraft } from './rules/independent-readers-share-no-draft';
import { keyPointsAreNamed } from './rules/key-points-are-named';
import { keyPointsNeedGeometry } from './rules/key-points-need-geometry';
import { keysStandOutsideProse } from './rules/keys-stand-outside-prose';
import { labelBelongsToAGroup } from './rules/label-belongs-to-a-group';
import { labelIsAnnotatedHere } from './rules/label-is-annotated-here';
import { labelMustExist } from './rules/label-must-exist';
import { labelNamesOthers } from './rules/label-names-others';
import { labelNeedsDefinition } from './rules/label-needs-definition';
import { labelNeedsSample } from './rules/label-needs-sample';
import { majorityCanDecide } from './rules/majority-can-decide';
import { maskLabelNeedsValue } from './rules/mask-label-needs-value';
import { maskValueFitsInAPixel } from './rules/mask-value-fits-in-a-pixel';
import { maskValueNeedsMask } from './rules/mask-value-needs-mask';
import { maskValueUniqueInLayer } from './rules/mask-value-unique-in-layer';
import { mergeMethodFitsAnnotation } from './rules/merge-method-fits-annotation';
import { mergeNeedsSeveralReadings } from './rules/merge-needs-several-readings';
import { metricFitsAnnotation } from './rules/metric-fits-annotation';
import { metricNeedsParameter } from './rules/metric-needs-parameter';
import { modalityMustBeKnown } from './rules/modality-must-be-known';
import { noConditionCycle } from './rules/no-condition-cycle';
import { noDeprecatedLabelInUse } from './rules/no-deprecated-label-in-use';
import { noDerivationCycle } from './rules/no-derivation-cycle';
import { noDuplicateAlias } from './rules/no-duplicate-alias';
import { noDuplicateDefinition } from './rules/no-duplicate-definition';
import { noDuplicateName } from './rules/no-duplicate-name';
import { noDuplicateTranslatedName } from './rules/no-duplicate-translated-name';
import { noImportCycle } from './rules/no-import-cycle';
import { noInvisibleCharacters } from './rules/no-invisible-characters';
import { noParentCycle } from './rules/no-parent-cycle';
import { noPartOfCycle } from './rules/no-part-of-cycle';
import { noPatientDataInSamples } from './rules/no-patient-data-in-samples';
import { noRedundantParent } from './rules/no-redundant-parent';
import { noSpaceAroundNames } from './rules/no-space-around-names';
import { noTextBurnedIntoSamples } from './rules/no-text-burned-into-samples';
import { numberNeedsUnit } from './rules/number-needs-unit';
import { oneIgnoreLabelPerLayer } from './rules/one-ignore-label-per-layer';
import { ordinalNeedsScores } from './rules/ordinal-needs-scores';
import { otherMethodIsDescribed } from './rules/other-method-is-described';
import { parentIsInUse } from './rules/parent-is-in-use';
import { parentsAgree } from './rules/parents-agree';
import { partIsNoKind } from './rules/part-is-no-kind';
import { partitionMustExist } from './rules/partition-must-exist';
import { partitionsAreApartByPatient } from './rules/partitions-are-apart-by-patient';
import { perNeedsChoice } from './rules/per-needs-choice';
import { preLabelsAreReviewed } from './rules/pre-labels-are-reviewed';
import { rangeIsNotEmpty } from './rules/range-is-not-empty';
import { readingsAreMerged } from './rules/readings-are-merged';
import { regulationNeedsDeidentification } from './rules/regulation-needs-deidentification';
import { removedLabelLeavesTombstone } from './rules/removed-label-leaves-tombstone';
import { replacementMustNotBeDeprecated } from './rules/replacement-must-not-be-deprecated';
import { replacementValuesExist } from './rules/replacement-values-exist';
import { restsOnApprovedTaxonomy } from './rules/rests-on-approved-taxonomy';
import { revisionFollowsReading } from './rules/revision-follows-reading';
import { roleHasATask } from './rules/role-has-a-task';
import { roleMustExist } from './rules/role-must-exist';
import { sampleAnnotationsMatch } from './rules/sample-annotations-match';
import { sampleFileMustExist } from './rules/sample-file-must-exist';
import { sampleOfOlderVersion } from './rules/sample-of-older-version';
import { sampleSaysWhatItTeaches } from './rules/sample-says-what-it-teaches';
import { sampleShowsWhatIsMarked } from './rules/sample-shows-what-is-marked';
import { scopeFitsGeometry } from './rules/scope-fits-geometry';
import { sharesAddUp } from './rules/shares-add-up';
import { skeletonJoinsKeyPoints } from './rules/skeleton-joins-key-points';
import { skeletonLineJoinsTwoPoints } from './rules/skeleton-line-joins-two-points';
import { stageMustExist } from './rules/stage-must-exist';
import { stageSeesEarlierStages } from './rules/stage-sees-earlier-stages';
import { stepFitsRange } from './rules/step-fits-range';
import { taxonomyMustResolve } from './rules/taxonomy-must-resolve';
import { taxonomyVersionInRange } from './rules/taxonomy-version-in-range';
import { thresholdInRange } from './rules/threshold-in-range';
import { thresholdNeedsRationale } from './rules/threshold-needs-rationale';
import { trainingComesFirst } from './rules/training-comes-first';
import { translatedCriteriaMatch } from './rules/translated-criteria-match';
import { translationIsOfAnotherLanguage } from './rules/translation-is-of-another-language';
import { translationsCoverAllLabels } from './rules/translations-cover-all-labels';
import { unitIsUcum } from './rules/unit-is-ucum';
import { valueCodesDiffer } from './rules/value-codes-differ';
import { valueNamesDiffer } from './rules/value-names-differ';

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
  choiceNeedsTwoValues,
  codeFitsItsSystem,
  codeSystemIsKnown,
  criteriaAreNotRepeated,
  defaultIsAllowed,
  definitionIsASentence,
  definitionSaysMoreThanName,
  definitionIsNoOtherLabel,
  deprecatedSinceKnownVersion,
  derivedAttributeIsNotRead,
  disjointLabelsAreUnrelated,
  exclusiveNeedsMembers,
  groupHasNoMaskValue,
  groupNeedsTwoMembers,
  keyPointsNeedGeometry,
  labelBelongsToAGroup,
  labelNamesOthers,
  maskLabelNeedsValue,
  maskValueFitsInAPixel,
  maskValueNeedsMask,
  noConditionCycle,
  noDerivationCycle,
  noDuplicateAlias,
  noDuplicateDefinition,
  noDuplicateTranslatedName,
  noInvisibleCharacters,
  noSpaceAroundNames,
  numberNeedsUnit,
  parentIsInUse,
  partIsNoKind,
  perNeedsChoice,
  replacementValuesExist,
  scopeFitsGeometry,
  skeletonLineJoinsTwoPoints,
  stepFitsRange,
  translatedCriteriaMatch,
  translationIsOfAnotherLanguage,
  translationsCoverAllLabels,
  unitIsUcum,
  valueCodesDiffer,
  valueNamesDiffer,
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
  adjudicatorHasExperience,
  adjudicatorIsAnotherPerson,
  agreementNeedsLimit,
  changesTellOfVersion,
  comparisonNeedsTimepoint,
  everyPartitionIsAnnotated,
  feedbackNeedsLimit,
  followUpNeedsTimepoints,
  imageFitsTaxonomy,
  independentReadersShareNoDraft,
  labelIsAnnotatedHere,
  majorityCanDecide,
  mergeMethodFitsAnnotation,
  mergeNeedsSeveralReadings,
  metricNeedsParameter,
  otherMethodIsDescribed,
  partitionsAreApartByPatient,
  readingsAreMerged,
  restsOnApprovedTaxonomy,
  revisionFollowsReading,
  roleHasATask,
  stageSeesEarlierStages,
  trainingComesFirst,
  labelNeedsSample,
  sampleAnnotationsMatch,
  sampleFileMustExist,
  sampleOfOlderVersion,
  noPatientDataInSamples,
  noTextBurnedIntoSamples,
  sampleSaysWhatItTeaches,
  sampleShowsWhatIsMarked,
  changedWithoutVersionBump,
  approvalFitsText,
  removedLabelLeavesTombstone,
];
