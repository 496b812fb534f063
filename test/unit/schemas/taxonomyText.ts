/** What {@link taxonomyText} imports, at `../anatomy/thorax.taxonomy.yaml`. */
export const importedText = `
taxonomy: thorax
version: 1.1.0
title: Thorax
status: approved
language: en
labels:
  anatomy: { name: Anatomy, definition: A normal structure. }
  organ-part: { name: Part of an organ, definition: What has borders of its own within an organ. }
  lung: { name: Lung, definition: One of the two lungs., parent: anatomy }
`;

/** A taxonomy in which every key of the format occurs, and in which nothing is wrong. */
export const taxonomyText = `
taxonomy: chest-xray-findings
format: 1
version: 2.3.0
title: Chest radiograph findings
status: approved
language: en
source: [Fleischner Society glossary 2024]
modality: [CR, DX]
imports: [{ file: ../anatomy/thorax.taxonomy.yaml, version: ^1.0.0 }]
codeSystems: { SITE: https://example.org/codes/ }
x-owner: Radiology
attributes:
  side:
    name: Side
    definition: Side of the body on which the finding lies.
    type: choice
    multiple: true
    default: [left]
    codes: ['SCT:182353008 |Side|']
    translations: { de: { name: Seite } }
    alias: { redcap: side_2 }
    values:
      left:
        name: Left
        definition: The left of the patient.
        synonyms: [L]
        translations: { de: { name: Links } }
        codes: ['SCT:7771000 |Left|']
        alias: { redcap: 1 }
      right: { name: Right, codes: ['SCT:24028007 |Right|'] }
  severity:
    type: ordinal
    values:
      R0: { name: Absent, score: 0 }
      R1: { name: Mild, score: 1 }
      R6: { name: Not gradable }
  birads:
    type: choice
    values: ['0', 4A, T1b]
  seen: { type: date }
  remark: { type: text, default: none }
  nodes: { type: integer, minimum: 0, maximum: 30 }
labels:
  finding:
    name: Finding
    abstract: true
    presence: [present, absent, indeterminate, unknown]
  pneumothorax:
    name: Pneumothorax
    parent: finding
    definition: >-
      Air in the pleural space, seen as a visceral pleural line without lung markings beyond it.
    synonyms: [PTX]
    translations:
      de:
        name: Pneumothorax
        definition: Luft im Pleuraspalt.
        synonyms: [Pneu]
        include:
          - Jede sichtbare Pleuralinie
        exclude:
          - Hautfalten
    codes:
      - 'SCT:36118008 |Pneumothorax|'
      - { code: RADLEX:RID5352, match: exact }
    dicom:
      category: 'SCT:49755003 |Morphologically Altered Structure|'
      type: 'SCT:36118008 |Pneumothorax|'
      typeModifier: 'SCT:7771000 |Left|'
      region: 'SCT:51185008 |Thorax|'
      regionModifier: 'SCT:7771000 |Left|'
    alias: { chexpert: Pneumothorax, oidm: OIFM_GMTS_023339, coco: 7 }
    color: '#e4572e'
    value: 3
    layer: findings
    geometry: [mask, polygon]
    scope: image
    include:
      - Any visible pleural line, also after drainage
    exclude:
      - Skin folds; the line runs on beyond the rib cage
    confusedWith:
      skin-fold: It crosses the ribs, and lung markings go on beyond it.
      The edge of the scapula: It can be followed beyond the lung.
    attributes:
      side: required
      severity: optional
      width:
        type: number
        unit: mm
        step: 1
        minimum: 0
        maximum: 200
        required: true
        method: Largest interpleural distance
      drained: { type: boolean, when: { width: { minimum: 20 } } }
      cause:
        type: text
        when:
          - { drained: true, severity: [R1, R6] }
          - { width: { minimum: 20, maximum: 50 } }
          - { severity: { minimum: R1 } }
      growth: { type: number, unit: mm, comparedTo: prior, derivedFrom: [width] }
      drain: { type: reference, labels: [tube] }
    disjointWith: [normal]
  tube: { name: Tube, definition: Any tube that ends in the chest., parent: finding }
  normal: { name: Normal, definition: Nothing of what is to be marked., parent: finding }
  consolidation: { name: Consolidation, definition: Lung in which the air has been replaced., parent: finding }
  atelectasis: { name: Atelectasis, definition: Lung with less volume than it should have., parent: finding }
  tension:
    name: Tension pneumothorax
    deprecated: { since: 2.0.0, replacedBy: { pneumothorax: { side: left, width: 2 } }, reason: It is a state. }
  opacity:
    name: Opacity
    deprecated: { since: 2.1.0, replacedBy: [consolidation, atelectasis] }
  ptx:
    name: Pneumothorax, old
    deprecated: { since: 1.0.0, replacedBy: pneumothorax }
  lobe: { name: Lobe, definition: A part of a lung within its own pleura., parent: [anatomy, organ-part], partOf: lung, value: 1, layer: anatomy }
  image-class: { name: Overall, abstract: true, exclusive: true, required: true, scope: image }
  breast-assessment: { name: Assessment, definition: The grade that is given once for a breast., parent: image-class, scope: study, per: side }
  hip:
    name: Hip
    definition: The points at which the angles of the hip are measured.
    parent: image-class
    geometry: [keypoints]
    keypoints: [head, sourcil-lateral, sourcil-medial]
    skeleton: [[head, sourcil-lateral]]
  not-read: { name: Not to be judged, definition: Nothing can be said of what is here., value: 255, ignore: true, x-note: { any: [1, null] } }
`;
