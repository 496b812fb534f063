import { nearest } from '../checks/nearest';
import type { GradedChange } from '../grade/graded';
import { spaceOf } from '../grade/names';
import type { LabelSpace } from '../model/labelSpace';
import type { Resolved } from '../workspace/workspace';
import { UnusableCall } from './environment';

interface Versions {
  readonly before: Resolved | undefined;
  readonly after: Resolved | undefined;
}

/**
 * Which changes concern the labels that were asked for: of the labels themselves and of those below them, and what they
 * take from labels above them. All where no label was asked for.
 */
export function concerning(
  labels: readonly string[],
  versions: readonly Versions[],
): (change: GradedChange) => boolean {
  if (labels.length === 0) return () => true;
  const spaces = versions
    .flatMap(({ before, after }) => [spaceOf(before), spaceOf(after)])
    .filter((space) => space !== undefined);
  const known = new Set(spaces.flatMap((space) => [...space.labels.keys()]));
  for (const label of labels) {
    if (known.has(label)) continue;
    const meant = nearest(label, known);
    throw new UnusableCall(`There is no label “${label}” in any version.${meant ? ` Did you mean “${meant}”?` : ''}`);
  }
  const [own, above] = [new Set(labels), new Set<string>()];
  for (const space of spaces) {
    for (const label of labels) {
      for (const id of below(space, label)) own.add(id);
      for (const id of ancestors(space, label)) above.add(id);
    }
  }
  return ({ kind, subject, details }) => {
    if (kind !== 'label' && kind !== 'attribute' && kind !== 'choice') return false;
    const [label = ''] = subject.split('.');
    const was = details?.['was'];
    return (
      own.has(label) ||
      (typeof was === 'string' && own.has(was)) ||
      (above.has(label) && details?.['below'] !== undefined)
    );
  };
}

function below(space: LabelSpace, label: string): Set<string> {
  const found = new Set<string>();
  const queue = [label];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    queue.push(...space.children(at));
  }
  return found;
}

function ancestors(space: LabelSpace, label: string): Set<string> {
  const found = new Set<string>();
  const queue = [label];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const { text } of space.labels.get(at)?.label.parents ?? []) if (!found.has(text)) queue.push(text);
    found.add(at);
  }
  return found;
}
