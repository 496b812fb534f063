import type { LabelSpace } from '../model/labelSpace';
import type { Protocol, Sample } from '../model/protocol';

/**
 * The labels that a value in a mask means most likely, where several have it (in different layers): those that the sample
 * shows or is about, then those that the protocol marks. Groups of ids, the likeliest first; ids of values that one label
 * alone has are left out.
 */
export function likelyLabels(space: LabelSpace, { labels }: Pick<Protocol, 'labels'>, sample?: Sample): string[][] {
  const byValue = new Map<number, string[]>();
  for (const [id, { label }] of space.labels) {
    if (label.value !== undefined) byValue.set(label.value, [...(byValue.get(label.value) ?? []), id]);
  }
  const shared = new Set([...byValue.values()].flatMap((ids) => (ids.length > 1 ? ids : [])));
  if (shared.size === 0) return [];
  const named = [...(sample?.shows ?? []), ...(sample?.about ?? [])].map(({ text }) => text);
  return [named, [...(labels?.keys() ?? [])]]
    .map((ids) => [...new Set(ids.flatMap((id) => [id, ...space.expand(id)]))].filter((id) => shared.has(id)))
    .filter((ids) => ids.length > 0);
}
