import { readText } from '../model/read';
import type { ResolvedConfig } from '../workspace/workspace';
import { keyText, valueAt } from '../yaml/node';
import type { Level, Remedy } from './graded';
import { levels, remedies } from './graded';
import type { Judgement } from './judgement';

/** What a team says of a change, in place of what the table says. */
export type Override = Partial<Judgement>;

/** By the ids of changes. */
export type Overrides = ReadonlyMap<string, Override>;

export const noOverrides: Overrides = new Map();

/** Reads `changes` of a configuration as far as it can be read; what is wrong with it the check of its file says. */
export function readOverrides(config: ResolvedConfig | undefined): Overrides {
  const changes = config && valueAt(config.file.document.root, 'changes');
  if (changes?.kind !== 'map') return noOverrides;
  return new Map(
    changes.entries.map((entry) => {
      const { value } = entry;
      const word = (key: string) => readText(valueAt(value, key));
      const level = levelFrom(value.kind === 'scalar' ? readText(value) : word('level'));
      const [remedy, reason] = [remedyFrom(word('remedy')), word('reason')];
      return [keyText(entry), { ...(level && { level }), ...(remedy && { remedy }), ...(reason && { reason }) }];
    }),
  );
}

/** A judgement with what the team says in its place. */
export function overridden(judgement: Judgement, override: Override | undefined): Judgement {
  if (!override || Object.keys(override).length === 0) return judgement;
  return { ...judgement, reason: 'The team’s labelwright.yaml judges it so.', ...override };
}

function levelFrom(text: string | undefined): Level | undefined {
  return levels.find((level) => level === text);
}

function remedyFrom(text: string | undefined): Remedy | undefined {
  return remedies.find((remedy) => remedy === text);
}
