import type { FileSystem } from '../workspace/fileSystem';
import type { History } from '../workspace/history';
import type { Resolved, ResolvedConfig, Workspace } from '../workspace/workspace';
import { defaultConfig, readCheckConfig } from './config';
import { byPlace, createChecker } from './engine';
import type { Problem } from './problem';
import { rules } from './registry';
import type { Surroundings } from './rule';

export interface ProblemsOptions {
  readonly workspace: Workspace;
  readonly fileSystem: FileSystem;
  readonly history: History;
  /** The step between versions that a change asks for. */
  readonly bumpBetween: Surroundings['bumpBetween'];
  /** The date of today, as `2026-02-01`. */
  readonly today: () => string;
  /** Logs a fault of ours with its cause. */
  readonly logFault: (message: string, cause: unknown) => void;
}

/** The problems of the files of a workspace, under the configuration that counts for each. */
export interface Problems {
  /** All problems of a file as it stands now, sorted by place, then rule; none when it is no guideline. */
  of(uri: string): Promise<readonly Problem[]>;
  /** Says that files beside the guidelines (samples, the git history) may have changed. */
  forget(): void;
}

interface Kept {
  readonly resolved: Resolved;
  readonly config: ResolvedConfig['file']['document'] | undefined;
  readonly problems: Promise<readonly Problem[]>;
}

export function createProblems(options: ProblemsOptions): Problems {
  const { workspace, fileSystem, history, bumpBetween, today, logFault } = options;
  const checker = createChecker(rules, { today, log: logFault });
  const kept = new Map<string, Kept>();

  async function check(resolved: Resolved, config: ResolvedConfig | undefined): Promise<Problem[]> {
    const settings = config ? readCheckConfig(config) : defaultConfig;
    const around = { fileSystem, history, bumpBetween, folders: workspace.folders };
    const found = [
      ...checker.check(resolved, settings),
      ...(await checker.checkSurroundings(resolved, settings, around)),
    ];
    return found.sort(byPlace);
  }

  return {
    async of(uri) {
      const resolved = await workspace.resolve(uri);
      if (!resolved) {
        kept.delete(uri);
        return [];
      }
      const config = resolved.kind === 'config' ? undefined : await workspace.configOf(uri);
      const known = kept.get(uri);
      if (known?.resolved === resolved && known.config === config?.file.document) return known.problems;
      const problems = check(resolved, config);
      kept.set(uri, { resolved, config: config?.file.document, problems });
      return problems;
    },
    forget: () => kept.clear(),
  };
}
