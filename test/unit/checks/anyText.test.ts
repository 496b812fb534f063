import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { expectLawOfProblems } from './support/anyText';

const examples = join(import.meta.dirname, '../../../examples/chest-xray');
const names = ['chest-xray.taxonomy.yaml', 'pneumothorax.protocol.yaml', 'labelwright.yaml'];

it('finds after any edit of any file what a fresh look finds', { timeout: 120_000 }, async () => {
  const guidelines = names.map((name) => [name, readFileSync(join(examples, name), 'utf8')] as const);
  await expectLawOfProblems(guidelines, [], { numRuns: 400 });
});
