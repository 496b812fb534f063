import type { ResolvedProtocol } from '../../workspace/workspace';

/** The labels in use that a protocol has annotated: those it names, groups as their members, or all of its taxonomy. */
export function annotatedLabels({ protocol, taxonomy }: ResolvedProtocol): readonly string[] {
  const space = taxonomy?.space;
  if (!space) return [];
  const named = protocol.labels
    ? [...protocol.labels.keys()].flatMap((id) => space.expand(id))
    : [...space.labels.keys()];
  return [...new Set(named)].filter((id) => {
    const label = space.labels.get(id)?.label;
    return label && !label.abstract && !label.deprecated && !label.ignore;
  });
}
