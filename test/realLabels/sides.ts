import { parse, stringify } from 'yaml';
import { idFromText } from '../../server/src/checks/words';
import { compareFiles } from '../unit/compare/guidelines';
import { readLabels } from './readers';
import { toTaxonomy } from './toTaxonomy';

/** What a comparison made of labels that say left or right, when a list was written in another way. */
export interface SidesReport {
  readonly title: string;
  readonly way: string;
  /** How many labels say a side. */
  readonly labels: number;
  /** Labels that were taken for the one of the other side, as `old → new`. */
  readonly crossed: readonly string[];
  /** Labels that were taken for none, or for one that is not theirs. */
  readonly lost: readonly string[];
}

type Label = Readonly<Record<string, unknown>>;

interface Sided {
  readonly side: 'left' | 'right';
  /** The name without its side. */
  readonly rest: string;
}

const others = { left: 'right', right: 'left' } as const;

/** Ways to write the side of a thing that people use. */
const styles: Readonly<Record<string, (name: Sided) => string>> = {
  'left lung': ({ side, rest }) => `${side} ${rest}`,
  'lung left': ({ side, rest }) => `${rest} ${side}`,
  'Lung, left': ({ side, rest }) => `${rest}, ${side}`,
  LEFT_LUNG: ({ side, rest }) => `${side}_${rest.replaceAll(' ', '_')}`.toUpperCase(),
  'L lung': ({ side, rest }) => `${side === 'left' ? 'L' : 'R'} ${rest}`,
  lung_l: ({ side, rest }) => `${rest.replaceAll(' ', '_')}_${side === 'left' ? 'l' : 'r'}`,
  'lung (left)': ({ side, rest }) => `${rest} (${side})`,
};

/** Writes each list of a file in other ways, and compares; nothing for lists without sides. */
export async function compareSides(path: string, text: string): Promise<SidesReport[]> {
  const reports: SidesReport[] = [];
  for (const list of readLabels(path, text)) {
    const document = parse(toTaxonomy(list)) as { labels: Readonly<Record<string, Label>> };
    const sided = new Map<string, Sided>();
    for (const [id, { name }] of Object.entries(document.labels)) {
      const found = sidedName(String(name));
      if (found) sided.set(id, found);
    }
    if (sided.size === 0) continue;
    const compare = async (
      way: string,
      bare: boolean,
      renamed: (id: string, label: Label) => readonly [string, Label],
    ) => {
      const plain = ({ value, codes, dicom, ...label }: Label) => (bare ? label : { value, codes, dicom, ...label });
      const old = Object.entries(document.labels).map(([id, label]) => [id, plain(label)] as const);
      const now = old.map(([id, label]) => renamed(id, label));
      const file = (labels: typeof old) => ({
        'labels.taxonomy.yaml': stringify({ ...document, labels: Object.fromEntries(labels) }, { lineWidth: 0 }),
      });
      if (new Set(now.map(([id]) => id)).size < now.length) return;
      const { changes } = await compareFiles(file(old), file(now));
      const target = new Map<string, string>();
      for (const { id, before, after } of changes) {
        if (id === 'label-renamed') target.set(String(before), String(after));
        if (id === 'labels-swapped') target.set(String(before), String(after)).set(String(after), String(before));
      }
      const gone = new Set(
        changes.filter(({ id }) => /^label-(removed|merged|split|reused)$/.test(id)).map(({ subject }) => subject),
      );
      const [crossed, lost]: [string[], string[]] = [[], []];
      old.forEach(([id], i) => {
        const [expected = ''] = now[i] ?? [];
        const found = gone.has(id) ? undefined : (target.get(id) ?? id);
        if (!sided.has(id) || found === expected) return;
        const meant = old[now.findIndex(([one]) => one === found)]?.[0];
        const isCrossed = sided.get(meant ?? '')?.side === others[sided.get(id)?.side ?? 'left'];
        (isCrossed ? crossed : lost).push(`${id} → ${found ?? 'nothing'}`);
      });
      reports.push({
        title: list.title,
        way: bare ? `${way}, by the names alone` : way,
        labels: sided.size,
        crossed,
        lost,
      });
    };
    for (const bare of [false, true]) {
      for (const [way, style] of Object.entries(styles)) {
        await compare(way, bare, (id, label) => {
          const name = sided.get(id);
          const text = name && style(name);
          return text === undefined ? [id, label] : [idFromText(text) ?? id, { ...label, name: text }];
        });
      }
    }
    await compare('ids exchanged', false, (id, label) => [exchanged(id, sided, document.labels), label]);
  }
  return reports;
}

/** The id of the label of the other side, where there is one. */
function exchanged(id: string, sided: ReadonlyMap<string, Sided>, labels: Readonly<Record<string, Label>>): string {
  const own = sided.get(id);
  const found = [...sided].find(([, { side, rest }]) => own && rest === own.rest && side === others[own.side]);
  return found && found[0] in labels ? found[0] : id;
}

function sidedName(name: string): Sided | undefined {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const sides = words.filter((word): word is Sided['side'] => word === 'left' || word === 'right');
  const [side] = sides;
  if (side === undefined || sides.length > 1 || words.length < 2) return undefined;
  return { side, rest: words.filter((word) => word !== side).join(' ') };
}
