import type { Resolved } from '../workspace/workspace';
import type { CheckConfig } from './config';
import { levelsKey } from './config';
import type { Checker } from './engine';
import type { Found } from './found';
import type { Problem } from './problem';
import type { Surroundings } from './rule';
import { Overtaken } from './rule';

/** What other files and the history tell of guidelines. It takes its time, and is kept until something changes. */
export interface AroundProblems {
  /** What was found last, of this version of a file or of an earlier one; empty before the first look. */
  last(resolved: Resolved, config: CheckConfig): readonly Problem[];
  /** Looks, unless that is known. False when the texts changed meanwhile. */
  look(resolved: Resolved, config: CheckConfig): Promise<boolean>;
  /** Says that other files or the history may have changed. */
  forget(): void;
}

export interface AroundProblemsOptions {
  readonly checker: Checker;
  /** What rules may look at for a file, as long as that is current. */
  readonly surroundings: (resolved: Resolved) => Surroundings;
}

interface Looked {
  readonly resolved: Resolved;
  readonly levels: string;
  readonly isGood: Promise<boolean>;
}

/** What was placed in a version of a file. */
interface Placed {
  readonly resolved: Resolved;
  readonly found: readonly Found[];
  readonly problems: readonly Problem[];
}

const none: readonly Problem[] = [];

export function createAroundProblems({ checker, surroundings }: AroundProblemsOptions): AroundProblems {
  const looked = new Map<string, Looked>();
  const found = new Map<string, readonly Found[]>();
  const placed = new Map<string, Placed>();

  async function lookNow(resolved: Resolved, config: CheckConfig): Promise<boolean> {
    try {
      found.set(resolved.file.uri, await checker.lookAround(resolved, config, surroundings(resolved)));
      return true;
    } catch (error) {
      if (error instanceof Overtaken) return false;
      throw error;
    }
  }

  return {
    last(resolved, config) {
      const { uri } = resolved.file;
      const now = found.get(uri);
      if (!now || now.length === 0) return none;
      const known = placed.get(uri);
      if (known?.resolved === resolved && known.found === now) return known.problems;
      const problems = checker.place(resolved, config, now);
      placed.set(uri, { resolved, found: now, problems });
      return problems;
    },
    async look(resolved, config) {
      const { uri } = resolved.file;
      const levels = levelsKey(config);
      let known = looked.get(uri);
      if (known?.resolved !== resolved || known.levels !== levels) {
        known = { resolved, levels, isGood: lookNow(resolved, config) };
        looked.set(uri, known);
      }
      const isGood = await known.isGood;
      if (!isGood && looked.get(uri) === known) looked.delete(uri);
      return isGood;
    },
    forget: () => looked.clear(),
  };
}
