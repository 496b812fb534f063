import type { SchemaError } from '../../generated/validators';
import type { GuidelineKind } from '../../model/kind';
import type { YamlDocument } from '../../yaml/document';
import type { YamlEntry, YamlNode } from '../../yaml/node';
import { entryOf, keyText, pointerSteps } from '../../yaml/node';
import type { SchemaPart } from './schemas';
import { partBelow, schemaPart } from './schemas';

/** What was validated: a whole document, or the body of one label. */
export interface Validated {
  readonly kind: GuidelineKind;
  /** Name under `$defs`; empty for a document. */
  readonly definition: string;
  readonly document: YamlDocument;
  readonly node: YamlNode;
  /** The label's entry. */
  readonly entry?: YamlEntry;
}

/** An error of a validator, with the places it speaks of. */
export interface Mistake {
  readonly error: SchemaError;
  readonly validated: Validated;
  /** The value with the mistake. */
  readonly node: YamlNode;
  /** The map or list that the value is in. */
  readonly parent?: YamlNode;
  /** The entry whose value it is, when it is in a map. */
  readonly entry?: YamlEntry;
  /** The nearest key above the value; empty at the document's root. */
  readonly key: string;
  /** What the schema says of the value. */
  readonly part: SchemaPart;
}

/** Finds the places of an error; nothing when the value is not in the tree (a key that is written twice). */
export function locate(error: SchemaError, validated: Validated): Mistake | undefined {
  let node = validated.node;
  let parent: YamlNode | undefined;
  let entry = validated.entry;
  let key = entry ? keyText(entry) : '';
  let part = schemaPart(validated.kind, validated.definition);
  for (const step of pointerSteps(error.instancePath)) {
    parent = node;
    entry = entryOf(node, step);
    const below = node.kind === 'list' ? node.items[Number(step)] : entry?.value;
    if (!below) return undefined;
    node = below;
    if (entry) key = keyText(entry);
    part = partBelow(validated.kind, part, step) ?? { definition: '', schema: {} };
  }
  return { error, validated, node, parent, entry, key, part };
}

const nouns: Record<string, string> = {
  label: 'a label',
  labelUse: 'a label in a protocol',
  attribute: 'an attribute',
  sharedAttribute: 'an attribute',
  labelAttribute: 'an attribute',
  attributeValue: 'a value',
  translation: 'a translation',
  code: 'a code',
  import: 'an import',
  condition: 'a condition',
  imageInput: 'an image',
  window: 'a window',
  stratum: 'a characteristic of the cohort',
  role: 'a role',
  stage: 'a stage',
  tool: 'a tool',
  model: 'a model',
  decision: 'a decision',
  agreement: 'a measure of agreement',
  feedback: 'a feedback',
  timepoint: 'a time point',
  linkedData: 'other data',
  inquiry: 'a question to the vendor',
  sample: 'a sample',
  approval: 'an approval',
  change: 'a change',
  changeJudgement: 'a judgement of a change',
  waiver: 'a waiver',
};

const documents: Record<GuidelineKind, string> = {
  taxonomy: 'a taxonomy',
  protocol: 'a protocol',
  config: 'labelwright.yaml',
};

/** What a map is, in words: `a label`; for a block of the document its key. */
export function nounOf({ part, key, validated }: Mistake): string {
  const { definition } = part;
  if (definition === '' && key === '') return documents[validated.kind];
  return nouns[definition] ?? `“${key}”`;
}

const places: Record<string, string> = {
  label: 'under a label in “labels”',
  labelUse: 'under a label in “labels”',
  attribute: 'under an attribute',
  attributeValue: 'under a value in “values”',
  translation: 'under a language in “translations”',
  code: 'under “codes”',
  import: 'under “imports”',
  condition: 'under a condition in “when”',
  deprecated: 'under “deprecated”',
  dicom: 'under “dicom”',
  taxonomyReference: 'under “taxonomy”',
  count: 'under “count”',
  delineation: 'under “delineation”',
  purpose: 'under “purpose”',
  referenceStandard: 'under “referenceStandard”',
  imageInput: 'under an image in “images”',
  window: 'under “display”',
  criteria: 'under “participants” or “images” in “eligibility”',
  data: 'under “data”',
  eligibility: 'under “eligibility”',
  acquisition: 'under “acquisition”',
  stratum: 'under a characteristic in “cohort”',
  partitions: 'under “partitions”',
  privacy: 'under “privacy”',
  deidentification: 'under “deidentification”',
  role: 'under a role in “roles”',
  model: 'under “model”',
  trigger: 'under “when” of a stage',
  stage: 'under a stage in “workflow”',
  tool: 'under “tools”',
  decision: 'under a decision in “decisions”',
  agreement: 'under a measure in “agreement”',
  review: 'under “review”',
  feedback: 'under an entry of “feedback”',
  longitudinal: 'under “longitudinal”',
  linkedData: 'under an entry of “multimodal”',
  vendor: 'under “vendor”',
  sample: 'under a sample in “samples”',
  approval: 'under “approvals”',
  change: 'under “changes”',
  waiver: 'under “waivers”',
};

/** Where the keys of a definition belong. */
export function placeOf(definition: string): string | undefined {
  return definition === '' ? 'at the left margin, where it speaks of the whole file' : places[definition];
}
