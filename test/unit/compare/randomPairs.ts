import fc from 'fast-check';
import protocolJson from '../../../schemas/protocol.schema.json';
import taxonomyJson from '../../../schemas/taxonomy.schema.json';
import { documents, edited, steady } from './randomGuideline';
import type { Map_, Schema, Value } from './schema';
import { isMap } from './schema';

export const protocolSchema = protocolJson as unknown as Schema;
export const taxonomySchema = taxonomyJson as unknown as Schema;

const draws = fc.array(fc.nat(9), { minLength: 40, maxLength: 120 });
const protocol = documents(protocolSchema, { protocol: 'test' });
const taxonomy = documents(taxonomySchema, { taxonomy: 'test' });

/** Documents as files of a workspace. */
export function asFiles(documents: Readonly<Record<string, Map_>>): Record<string, string> {
  return Object.fromEntries(Object.entries(documents).map(([name, value]) => [name, JSON.stringify(value)]));
}

/** Two versions of a protocol. */
export const protocolPair = fc
  .tuple(protocol, protocol, draws)
  .map(
    ([one, two, numbers]) => [{ 'a.protocol.yaml': one }, { 'a.protocol.yaml': edited(one, two, numbers) }] as const,
  );

/** Two versions of a taxonomy and of one that it imports, with other ids. */
export const taxonomyPair = fc
  .tuple(taxonomy, taxonomy, draws, taxonomy, taxonomy, draws)
  .map(([one, two, numbers, three, four, more]) => {
    const imported = (value: Map_) => ({ ...(steady(farther(value)) as Map_), taxonomy: 'far', imports: [] });
    const [near, far] = [steady(one) as Map_, imported(three)];
    const pair = (own: Map_, other: Map_) => ({
      'a.taxonomy.yaml': upwards({
        ...own,
        imports: [{ file: 'far.taxonomy.yaml', version: own['version'] ?? '1.0.0' }],
      }),
      'far.taxonomy.yaml': upwards(other),
    });
    return [
      pair(near, far),
      pair(edited(near, steady(two) as Map_, numbers), edited(far, imported(four), [numbers[0] ?? 0, ...more])),
    ] as const;
  });

const ranks = ['alpha-far', 'beta-far', 'gamma-far', 'delta-far', 'alpha', 'beta', 'gamma', 'delta'];

/** The labels under other ids, so that another file can import them. */
function farther(value: Map_): Map_ {
  const labels = isMap(value['labels']) ? Object.entries(value['labels']) : [];
  return { ...value, labels: Object.fromEntries(labels.map(([id, label]) => [`${id}-far`, label])) };
}

/** A taxonomy whose labels have parents of a lower rank only, so that there are no circles; some in the other file. */
function upwards(value: Map_): Map_ {
  const labels = isMap(value['labels']) ? Object.entries(value['labels']) : [];
  const above = (id: string, parent: Value) =>
    [parent]
      .flat()
      .map((one) => (one === 'gamma' || id.endsWith('-far') ? `${String(one)}-far` : String(one)))
      .filter((one) => ranks.indexOf(one) < ranks.indexOf(id));
  const entries = labels.map(([id, label]) => {
    const parent = isMap(label) ? label['parent'] : undefined;
    return [id, parent === undefined ? label : { ...(label as Map_), parent: above(id, parent) }] as const;
  });
  return { ...value, labels: Object.fromEntries(entries) };
}
