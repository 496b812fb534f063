import { describe, expect, it } from 'vitest';
import protocolSchema from '../../../schemas/protocol.schema.json';
import taxonomySchema from '../../../schemas/taxonomy.schema.json';
import { changeIds } from '../../../server/src/compare/compareGuidelines';
import { ruleOf } from '../../../server/src/grade/rules';
import { compareFiles } from './guidelines';
import type { Pair } from './schemaWalk';
import { pairsOf } from './schemaWalk';

const head = { version: '1.0.0', title: 'Test', status: 'draft', language: 'en' };

/** Keys that tell the items of a list apart: another key is another item. */
const identities = [
  'imports/[]/file',
  'images/*/display/[]/name',
  'tools/[]/name',
  'approvals/[]/by',
  'approvals/[]/version',
  'changes/[]/version',
];

const documents = [
  { name: 'a.taxonomy.yaml', pairs: pairsOf(taxonomySchema as never, { taxonomy: 'test', ...head }) },
  { name: 'a.protocol.yaml', pairs: pairsOf(protocolSchema as never, { protocol: 'test', ...head }) },
];

const known = new Set(changeIds());

async function told(name: string, { before, after }: Pair): Promise<string[]> {
  const files = (value: unknown) => ({ [name]: JSON.stringify(value, null, 1) });
  const { changes, diff } = await compareFiles(files(before), files(after));
  for (const { message } of diff.changes)
    expect(message).toMatch(/^(?!.*(?:\{\w*\}|undefined|nothing| {2}))[\p{Lu}“].*(?:\.|[.!?…]”)$/u);
  return changes.map(({ id }) => id);
}

describe.each(documents)('every key of $name', ({ name, pairs }) => {
  it('is visited', () => {
    expect(pairs.length).toBeGreaterThan(100);
  });

  it.each(pairs.map((pair) => [`${pair.path} (${pair.how})`, pair] as const))('%s', async (_title, pair) => {
    const ids = await told(name, pair);
    expect(ids).toHaveLength(identities.includes(pair.path) ? 2 : 1);
    for (const id of ids) {
      expect(known).toContain(id);
      expect(ruleOf(id)).toBeDefined();
      expect(id).not.toMatch(/^(unknown-key|extension)-/);
    }
  });

  it('is no change when nothing changed', async () => {
    for (const pair of pairs) expect(await told(name, { ...pair, after: pair.before })).toEqual([]);
  });
});
