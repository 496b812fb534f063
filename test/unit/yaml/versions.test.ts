import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { parseYaml } from '../../../server/src/yaml/parseDocument';
import { entryOf, valueAt } from '../../../server/src/yaml/node';

/** The documents that are still in memory after a collection of garbage. */
function stillThere(refs: readonly WeakRef<object>[]): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return refs.filter((ref) => ref.deref() !== undefined).length;
}

it('an old version that is kept does not keep all later ones', async () => {
  const first = parseYaml(`labels:\n${Array.from({ length: 60 }, (_, i) => `  label-${i}: {name: A}\n`).join('')}`);
  const lookUp = (document: typeof first) => entryOf(valueAt(document.root, 'labels'), 'label-30');
  lookUp(first);
  const at = { line: 31, character: 20 };
  const later: WeakRef<object>[] = [];
  let last = first;
  for (let i = 0; i < 40; i++) {
    last = last.edit([{ range: { start: at, end: at }, text: 'a' }]);
    expect(lookUp(last)).toBeDefined();
    later.push(new WeakRef(valueAt(last.root, 'labels') ?? last));
  }
  await new Promise((done) => setImmediate(done));
  expect(stillThere(later)).toBeLessThanOrEqual(2);
  expect(lookUp(first)?.key.source).toBe('label-30');
});
