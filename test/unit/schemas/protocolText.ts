/** A protocol in which every key of the format occurs, and in which nothing is wrong. */
export const protocolText = `
protocol: ptx-segmentation
format: 1
version: 1.4.0
title: Pneumothorax segmentation on chest radiographs
status: approved
language: en
source: [BTS guideline for pleural disease 2023]
effective: 2026-02-01
taxonomy: { file: ../taxonomies/chest-xray.taxonomy.yaml, version: ~2.3.0 }
labels:
  pneumothorax:
    geometry: [mask]
    when: { width: { minimum: 2, maximum: 80 } }
    count: { maximum: 5, choose: largest }
    delineation: { edge: inner, holes: fill, instances: separate, slices: all }
    include:
      - A sliver at the apex
    exclude:
      - Under 2 mm, unless seen on the prior
    on: [frontal]
  tube: {}
unmarked: absent
purpose:
  task: segmentation
  unit: image
  intendedUse: A second look at chest radiographs in the emergency department.
  referenceStandard:
    definition: Consensus of two thoracic radiologists, who also had the CT of the same day.
    rationale: CT shows what the radiograph hides.
images:
  frontal: { modality: DX, series: PA or AP view, display: [{ name: Lung, center: -600, width: 1500 }] }
  prior: { modality: [CR, DX], required: false }
data:
  eligibility:
    participants: { include: [Adults], exclude: [After lung resection] }
    images: { include: [Upright views], exclude: [Rotated views] }
  acquisition: { devices: [Any digital], sites: [North, South], protocol: 120 kV in inspiration }
  cohort:
    sex: { shares: { female: 50%, male: 50% }, tolerance: 5% }
    scanner-vendor: { shares: { Vendor A: 40%, Vendor B: 120 } }
  partitions: { disjointAt: patient, shares: { train: 70%, validation: 12.5 %, test: 200 } }
  limitations: Children are not in the data.
privacy:
  regulations: [HIPAA, GDPR]
  deidentification: { method: safe-harbor, details: Burned-in text is blackened. }
  lawfulBasis: Approval of the ethics committee.
  retention: P10Y
  access: [reader, adjudicator]
  auditTrail: Every access is logged.
roles:
  reader:
    qualification: Board-certified radiologist
    experienceYears: 5
    count: 3
    source: Two hospitals
    training: Twenty cases with feedback
  adjudicator: { qualification: Thoracic radiologist, experienceYears: 10, count: 1 }
workflow:
  calibrate: { stage: train, role: reader, cases: 20 }
  draft:
    stage: pre-label
    model: { name: ptx-net, version: '2.1', operatingPoint: Threshold 0.3 }
    policy: reference
  first: { stage: read, role: reader, readers: 2, blindedTo: [other-readers, report], sees: [draft] }
  second: { stage: revise, of: first, sees: [first] }
  merged: { stage: merge, of: second, method: majority, atLeast: 2, partitions: [train] }
  decided:
    stage: adjudicate
    role: adjudicator
    when: { labels: [pneumothorax], metric: dice, below: 0.7 }
    method: expert
  far: { stage: adjudicate, role: adjudicator, when: { labels: [pneumothorax], metric: hd95, above: 5 } }
  checked: { stage: quality-control, role: adjudicator, sample: 10% }
tools: [{ name: Reader's desk, version: '5.6' }]
instructions: |
  Mark each [[pneumothorax]], and measure its [[pneumothorax.width]].
decisions:
  drained-ptx: { when: A drain lies in the pleural space., then: Set drained to true., labels: [pneumothorax] }
agreement:
  outline:
    labels: [pneumothorax]
    metric: nsd
    parameters: { nsd: 2, hd_perc: 95, boundary_dist: 2, beta: 1, localization: mask_iou, thresh: 0.5, own: linear }
    minimum: 0.8
    target: 0.9
    sample: 20%
    rationale: What two experts reached.
    onFailure: The readers are trained again.
  edge: { labels: [pneumothorax], metric: hd95, maximum: 5, sample: 30, rationale: The width of a rib. }
  width: { labels: [pneumothorax.width], metric: icc, minimum: 0.75, sample: 50 cases, rationale: What two experts reached. }
uncertainty: Equivocal cases are marked indeterminate.
corrections: They are corrected in the next version.
review: { every: P3M, triggers: [A new edition of a source], owner: adjudicator }
feedback:
  misses: { from: model-performance, metric: sensitivity, below: 0.9, labels: [pneumothorax], action: Read again. }
  alarms: { from: clinical-use, metric: false-positives-per-image, above: 0.2, action: Read again. }
longitudinal:
  labels: [pneumothorax]
  identity: The same side within seven days.
  timepoints: { baseline: { required: true }, follow-up: {} }
  response: RECIST-1.1
multimodal:
  histology: { linkedBy: accession, use: Not shown to readers. }
vendor:
  name: Annotators Ltd
  dueDiligence:
    certification: { question: Certified to ISO 27001?, answer: 'Yes', evidence: Certificate of 2025 }
samples:
  ptx-large:
    image: samples/ptx-001.dcm
    annotations: samples/ptx-001.coco.json
    shows: [pneumothorax]
    kind: typical
    guideline: 1.4.0
  fold:
    image: samples/fold.png
    kind: pitfall
    about: [pneumothorax, tube]
    caption: A skin fold, not a pneumothorax.
approvals:
  - by: A. Lead
    role: Clinical lead
    on: 2026-01-20
    version: 1.4.0
    digest: sha256:${'0123456789abcdef'.repeat(4)}
changes: [{ version: 1.4.0, on: 2026-01-20, summary: Slivers at the apex are marked. }]
x-ticket: 17
`;

/** A configuration in which every key occurs. */
export const configText = `
extends: strict
rules: { label-needs-definition: 'off', label-must-exist: error }
overrides: { drafts/: { extends: draft, rules: { label-must-exist: hint } } }
waivers:
  - rule: label-must-exist
    at: chest.taxonomy.yaml#/labels/pneumothorax
    reason: It comes with the next version.
    until: 2026-12-31
    by: A. Lead
    on: 2026-01-20
changes:
  color-changed: breaking
  definition-changed: { level: editorial, remedy: none, reason: Definitions are for the glossary here. }
fictitious: { PatientName: ['Phantom^*'] }
`;
