import { shapeFits, shapeWords } from '../annotations/allowedShapes';
import type { AnnotatedImage, Annotation, AnnotationFile, LabelKey, Source } from '../annotations/annotation';
import { boundsOf } from '../annotations/bounds';
import { matchLabel } from '../annotations/match';
import type { EffectiveLabel } from '../model/effective';
import type { LabelSpace } from '../model/labelSpace';
import type { Sample } from '../model/protocol';
import type { ResolvedProtocol, ResolvedTaxonomy } from '../workspace/workspace';
import { attributeNamed, isOfTool, shown, valueMistake } from './attributeMistake';
import { likelyLabels } from './likelyLabels';
import { matchableLabels } from './matchable';
import { strayParts } from './partOutsideWhole';
import { counted, listed, quoted } from './words';

/** What annotations are checked against. */
export interface AnnotationGuide {
  readonly space: LabelSpace;
  /** The geometries that a label may have here; nothing where all are good. */
  geometryOf(id: string): readonly string[] | undefined;
  /** Whether readers mark the label under this guideline. */
  isMarked(id: string): boolean;
  /** The labels that a value means most likely where several have it: groups of ids, the likeliest first. */
  readonly likely: readonly (readonly string[])[];
}

/** The guide that a guideline is, for a sample of it or for all; nothing for a protocol whose taxonomy cannot be found. */
export function guideOf(guideline: ResolvedTaxonomy | ResolvedProtocol, sample?: Sample): AnnotationGuide | undefined {
  const space = guideline.kind === 'taxonomy' ? guideline.space : guideline.taxonomy?.space;
  if (!space) return undefined;
  const labels = guideline.kind === 'protocol' ? guideline.protocol.labels : undefined;
  const marked = labels && new Set([...labels.keys()].flatMap((id) => [id, ...space.expand(id)]));
  return {
    space,
    geometryOf: (id) => labels?.get(id)?.geometry?.map(({ text }) => text) ?? space.effective(id)?.geometry,
    isMarked: (id) => marked?.has(id) ?? true,
    likely: guideline.kind === 'protocol' ? likelyLabels(space, guideline.protocol, sample) : [],
  };
}

/** What is wrong with annotations of one kind. */
export interface AnnotationMistake {
  /** A sentence that goes on from the name of the file. */
  readonly message: string;
  /** Where the first of them stands in the file, if its format tells. */
  readonly source?: Source;
}

/**
 * What is wrong with the annotations of a file: sentences that go on from the name of their file, at most one of each kind for a label
 * or an attribute. `only` says that labels which the guideline does not mark are a mistake as well.
 */
export function annotationMistakes(
  guide: AnnotationGuide,
  { images, lacksAttributes = false }: Pick<AnnotationFile, 'images' | 'lacksAttributes'>,
  only?: 'marked labels',
): AnnotationMistake[] {
  const { space } = guide;
  const find = matcher(guide);
  const unknown = new Map<string, Annotation>();
  const found = new Map<string, { count: number; first: Annotation; say: (count: number) => string }>();
  const note: Note = (key, annotation, say) => {
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { count: 1, first: annotation, say });
  };
  for (const image of images) {
    for (const annotation of image.annotations) {
      const { label, others } = find(annotation.label) ?? {};
      if (label && others) {
        const { number } = annotation.label;
        const labels = listed([label.label.id, ...others].map((id) => withLayer(id, space)));
        const which = 'A sample says by “shows” which it is, a protocol by its “labels”.';
        note(`value ${number}`, annotation, () => `has value ${number}, which may be ${labels}. ${which}`);
      } else if (!label) {
        if (!unknown.has(annotation.label.name)) unknown.set(annotation.label.name, annotation);
      } else {
        checkLabel(label, annotation, only === undefined || guide.isMarked(label.label.id), note);
        checkGeometry(label, annotation, guide, note);
        if (!lacksAttributes) checkAttributes(label, annotation, note);
      }
    }
    for (const { annotation, part, whole } of strayParts(image, space, (one) => find(one.label)?.label.label.id)) {
      note(
        `part ${part} ${whole}`,
        annotation,
        (n) => `has ${counted(n, 'annotation')} of “${part}” away from any of “${whole}”, which it is a part of.`,
      );
    }
  }
  return [
    ...unknownLabels(unknown),
    ...[...found.values()].map(({ count, first, say }) => mistakeAt(first, say(count))),
    ...outside(images),
  ];
}

/** Of mistakes of one kind (`key`) the first one's place is told, and how many there are. */
type Note = (key: string, annotation: Annotation, say: (count: number) => string) => void;

function mistakeAt({ source }: Annotation, message: string): AnnotationMistake {
  return { message, ...(source && { source }) };
}

/** A label, and the ids of others that may be meant just as well. */
interface FoundLabel {
  readonly label: EffectiveLabel;
  readonly others?: readonly string[];
}

function withLayer(id: string, space: LabelSpace): string {
  const layer = space.effective(id)?.layer;
  return layer === undefined ? quoted(id) : `${quoted(id)} (layer ${layer})`;
}

/** Finds labels as files name them; each name is looked up once. */
function matcher({ space, likely }: AnnotationGuide): (key: LabelKey) => FoundLabel | undefined {
  const labels = matchableLabels(space);
  const known = new Map<string, FoundLabel | undefined>();
  return (key) => {
    const text = JSON.stringify([key.name, key.number, key.codes]);
    if (!known.has(text)) {
      const match = matchLabel(key, labels, likely);
      const label = match && space.effective(match.id);
      known.set(text, label && { label, others: match.others });
    }
    return known.get(text);
  };
}

function* unknownLabels(unknown: ReadonlyMap<string, Annotation>): Iterable<AnnotationMistake> {
  const [first] = unknown.values();
  if (!first) return;
  const names = [...unknown.keys()].slice(0, 5).map(quoted);
  if (unknown.size > names.length) names.push(`${unknown.size - names.length} more`);
  const several = unknown.size > 1;
  yield mistakeAt(
    first,
    `has annotations of ${listed(names, 'and')}, which ${several ? 'are no labels' : 'is no label'} of the taxonomy. Rename ${several ? 'them' : 'it'}, or give the label an alias.`,
  );
}

function checkLabel({ label }: EffectiveLabel, annotation: Annotation, isMarked: boolean, note: Note): void {
  const { id, deprecated } = label;
  if (label.abstract) {
    note(
      `group ${id}`,
      annotation,
      (n) => `has ${counted(n, 'annotation')} of “${id}”, a group. Name one of its labels instead.`,
    );
  } else if (deprecated) {
    const names = deprecated.replacedBy.map((one) => `“${one.id}”`);
    const instead = names.length > 0 ? ` ${listed(names, deprecated.split ? 'or' : 'and')} came in its place.` : '';
    note(
      `old ${id}`,
      annotation,
      (n) => `has ${counted(n, 'annotation')} of “${id}”, which is no longer used.${instead}`,
    );
  } else if (!isMarked) {
    note(
      `other ${id}`,
      annotation,
      (n) => `has ${counted(n, 'annotation')} of “${id}”, which readers do not mark by this protocol.`,
    );
  }
}

function checkGeometry({ label }: EffectiveLabel, annotation: Annotation, guide: AnnotationGuide, note: Note): void {
  const { shape } = annotation;
  const allowed = guide.geometryOf(label.id);
  if (!allowed || shapeFits(shape, allowed)) return;
  const what = () => `marks “${label.id}” as ${shapeWords[shape.type]}, not as ${listed(allowed)}.`;
  note(`geometry ${label.id}`, annotation, what);
}

function checkAttributes({ label: { id }, attributes }: EffectiveLabel, annotation: Annotation, note: Note): void {
  const given = new Set<string>();
  for (const [name, value] of annotation.attributes) {
    const attribute = attributeNamed(name, attributes);
    if (!attribute) {
      if (isOfTool(name)) continue;
      note(
        `unknown ${id} ${name}`,
        annotation,
        () => `records ${quoted(name)} of “${id}”, which is no attribute of it.`,
      );
      continue;
    }
    given.add(attribute.id);
    const mistake = valueMistake(attribute, value);
    if (!mistake) continue;
    const first = `records “${attribute.id}” of “${id}” as ${shown(value)}, ${mistake}`;
    note(`value ${id} ${attribute.id}`, annotation, (n) =>
      n > 1 ? `${first}, and ${counted(n - 1, 'more', 'more')}.` : `${first}.`,
    );
  }
  for (const attribute of attributes.values()) {
    // What follows from others, or is asked under conditions, may be missing.
    const isAsked = attribute.required && attribute.when.length === 0 && attribute.derivedFrom.length === 0;
    if (!isAsked || given.has(attribute.id) || attribute.default !== undefined) continue;
    note(
      `missing ${id} ${attribute.id}`,
      annotation,
      (n) => `lacks “${attribute.id}” in ${counted(n, 'annotation')} of “${id}”.`,
    );
  }
}

function* outside(images: readonly AnnotatedImage[]): Iterable<AnnotationMistake> {
  const off = images.flatMap((image) => {
    const found = image.annotations.filter((one) => !isOn(image, one));
    return found[0] ? [{ image, annotation: found[0], count: found.length }] : [];
  });
  const [first, ...more] = off;
  if (!first) return;
  const { width, height, fileName } = first.image;
  const total = off.reduce((sum, { count }) => sum + count, 0);
  const message =
    images.length === 1
      ? `has ${counted(total, 'annotation')} outside the image of ${width} × ${height} pixels.`
      : `has ${counted(total, 'annotation')} outside ${more.length > 0 ? `${off.length} images, such as ` : ''}${quoted(fileName)} of ${width} × ${height} pixels.`;
  yield mistakeAt(first.annotation, message);
}

/** Whether an annotation lies on the image, a pixel more or less. */
function isOn({ width, height }: AnnotatedImage, { shape }: Annotation): boolean {
  const bounds = boundsOf(shape);
  if (!bounds || width === undefined || height === undefined) return true;
  const { x, y } = bounds;
  return x >= -1 && y >= -1 && x + bounds.width <= width + 1 && y + bounds.height <= height + 1;
}
