import type { Change, Place } from '../compare/change';
import type { LabelSpace } from '../model/labelSpace';
import type { DiffLook, DiffSubject } from '../requests';

/** The labels of the two versions: the newer one first. */
export type Spaces = readonly LabelSpace[];

/** What a change is told under: a label with all that is of it, a shared attribute, or a part of the document. */
export function subjectOf(change: Change, spaces: Spaces): DiffSubject {
  const { kind, subject } = change;
  const [first = subject] = subject.split('.');
  if (kind === 'label') return label(first, spaces);
  if ((kind === 'attribute' || kind === 'choice') && spaces.some(({ labels }) => labels.has(first))) {
    return label(first, spaces);
  }
  const [part = '', id = ''] = stepsOf(change.to ?? change.from);
  if (part === 'labels' && id !== '') return label(id, spaces);
  if (part === 'attributes' && id !== '') {
    const name = spaces.map(({ attributes }) => attributes.get(id)?.name).find((each) => each !== undefined);
    return { kind: 'attribute', id, name: name ?? id };
  }
  return { kind: 'part', id: heads.has(part) ? '' : part, name: heads.has(part) ? 'The document' : spaced(part) };
}

/** Keys that speak of the document itself. */
const heads: ReadonlySet<string> = new Set([
  '',
  'taxonomy',
  'protocol',
  'version',
  'title',
  'status',
  'language',
  'format',
]);

/** Changes after which a label's annotations look otherwise, or are not allowed as they are. */
const seen = /^(?:geometry|color|value|skeleton-line|keypoints?)-|^labels?-(?:swapped|reused|renamed)$/;

/** The label that is drawn otherwise after a change, in both versions; `null` where the change cannot be seen. */
export function lookOf(change: Change): DiffLook | null {
  if (change.kind !== 'label' || !seen.test(change.id)) return null;
  return { before: labelAt(change.from) ?? change.subject, after: labelAt(change.to) ?? change.subject };
}

function labelAt(place: Place | undefined): string | undefined {
  const [part, id] = stepsOf(place);
  return part === 'labels' && id !== '' ? id : undefined;
}

/** The steps of the JSON Pointer of a place. */
function stepsOf(place: Place | undefined): string[] {
  const steps = place?.path.split('/').slice(1) ?? [];
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function label(id: string, spaces: Spaces): DiffSubject {
  const name = spaces.map(({ labels }) => labels.get(id)?.label.name).find((each) => each !== undefined);
  return { kind: 'label', id, name: name ?? id };
}

/** `referenceStandard` as `Reference standard`. */
function spaced(key: string): string {
  const words = key.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
