/** A small taxonomy and a protocol that uses it, for tests that need both. */
export const taxonomy = `taxonomy: chest
version: 1.0.0
title: Chest
status: draft
language: en
attributes:
  side:
    type: choice
    name: Side
    values:
      left:
        name: Left
      right:
        name: Right
labels:
  finding:
    name: Finding
    abstract: true
    geometry: [mask, polygon]
    attributes:
      side: required
  pneumothorax:
    name: Pneumothorax
    parent: finding
    definition: >-
      Air in the pleural space.
    codes: ['SCT:36118008 |Pneumothorax|']
    color: '#e4572e'
    value: 3
    layer: findings
    include:
      - Any visible pleural line
    exclude:
      - Skin folds
    confusedWith:
      skin-fold: It crosses the ribs.
    attributes:
      width:
        type: number
        unit: mm
        required: true
      drained:
        type: boolean
        when: {width: {minimum: 20}}
  skin-fold:
    name: Skin fold
    parent: [finding]
    disjointWith: ['pneumothorax']
`;

export const protocol = `protocol: ptx
version: 1.0.0
title: Pneumothorax
status: draft
language: en
taxonomy:
  file: chest.taxonomy.yaml
  version: ~1.0.0
labels:
  pneumothorax:
    when: {width: {minimum: 2}}
    on: [frontal]
purpose:
  task: segmentation
images:
  frontal:
    modality: DX
roles:
  reader:
    qualification: Radiologist
workflow:
  first:
    stage: read
    role: reader
  second:
    stage: revise
    of: first
    sees: [first]
instructions: |
  Mark every [[pneumothorax]] and measure [[pneumothorax.width]].
agreement:
  width:
    labels: [pneumothorax.width, "pneumothorax"]
    metric: icc
samples:
  large:
    image: samples/large.png
    annotations: samples/large.coco.json
    shows: [pneumothorax]
`;
