/** The words that go into a template: as they stand in YAML, quoted where they must be. */
interface TemplateWords {
  readonly id: string;
  readonly title: string;
}

/** A taxonomy to begin with: a group with two labels, everything said once. */
export function taxonomyTemplate({ id, title }: TemplateWords): string {
  return `# The labels: what readers may mark, what each means, and what is recorded of it.
# Write over what stands here. Hover over a word before a colon to read what it is for;
# Ctrl+Space on an empty line shows what else can be said there.
taxonomy: ${id}
version: 0.1.0
title: ${title}
# draft, then review, then approved. Nobody should annotate by a draft.
status: draft
language: en
# What the definitions rest on: glossaries, standards, papers, each with its edition or year.
source:
  - Consensus of the group that writes this, first draft

# What several labels record in the same way. A label takes it up by its name, as required or optional.
attributes:
  side:
    type: choice
    name: Side
    definition: Side of the patient's body on which the finding lies.
    values:
      left:
        name: Left
        codes:
          - 'SCT:7771000 |Left|'
      right:
        name: Right
        codes:
          - 'SCT:24028007 |Right|'

# One entry for each label. The first word is the id: it stays, also when the name changes.
labels:
  finding:
    name: Finding
    # Groups other labels and is not annotated itself. What is said here holds for the labels below it.
    abstract: true
    definition: >-
      Something on the image that may matter to the patient.
    geometry:
      - mask
      - polygon

  first-finding:
    name: First finding
    parent: finding
    # So plain that two readers come to the same decision.
    definition: >-
      What is seen where this finding is, and what it is told by.
    # What counts, and what does not though it looks like it. One criterion to a line.
    include:
      - A borderline case that still counts
    exclude:
      - Something that looks like it and is something else
    # In quotes: without them it would be a comment.
    color: '#d1495b'
    # The pixel value in a mask; 0 is the background.
    value: 1
    layer: findings
    attributes:
      side: required
      width:
        type: number
        name: Width
        unit: mm
        minimum: 0
        method: Largest distance, at right angles to the long axis

  second-finding:
    name: Second finding
    parent: finding
    definition: >-
      What is seen where this other finding is, and what it is told by.
    # How it is told apart from what it is taken for.
    confusedWith:
      first-finding: >-
        What one looks at to decide between the two.
    color: '#00798c'
    value: 2
    layer: findings
    attributes:
      side: required
`;
}

/** A protocol to begin with: two readers, and an adjudicator where they differ. */
export function protocolTemplate({
  id,
  title,
  taxonomyFile,
}: TemplateWords & { readonly taxonomyFile: string }): string {
  return `# The protocol: who annotates which images with which labels, in which steps, and how good it must be.
# Write over what stands here. Hover over a word before a colon to read what it is for and which standard asks for it.
protocol: ${id}
version: 0.1.0
title: ${title}
status: draft
language: en
# ~ takes in changes of wording; anything more needs a new version of this protocol.
taxonomy:
  file: ${taxonomyFile}
  version: ~0.1.0

# The labels in use, and how each is narrowed here.
labels:
  first-finding:
    geometry:
      - mask
    # Which ones are marked: those at least this wide, in mm.
    when:
      width:
        minimum: 2
    exclude:
      - Something that is not marked under this protocol
    on:
      - main
  second-finding:
    geometry:
      - mask
    on:
      - main
# What it means that nothing was marked: the finding is absent, or it is unknown.
unmarked: absent

purpose:
  task: segmentation
  unit: image
  intendedUse: >-
    What the annotations are for, on which patients, and who uses the result.
  referenceStandard:
    definition: >-
      The marks of two readers, decided by an adjudicator where they differ.
    rationale: >-
      Why this is taken as the truth, and what speaks against it.

# What a reader sees of each case.
images:
  main:
    series: The image that the findings are marked on

# The people. How many of them read one case stands in the workflow.
roles:
  reader:
    qualification: Board-certified radiologist
    experienceYears: 3
    count: 3
    training: Twenty cases, talked over with the adjudicator
  adjudicator:
    qualification: Radiologist, specialised in the field
    experienceYears: 10
    count: 1

# The steps, in their order.
workflow:
  practice:
    stage: train
    role: reader
    cases: 20
  first-read:
    stage: read
    role: reader
    readers: 2
    blindedTo:
      - other-readers
  decision:
    stage: adjudicate
    of: first-read
    role: adjudicator
    sees:
      - first-read
    when:
      labels:
        - first-finding
        - second-finding
      metric: dice
      below: 0.7
    method: expert

# Markdown. Double square brackets link to a label or to what is recorded of it.
instructions: |
  1. Look at the whole image before you mark anything.
  2. Mark every [[first-finding]] and every [[second-finding]].
  3. Measure [[first-finding.width]] at its largest.

# Rules for difficult cases, so that all readers decide alike.
decisions:
  both-at-one-place:
    when: >-
      Both findings lie at the same place.
    then: >-
      Mark the first finding alone.
    labels:
      - first-finding
      - second-finding

# How well readers must agree. No standard gives a limit: say why it is this one.
agreement:
  outline:
    labels:
      - first-finding
      - second-finding
    metric: dice
    minimum: 0.7
    sample: 20%
    rationale: >-
      What readers of the field reach among each other, by a pilot of one's own.
    onFailure: >-
      The readers talk the cases over with the adjudicator and read them again.

# Images with annotations that show what is meant. To add one, lay its files into a folder beside this file,
# and take the hashes away from the lines below. Open Labelwright's preview to see it.
# samples:
#   first-finding-typical:
#     image: samples/first-finding.dcm
#     annotations: samples/first-finding.coco.json
#     kind: typical
#     shows:
#       - first-finding
#     caption: What one should see in it.

uncertainty: >-
  What readers do with a case they cannot decide, and with one whose images are missing.
corrections: >-
  What is done with annotations that turn out to be wrong.
`;
}
