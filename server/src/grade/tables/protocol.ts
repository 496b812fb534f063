import * as decide from '../decide';
import {
  additive,
  administrative,
  breaking,
  complete,
  drawnOtherwise,
  evidence,
  mayDecide,
  quality,
  review,
} from '../judgement';
import { seenOtherwise } from '../judgement';
import type { Rule, StemRule } from '../rule';
import { about, record, thing } from '../rule';

const population = quality('none', 'The annotations stay as they are; what patients or images they stand for changes.');
const protection = quality('none', 'The annotations stay as they are; how patients are protected changes.');
const smaller = review('migrate', 'Fewer findings are marked than before.');
const larger = review('re-read', 'Findings are marked that readers left out before.');
const teaching = review('none', 'Readers learn from samples; what they learn here changes.');
const followUp = review('re-read', 'Findings are followed by another rule, and may be taken for others than before.');
const markedElsewhere = breaking('re-read', 'Findings are marked on other images than before.');
const standardDrawn = breaking('redraw', 'Outlines drawn so far follow another rule than those drawn from now on.');
const renamed = { renamed: administrative };

/** What a protocol says of the labels in use. */
const labelUse: Readonly<Record<string, StemRule>> = {
  'marking-condition': about('marking condition', {
    added: smaller,
    removed: larger,
    changed: decide.newMarkingCondition,
  }),
  'count-maximum': about('limit of marked findings', {
    added: smaller,
    removed: larger,
    raised: larger,
    lowered: smaller,
    changed: larger,
  }),
  'count-choice': about('choice among too many findings', review('re-read', 'Readers mark others of many findings.')),
  edge: about('drawn edge', drawnOtherwise),
  holes: about('treatment of holes', { all: drawnOtherwise, changed: decide.newHoles }),
  instances: about('treatment of several instances', { all: drawnOtherwise, changed: decide.newInstances }),
  slices: about('drawn slices', standardDrawn),
  'marked-on': about('image for marking', markedElsewhere),
  labels: about('list of labels in use', {
    restricted: breaking('migrate', 'Annotations of labels that are not listed are no part of the work any more.'),
    unrestricted: review('re-read', 'All labels of the taxonomy are in use, also those that nobody looked for before.'),
  }),
};

const setting: Readonly<Record<string, StemRule>> = {
  'effective-date': about('effective date', administrative),
  'taxonomy-file': about('taxonomy', {
    all: breaking('re-read', 'The labels are those of another taxonomy now.'),
    changed: decide.newTaxonomyFile,
  }),
  'taxonomy-version': about(
    'version of the taxonomy',
    review('re-read', 'What changed in the labels is told by comparing the two versions of the taxonomy.'),
  ),
  unmarked: about(
    'meaning of unmarked',
    breaking('re-read', 'Cases without a mark mean something else than when they were read.'),
  ),
  task: about('task', review('re-read', 'Readers who work on another task may decide otherwise.')),
  'unit-of-annotation': about(
    'unit of annotation',
    breaking('re-read', 'One annotation speaks of something larger or smaller.'),
  ),
  'intended-use': about('intended use', evidence),
  'reference-standard': about(
    'reference standard',
    review('re-read', 'What counts as true is decided by another standard.'),
  ),
  'reference-standard-rationale': about('rationale of the reference standard', evidence),
  image: thing('image', { all: seenOtherwise, ...renamed }),
  'image-modality': about('modality', seenOtherwise),
  series: about('series', seenOtherwise),
  window: thing('window', seenOtherwise),
  'window-center': about('centre', seenOtherwise),
  'window-width': about('width', seenOtherwise),
  'participant-inclusion': about('inclusion criterion of patients', population),
  'participant-exclusion': about('exclusion criterion of patients', population),
  'image-inclusion': about('inclusion criterion of images', population),
  'image-exclusion': about('exclusion criterion of images', population),
  device: about('device', { all: population, added: complete }),
  site: about('site', { all: population, added: complete }),
  'acquisition-protocol': about('protocol of acquisition', population),
  stratum: thing('stratum', { all: population, added: complete, ...renamed }),
  'cohort-share': about('share of patients', population),
  'cohort-tolerance': about('tolerance of the shares', population),
  'partition-level': about('level at which partitions are kept apart', evidence),
  'partition-share': about('share of a partition', evidence),
  limitations: about('limitations', evidence),
  regulation: about('regulation', protection),
  'deidentification-method': about('method of de-identification', protection),
  'deidentification-details': about('details of de-identification', protection),
  'lawful-basis': about('lawful basis', protection),
  retention: about('retention', protection),
  access: about('role with access', protection),
  'audit-trail': about('audit trail', protection),
};

const people: Readonly<Record<string, StemRule>> = {
  role: thing('role', { all: evidence, ...renamed }),
  qualification: about('qualification', evidence),
  experience: about('years of experience', evidence),
  headcount: about('number of people', evidence),
  recruitment: about('source of people', evidence),
  training: about('training', evidence),
  stage: thing('stage', { all: evidence, ...renamed }),
  'stage-kind': about('kind', evidence),
  'stage-role': about('role', evidence),
  readers: about('number of readers', evidence),
  'training-cases': about('number of training cases', evidence),
  'stage-input': about('input', evidence),
  'model-name': about('model', evidence),
  'model-version': about('version of the model', evidence),
  'operating-point': about('operating point of the model', evidence),
  'pre-label-policy': about('use of pre-labels', evidence),
  blinding: about('blinding', evidence),
  sight: about('what readers see', evidence),
  'trigger-label': about('trigger label', evidence),
  'trigger-metric': about('trigger metric', evidence),
  'trigger-below': about('lower trigger limit', evidence),
  'trigger-above': about('upper trigger limit', evidence),
  'merge-method': about('method', evidence),
  quorum: about('quorum', evidence),
  'stage-partition': about('partition', evidence),
  'quality-sample': about('sample', evidence),
  tool: thing('tool', evidence),
  'tool-version': about('version', evidence),
};

const rules: Readonly<Record<string, StemRule>> = {
  instructions: about('instructions', mayDecide),
  decision: thing('decision rule', { all: mayDecide, ...renamed }),
  'decision-case': about('case', mayDecide),
  'decision-action': about('action', mayDecide),
  'decision-label': about('label', mayDecide),
  uncertainty: about('rule for equivocal cases', mayDecide),
  corrections: about('plan for wrong annotations', evidence),
  agreement: thing('measure of agreement', { all: evidence, ...renamed }),
  'agreement-label': about('label', evidence),
  'agreement-metric': about('metric', evidence),
  'agreement-parameter': about('parameter of the metric', evidence),
  'agreement-minimum': about('least accepted agreement', evidence),
  'agreement-maximum': about('largest accepted value', evidence),
  'agreement-target': about('target', evidence),
  'agreement-sample': about('sample', evidence),
  'agreement-rationale': about('rationale', evidence),
  'agreement-failure-action': about('action when agreement is too low', evidence),
  'review-interval': about('interval of review', evidence),
  'review-trigger': about('occasion of review', evidence),
  'review-owner': about('owner of the review', evidence),
  feedback: thing('feedback', { all: evidence, ...renamed }),
  'feedback-source': about('source', evidence),
  'feedback-metric': about('metric', evidence),
  'feedback-below': about('lower limit', evidence),
  'feedback-above': about('upper limit', evidence),
  'feedback-label': about('label', evidence),
  'feedback-action': about('action', evidence),
  'followed-label': about('followed label', { added: followUp, removed: followUp }),
  'lesion-identity': about('rule of lesion identity', followUp),
  timepoint: thing('time point', { added: complete, removed: evidence, ...renamed }),
  'response-criteria': about('criteria of response', followUp),
  'linked-data': thing('linked data', { all: evidence, ...renamed }),
  'linked-by': about('link to the images', evidence),
  'linked-use': about('use', seenOtherwise),
  'vendor-name': about('vendor', evidence),
  inquiry: thing('question to the vendor', { all: evidence, ...renamed }),
  'inquiry-question': about('question', evidence),
  'inquiry-answer': about('answer', evidence),
  'inquiry-evidence': about('evidence', evidence),
  sample: thing('sample', { all: teaching, added: complete, ...renamed }),
  'sample-image': about('image', teaching),
  'sample-annotations': about('annotations', teaching),
  'sample-shown-label': about('shown label', teaching),
  'sample-topic': about('topic', teaching),
  'sample-kind': about('kind', teaching),
  'sample-caption': about('caption', teaching),
  'sample-version': about('guideline version', administrative),
  approval: record(
    thing('approval', {
      added: administrative,
      removed: quality('none', 'The guideline lacks an approval that it had.'),
    }),
  ),
  'approval-role': record(about('role', administrative)),
  'approval-date': record(about('day', administrative)),
  'approval-digest': record(about('digest', administrative)),
  'change-note': record(thing('change note', administrative)),
  'change-note-date': record(about('day', administrative)),
  'change-note-summary': record(about('summary', administrative)),
};

export const protocolStems: Readonly<Record<string, StemRule>> = { ...labelUse, ...setting, ...people, ...rules };

/** Changes of protocols whose ids do not end like those of a stem. */
export const protocolRules: Readonly<Record<string, Rule>> = {
  'label-use-added': {
    noun: 'label in use',
    verdict: decide.labelTakenUp,
  },
  'label-use-removed': {
    noun: 'label in use',
    verdict: breaking('migrate', 'Annotations of it are no part of the work any more.'),
  },
  'label-use-renamed': {
    noun: 'label in use',
    verdict: breaking('migrate', 'Annotations carry the old id.'),
  },
  'stages-reordered': { noun: 'order of the stages', verdict: evidence },
  'image-made-required': {
    noun: 'image',
    verdict: quality('none', 'Cases read without this image have less behind them than those to come.'),
  },
  'image-made-optional': {
    noun: 'image',
    verdict: quality('none', 'Cases may be read without this image, and then have less behind them.'),
  },
  'timepoint-made-required': {
    noun: 'time point',
    verdict: quality('none', 'Patients without this time point are incomplete now.'),
  },
  'timepoint-made-optional': {
    noun: 'time point',
    verdict: additive('none', 'What exists stays complete.'),
  },
};
