import type { YamlDocument } from '../yaml/document';
import type { YamlNode, YamlScalar } from '../yaml/node';
import { valueAt } from '../yaml/node';
import type { Conditions } from './attribute';
import { readConditions } from './attribute';
import type { Head } from './head';
import { readHead } from './head';
import type { Located } from './read';
import { readMap, readNumber, readText, readTexts } from './read';

/** An entry of a map keyed by id: where its id stands, and its value. */
export interface Entry {
  readonly id: string;
  readonly key: YamlScalar;
  readonly node: YamlNode | undefined;
}

/** How a protocol narrows a label of its taxonomy. */
export interface LabelUse extends Entry {
  readonly geometry?: readonly Located[];
  readonly when: Conditions;
  readonly include: readonly Located[];
  readonly exclude: readonly Located[];
  /** The names of the images it is marked on. */
  readonly on: readonly Located[];
}

export interface Role extends Entry {
  readonly qualification?: string;
  readonly experienceYears?: number;
  /** How many people there are. */
  readonly count?: number;
}

export type StageKind = 'train' | 'pre-label' | 'read' | 'revise' | 'merge' | 'adjudicate' | 'quality-control';

export interface Stage extends Entry {
  readonly stage?: StageKind;
  readonly role?: Located;
  /** How many readers see one case. */
  readonly readers?: number;
  readonly of?: Located;
  readonly sees: readonly Located[];
  readonly blindedTo: readonly Located[];
  readonly method?: Located;
  readonly atLeast?: number;
}

export interface Agreement extends Entry {
  /** Labels, or `label.attribute`. */
  readonly labels: readonly Located[];
  readonly metric?: Located;
  readonly minimum?: number;
  readonly target?: number;
  readonly rationale?: string;
}

/** An image that a reader sees. */
export interface ImageInput extends Entry {
  /** Kinds of image as DICOM codes; none where it is not said. */
  readonly modality: readonly Located[];
  /** The windows that it is shown in, the first one at the beginning; incomplete ones are left out. */
  readonly display: readonly DisplayWindow[];
}

/** A range of values between black and white. */
export interface DisplayWindow {
  readonly name?: string;
  readonly center: number;
  /** More than 0. */
  readonly width: number;
}

export type SampleKind = 'typical' | 'borderline' | 'pitfall' | 'negative';

export interface Sample extends Entry {
  /** Path of the image, relative to the document, with `/`. */
  readonly image?: Located;
  readonly annotations?: Located;
  /** Labels that it shows. */
  readonly shows: readonly Located[];
  /** Labels that it is about, though they are not there (a pitfall). */
  readonly about: readonly Located[];
  readonly kind?: SampleKind;
  readonly caption?: string;
  /** The protocol's version it was made under. */
  readonly guideline?: Located;
}

export interface Protocol extends Head {
  readonly kind: 'protocol';
  readonly document: YamlDocument;
  readonly effective?: Located;
  readonly taxonomy: { readonly file?: Located; readonly version?: Located };
  /** The labels in use; nothing when the document does not narrow its taxonomy. */
  readonly labels?: ReadonlyMap<string, LabelUse>;
  readonly unmarked?: string;
  readonly images: ReadonlyMap<string, ImageInput>;
  readonly roles: ReadonlyMap<string, Role>;
  /** In the order they run. */
  readonly workflow: ReadonlyMap<string, Stage>;
  readonly decisions: ReadonlyMap<string, Entry & { readonly labels: readonly Located[] }>;
  readonly agreement: ReadonlyMap<string, Agreement>;
  readonly samples: ReadonlyMap<string, Sample>;
  /** Markdown; `[[label]]` and `[[label.attribute]]` link. */
  readonly instructions?: Located;
}

/** The protocol of a document, as far as it can be read. */
export function readProtocol(document: YamlDocument): Protocol {
  const { root } = document;
  const one = (...path: string[]) => readTexts(valueAt(root, ...path))[0];
  const labels = valueAt(root, 'labels');
  return {
    kind: 'protocol',
    document,
    ...readHead(root, 'protocol'),
    effective: one('effective'),
    taxonomy: { file: one('taxonomy', 'file'), version: one('taxonomy', 'version') },
    labels: labels && readMap(labels, readLabelUse),
    unmarked: readText(valueAt(root, 'unmarked')),
    images: readMap(valueAt(root, 'images'), readImageInput),
    roles: readMap(valueAt(root, 'roles'), readRole),
    workflow: readMap(valueAt(root, 'workflow'), readStage),
    decisions: readMap(valueAt(root, 'decisions'), (id, key, node) => ({
      id,
      key,
      node,
      labels: readTexts(valueAt(node, 'labels')),
    })),
    agreement: readMap(valueAt(root, 'agreement'), readAgreement),
    samples: readMap(valueAt(root, 'samples'), readSample),
    instructions: one('instructions'),
  };
}

function readImageInput(id: string, key: YamlScalar, node: YamlNode | undefined): ImageInput {
  const windows = valueAt(node, 'display');
  const display = (windows?.kind === 'list' ? windows.items : []).flatMap((item): DisplayWindow[] => {
    const [center, width] = [readNumber(valueAt(item, 'center')), readNumber(valueAt(item, 'width'))];
    return center !== undefined && width !== undefined && width > 0
      ? [{ name: readText(valueAt(item, 'name')), center, width }]
      : [];
  });
  return { id, key, node, modality: readTexts(valueAt(node, 'modality')), display };
}

function readLabelUse(id: string, key: YamlScalar, node: YamlNode | undefined): LabelUse {
  const geometry = valueAt(node, 'geometry');
  return {
    id,
    key,
    node,
    geometry: geometry && readTexts(geometry),
    when: readConditions(valueAt(node, 'when')),
    include: readTexts(valueAt(node, 'include')),
    exclude: readTexts(valueAt(node, 'exclude')),
    on: readTexts(valueAt(node, 'on')),
  };
}

function readRole(id: string, key: YamlScalar, node: YamlNode | undefined): Role {
  return {
    id,
    key,
    node,
    qualification: readText(valueAt(node, 'qualification')),
    experienceYears: readNumber(valueAt(node, 'experienceYears')),
    count: readNumber(valueAt(node, 'count')),
  };
}

function readStage(id: string, key: YamlScalar, node: YamlNode | undefined): Stage {
  const one = (name: string) => readTexts(valueAt(node, name))[0];
  return {
    id,
    key,
    node,
    stage: readText(valueAt(node, 'stage')) as StageKind | undefined,
    role: one('role'),
    readers: readNumber(valueAt(node, 'readers')),
    of: one('of'),
    sees: readTexts(valueAt(node, 'sees')),
    blindedTo: readTexts(valueAt(node, 'blindedTo')),
    method: one('method'),
    atLeast: readNumber(valueAt(node, 'atLeast')),
  };
}

function readAgreement(id: string, key: YamlScalar, node: YamlNode | undefined): Agreement {
  return {
    id,
    key,
    node,
    labels: readTexts(valueAt(node, 'labels')),
    metric: readTexts(valueAt(node, 'metric'))[0],
    minimum: readNumber(valueAt(node, 'minimum')),
    target: readNumber(valueAt(node, 'target')),
    rationale: readText(valueAt(node, 'rationale')),
  };
}

function readSample(id: string, key: YamlScalar, node: YamlNode | undefined): Sample {
  const one = (name: string) => readTexts(valueAt(node, name))[0];
  return {
    id,
    key,
    node,
    image: one('image'),
    annotations: one('annotations'),
    shows: readTexts(valueAt(node, 'shows')),
    about: readTexts(valueAt(node, 'about')),
    kind: readText(valueAt(node, 'kind')) as SampleKind | undefined,
    caption: readText(valueAt(node, 'caption')),
    guideline: one('guideline'),
  };
}
