import { runInSlices, type Slices } from '../workspace/slices';
import type { Resolved, Workspace } from '../workspace/workspace';
import type { CheckConfig } from './config';
import { levelsKey } from './config';
import type { Checker } from './engine';
import type { Problem } from './problem';

/** What the texts of guidelines tell, kept until they change. */
export interface TextProblems {
  /**
   * The first `most` problems. Nothing when the texts change before it is worked out. The same list as long as nothing
   * changes.
   */
  of(resolved: Resolved, config: CheckConfig, most: number): Promise<readonly Problem[] | undefined>;
  forget(uri: string): void;
}

export interface TextProblemsOptions {
  readonly workspace: Workspace;
  readonly checker: Checker;
  readonly slices: Slices;
}

interface Kept {
  readonly resolved: Resolved;
  readonly levels: string;
  readonly most: number;
  readonly problems: Promise<readonly Problem[] | undefined>;
}

export function createTextProblems({ workspace, checker, slices }: TextProblemsOptions): TextProblems {
  const kept = new Map<string, Kept>();

  /** One after the other for a file: the second takes up what the first left off. */
  async function check(
    resolved: Resolved,
    config: CheckConfig,
    most: number,
    before: Kept | undefined,
  ): Promise<readonly Problem[] | undefined> {
    await before?.problems.catch(() => undefined);
    const isOvertaken = () => !workspace.isCurrent(resolved);
    if (isOvertaken()) return undefined;
    try {
      return await runInSlices(checker.steps(resolved, config, most), slices, isOvertaken);
    } catch (error) {
      // What was done so far may be half done.
      checker.forget(resolved.file.uri);
      throw error;
    }
  }

  return {
    of(resolved, config, most) {
      const { uri } = resolved.file;
      const levels = levelsKey(config);
      const known = kept.get(uri);
      if (known?.resolved === resolved && known.levels === levels && known.most === most) return known.problems;
      const problems = check(resolved, config, most, known);
      kept.set(uri, { resolved, levels, most, problems });
      return problems;
    },
    forget(uri) {
      kept.delete(uri);
      checker.forget(uri);
    },
  };
}
