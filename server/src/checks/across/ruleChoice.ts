import type { YamlEntry, YamlMap } from '../../yaml/node';
import { EntryWalk } from '../../yaml/walk';
import type { AcrossRule, LabelRule } from '../rule';

/** The rules that a label is asked of. */
export interface RulesOfLabel {
  readonly alone: readonly LabelRule[];
  readonly across: readonly AcrossRule[];
}

/** What follows on a row of keys: most labels have the keys of another one, in the same order. */
interface Row {
  /** By the next key of the label. */
  readonly next: Map<string, Row>;
  /** By the next key of an attribute. */
  readonly own: Map<string, Row>;
  /** The rules for labels whose keys end here. */
  rules: RulesOfLabel | undefined;
}

/** Of more rows than this none are kept. */
const mostRows = 20_000;

/** Chooses rules by the keys of a label, and by those of the attributes that it defines. */
export function createRuleChoice(
  labelRules: readonly LabelRule[],
  acrossRules: readonly AcrossRule[],
): (entry: YamlEntry) => RulesOfLabel {
  let first = createRow();
  let rows = 0;

  function after(rowsByKey: Map<string, Row>, key: string): Row {
    let row = rowsByKey.get(key);
    if (!row) {
      rowsByKey.set(key, (row = createRow()));
      rows++;
    }
    return row;
  }

  function rowOf(map: YamlMap): Row {
    let row = first;
    for (const walk = EntryWalk.over(map); walk.next();) {
      row = after(row.next, walk.key);
      if (walk.key !== 'attributes') continue;
      for (const attribute = walk.inside; attribute.next();) {
        for (const own = attribute.inside; own.next();) row = after(row.own, own.key);
      }
    }
    return row;
  }

  function choose(keys: ReadonlySet<string>): RulesOfLabel {
    const concerns = ({ on }: LabelRule | AcrossRule) => on?.some((key) => keys.has(key)) ?? true;
    return { alone: labelRules.filter(concerns), across: acrossRules.filter(concerns) };
  }

  return ({ value }) => {
    if (rows > mostRows) {
      first = createRow();
      rows = 0;
    }
    const row = value.kind === 'map' ? rowOf(value) : first;
    return (row.rules ??= choose(keysOf(value)));
  };
}

function createRow(): Row {
  return { next: new Map(), own: new Map(), rules: undefined };
}

/** The keys of a label, with those of the attributes that it defines. */
function keysOf(label: YamlEntry['value']): Set<string> {
  const keys = new Set<string>();
  if (label.kind !== 'map') return keys;
  for (const walk = EntryWalk.over(label); walk.next();) {
    keys.add(walk.key);
    if (walk.key !== 'attributes') continue;
    for (const attribute = walk.inside; attribute.next();) {
      for (const own = attribute.inside; own.next();) keys.add(`attributes.${own.key}`);
    }
  }
  return keys;
}
