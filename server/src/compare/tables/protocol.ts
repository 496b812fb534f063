import { elsewhere } from '../comparator';
import { withMovedCriteria } from '../comparators/criteria';
import { allowed, set, texts } from '../comparators/lists';
import { conditions, entries, object, records, scalars } from '../comparators/maps';
import { amount, flag, plain, text } from '../comparators/scalars';
import { linkedText, references } from '../comparators/references';
import { head } from './common';

/** How a protocol narrows one label of its taxonomy. */
const labelUse = withMovedCriteria(
  object({
    geometry: allowed('geometry'),
    when: conditions('marking-condition'),
    count: object({ maximum: amount('count-maximum'), choose: text('count-choice') }),
    delineation: object({
      edge: plain('edge'),
      holes: plain('holes'),
      instances: plain('instances'),
      slices: text('slices'),
    }),
    include: texts('inclusion'),
    exclude: texts('exclusion'),
    on: allowed('marked-on', 'image'),
  }),
);

/** The labels in use, where the protocol lists them. */
export const labelUses = entries('label-use', labelUse, {
  kind: 'label',
  refers: 'label',
});

const purpose = object(
  {
    task: text('task'),
    unit: plain('unit-of-annotation'),
    intendedUse: text('intended-use'),
    referenceStandard: object({
      definition: text('reference-standard'),
      rationale: text('reference-standard-rationale'),
    }),
  },
  'purpose',
);

const image = object({
  modality: set('image-modality'),
  series: text('series'),
  required: flag('image-made-required', 'image-made-optional', true),
  display: records(
    'window',
    object({ name: elsewhere, center: plain('window-center'), width: plain('window-width') }),
    { by: ['name'], kind: 'window', nested: true },
  ),
});

const data = object(
  {
    eligibility: object({
      participants: object({ include: texts('participant-inclusion'), exclude: texts('participant-exclusion') }),
      images: object({ include: texts('image-inclusion'), exclude: texts('image-exclusion') }),
    }),
    acquisition: object({
      devices: texts('device'),
      sites: texts('site'),
      protocol: text('acquisition-protocol'),
    }),
    cohort: entries('stratum', object({ shares: scalars('cohort-share'), tolerance: amount('cohort-tolerance') }), {
      kind: 'stratum',
    }),
    partitions: object({ disjointAt: plain('partition-level'), shares: scalars('partition-share') }),
    limitations: text('limitations'),
  },
  'data',
);

const privacy = object(
  {
    regulations: texts('regulation'),
    deidentification: object({ method: plain('deidentification-method'), details: text('deidentification-details') }),
    lawfulBasis: text('lawful-basis'),
    retention: plain('retention'),
    access: set('access', 'role'),
    auditTrail: text('audit-trail'),
  },
  'privacy',
);

const role = object({
  qualification: text('qualification'),
  experienceYears: amount('experience'),
  count: amount('headcount'),
  source: text('recruitment'),
  training: text('training'),
});

const stage = object({
  stage: plain('stage-kind'),
  role: plain('stage-role', { refers: 'role' }),
  readers: amount('readers'),
  cases: amount('training-cases'),
  of: plain('stage-input', { refers: 'stage' }),
  model: object({
    name: text('model-name'),
    version: plain('model-version'),
    operatingPoint: text('operating-point'),
  }),
  policy: plain('pre-label-policy'),
  blindedTo: set('blinding'),
  sees: set('sight', 'stage'),
  when: object({
    labels: references('trigger-label'),
    metric: plain('trigger-metric'),
    below: amount('trigger-below'),
    above: amount('trigger-above'),
  }),
  method: plain('merge-method'),
  atLeast: amount('quorum'),
  partitions: set('stage-partition'),
  sample: amount('quality-sample'),
});

const agreement = object({
  labels: references('agreement-label'),
  metric: plain('agreement-metric'),
  parameters: scalars('agreement-parameter'),
  minimum: amount('agreement-minimum'),
  maximum: amount('agreement-maximum'),
  target: amount('agreement-target'),
  sample: amount('agreement-sample'),
  rationale: text('agreement-rationale'),
  onFailure: text('agreement-failure-action'),
});

const feedback = object({
  from: text('feedback-source'),
  metric: text('feedback-metric'),
  below: amount('feedback-below'),
  above: amount('feedback-above'),
  labels: references('feedback-label'),
  action: text('feedback-action'),
});

const longitudinal = object(
  {
    labels: references('followed-label'),
    identity: text('lesion-identity'),
    timepoints: entries('timepoint', object({ required: flag('timepoint-made-required', 'timepoint-made-optional') }), {
      kind: 'time point',
    }),
    response: text('response-criteria'),
  },
  'longitudinal',
);

const vendor = object(
  {
    name: text('vendor-name'),
    dueDiligence: entries(
      'inquiry',
      object({
        question: text('inquiry-question'),
        answer: text('inquiry-answer'),
        evidence: text('inquiry-evidence'),
      }),
      { kind: 'question to the vendor' },
    ),
  },
  'vendor',
);

const sample = object({
  image: plain('sample-image'),
  annotations: plain('sample-annotations'),
  shows: references('sample-shown-label'),
  about: references('sample-topic'),
  kind: plain('sample-kind'),
  guideline: plain('sample-version'),
  caption: text('sample-caption'),
});

/** A protocol, but for the labels in use and the reference to the taxonomy. */
export const protocolKeys = object({
  ...head,
  taxonomy: elsewhere,
  labels: elsewhere,
  effective: plain('effective-date'),
  unmarked: plain('unmarked'),
  purpose,
  images: entries('image', image, { kind: 'image' }),
  data,
  privacy,
  roles: entries('role', role, { kind: 'role' }),
  workflow: entries('stage', stage, { kind: 'stage', ordered: true }),
  tools: records('tool', object({ name: elsewhere, version: plain('tool-version') }), { by: ['name'], kind: 'tool' }),
  instructions: linkedText('instructions'),
  decisions: entries(
    'decision',
    object({ when: text('decision-case'), then: text('decision-action'), labels: references('decision-label') }),
    { kind: 'decision' },
  ),
  agreement: entries('agreement', agreement, { kind: 'agreement' }),
  uncertainty: text('uncertainty'),
  corrections: text('corrections'),
  review: object(
    {
      every: plain('review-interval'),
      triggers: texts('review-trigger'),
      owner: plain('review-owner', { refers: 'role' }),
    },
    'review',
  ),
  feedback: entries('feedback', feedback, { kind: 'feedback' }),
  longitudinal,
  multimodal: entries('linked-data', object({ linkedBy: text('linked-by'), use: text('linked-use') }), {
    kind: 'linked data',
  }),
  vendor,
  samples: entries('sample', sample, { kind: 'sample' }),
  approvals: records(
    'approval',
    object({
      by: elsewhere,
      version: elsewhere,
      role: text('approval-role'),
      on: plain('approval-date'),
      digest: plain('approval-digest'),
    }),
    { by: ['by', 'version'], kind: 'approval' },
  ),
  changes: records(
    'change-note',
    object({ version: elsewhere, on: plain('change-note-date'), summary: text('change-note-summary') }),
    { by: ['version'], kind: 'change note' },
  ),
});

/** The reference to the taxonomy. What changed in the taxonomy itself is told by comparing the taxonomies. */
export const taxonomyReference = object(
  { file: plain('taxonomy-file'), version: plain('taxonomy-version') },
  'taxonomy',
);
