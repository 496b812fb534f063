import type { SpaceLabel } from '../../model/labelSpace';
import { valueAt } from '../../yaml/node';
import type { Confusion } from '../colours';
import { confusion, distinguishable } from '../colours';
import type { Fix } from '../problem';
import type { TaxonomyRule } from '../rule';
import { taxonomyExample } from './examples';
import { effectiveLabels, isOwn } from './guideline';

/** Of more labels than this in one layer, only equal colours are told. */
const most = 120;

export const coloursDistinguishable: TaxonomyRule = {
  id: 'colours-distinguishable',
  family: 'taxonomy',
  level: 'info',
  scope: 'taxonomy',
  docs: {
    what:
      'Two labels of one layer have colours that can be told apart: a distance of at least 8 in CIEDE2000, and of at least 4 as people see ' +
      'them who lack one of the three kinds of cones. In layers of more than 120 labels only equal colours are told.',
    why:
      'Readers check masks by their colour. About one man in twelve sees red and green otherwise (simulated after Machado, Oliveira and ' +
      'Fernandes 2009). A distance of 1 can just be seen side by side; half-transparent on an image it takes several times that.',
    invalid: taxonomyExample(`
labels:
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space., color: '#e4572e'}
  effusion: {name: Effusion, definition: Fluid in the pleural space., color: '#e55a30'}
`),
    valid: taxonomyExample(`
labels:
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space., color: '#e4572e'}
  effusion: {name: Effusion, definition: Fluid in the pleural space., color: '#1f78b4'}
`),
  },
  *check(taxonomy) {
    for (const [layer, labels] of layersOf(taxonomy)) {
      const colours = labels.map(({ label }) => label.color ?? '');
      for (const { index, other, by } of confusedIn(colours)) {
        const [entry, before] = [labels[index], labels[other]];
        const at = valueAt(entry?.label.node, 'color');
        if (!entry || !before || !isOwn(taxonomy, entry) || at?.kind !== 'scalar') continue;
        const whom = by ? `${by} cannot tell` : 'nobody can tell';
        const where = layer === '' ? '' : ` in the layer “${layer}”`;
        const fix: Fix = {
          title: 'Change to a colour that can be told apart',
          edits: (document) => {
            const others = colours.filter((_, i) => i !== index);
            const free = distinguishable(others);
            return free ? [{ range: document.range(at), text: `'${free}'` }] : [];
          },
        };
        yield {
          at,
          message: `The colours of “${entry.label.id}” and “${before.label.id}”${where} are so alike that ${whom} them apart. Change one.`,
          fixes: colours.length <= most ? [fix] : [],
        };
      }
    }
  },
};

function layersOf({ space }: Parameters<TaxonomyRule['check']>[0]): Map<string, SpaceLabel[]> {
  const layers = new Map<string, SpaceLabel[]>();
  for (const { entry, effective } of effectiveLabels(space)) {
    const { label } = entry;
    if (!label.color || label.abstract || label.deprecated) continue;
    const layer = effective.layer ?? '';
    const known = layers.get(layer);
    if (known) known.push(entry);
    else layers.set(layer, [entry]);
  }
  return layers;
}

interface Pair {
  readonly index: number;
  readonly other: number;
  readonly by?: string;
}

const kept = new Map<string, readonly Pair[]>();

/** For each colour that is too near to an earlier one, the first such; kept by the colours, which seldom change. */
function confusedIn(colours: readonly string[]): readonly Pair[] {
  const key = colours.join();
  const known = kept.get(key);
  if (known) return known;
  const pairs: Pair[] = [];
  for (let index = 1; index < colours.length; index++) {
    const found = firstConfused(colours, index);
    if (found) pairs.push(found);
  }
  if (kept.size >= 20) kept.clear();
  kept.set(key, pairs);
  return pairs;
}

function firstConfused(colours: readonly string[], index: number): Pair | undefined {
  const own = colours[index] ?? '';
  const equal = colours.indexOf(own);
  if (equal < index) return { index, other: equal };
  if (colours.length > most) return undefined;
  for (let other = 0; other < index; other++) {
    const found: Confusion | undefined = confusion(own, colours[other] ?? '');
    if (found) return { index, other, by: found.by };
  }
  return undefined;
}
