import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { YamlNode } from '../../../server/src/yaml/node';
import { entryOf, firstEntries, toValue, valueAt } from '../../../server/src/yaml/node';
import { parseYaml } from '../../../server/src/yaml/parseDocument';
import { EntryWalk } from '../../../server/src/yaml/walk';
import { text } from './support/arbitrary';
import { dumpNode } from './support/dump';

const labels = `labels:
  fold:
    name: Fold
    codes: [{code: 'X:1', match: exact}, 'Y:''2''']
    include:
      - one
      - "two"
    definition: >-
      A line
      of text.
    missing:
    attributes:
      side: required
      width: {type: number, minimum: 0.5}
`;

/** What is below the labels, as it is read anew. */
const fold = () => valueAt(parseYaml(labels).root, 'labels', 'fold') as YamlNode & { kind: 'map' };

function steps(walk: EntryWalk): unknown[] {
  const found: unknown[] = [];
  while (walk.next()) {
    const { key, keyNode, kind, style, text: written, value, isDeepList } = walk;
    found.push({ key, keyNode: dumpNode(keyNode), kind, style, written, value: dumpNode(value), isDeepList });
    found.push(steps(walk.inside));
  }
  return found;
}

/** The same by the nodes themselves. */
function stepsBy(node: YamlNode, entries = node.kind === 'map' ? node.entries : []): unknown[] {
  return entries.flatMap(({ key, value }) => [
    {
      key: key.source,
      keyNode: dumpNode(key),
      kind: value.kind,
      style: value.style,
      written: value.kind === 'scalar' && value.style !== 'missing' ? value.source : undefined,
      value: dumpNode(value),
      isDeepList: value.kind === 'list' && value.items.some(({ kind }) => kind !== 'scalar'),
    },
    stepsBy(value),
  ]);
}

function mapsBelow(node: YamlNode): (YamlNode & { kind: 'map' })[] {
  if (node.kind === 'map') return [node, ...node.entries.flatMap(({ value }) => mapsBelow(value))];
  return node.kind === 'list' ? node.items.flatMap(mapsBelow) : [];
}

describe('going through a map without its nodes', () => {
  it('meets what the nodes are, in any document', () => {
    fc.assert(
      fc.property(text, (content) => {
        // Walked first: nodes that have been made may be used again.
        const walked = mapsBelow(parseYaml(content).root).map((map) => [
          steps(EntryWalk.over(map)),
          steps(EntryWalk.overFirst(map)).length,
        ]);
        const read = mapsBelow(parseYaml(content).root).map((map) => [stepsBy(map), 2 * firstEntries(map).length]);
        expect(walked).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });

  it('finds values by path as the entries give them', () => {
    fc.assert(
      fc.property(text, (content) => {
        for (const map of mapsBelow(parseYaml(content).root)) {
          for (const key of keysOf(map)) {
            const value = valueAt(map, key);
            expect(value && dumpNode(value)).toEqual(dumpNode(entryOf(map, key)?.value as YamlNode));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('reads a label without keeping any of its nodes', () => {
    const label = fold();
    expect(valueAt(label, 'codes', 0, 'match')).toMatchObject({ source: 'exact', style: 'plain' });
    expect(valueAt(label, 'codes', 1)).toMatchObject({ value: "Y:'2'", style: 'single' });
    expect(valueAt(label, 'include', 1)).toMatchObject({ value: 'two', style: 'double' });
    expect(valueAt(label, 'include', 2)).toBeUndefined();
    expect(valueAt(label, 'nothing', 'there')).toBeUndefined();
    expect(toValue(label)).toEqual({
      name: 'Fold',
      codes: [{ code: 'X:1', match: 'exact' }, "Y:'2'"],
      include: ['one', 'two'],
      definition: 'A line of text.',
      missing: null,
      attributes: { side: 'required', width: { type: 'number', minimum: 0.5 } },
    });
    expect(Object.values(label)).not.toContainEqual(expect.any(Array));
    expect(label.entries).toHaveLength(6);
    expect(label.entries).toBe(label.entries);
    expect(entryOf(label, 'name')).toBe(label.entries[0]);
  });

  it('meets nothing where there is no map', () => {
    const walk = EntryWalk.over(fold());
    walk.next();
    expect(walk.key).toBe('name');
    expect(walk.inside.next()).toBe(false);
  });
});

/** The keys of a map, of which no node is made. */
function keysOf(map: YamlNode & { kind: 'map' }): string[] {
  const keys: string[] = [];
  for (const walk = EntryWalk.over(map); walk.next();) keys.push(walk.key);
  return keys;
}
