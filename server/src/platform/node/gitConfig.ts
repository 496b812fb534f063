import { HistoryError } from '../../workspace/history';
import { runGit } from './git';

/** Sets keys of a repository's own configuration; those without a value are taken out. */
export async function configureGit(
  folder: string,
  settings: readonly (readonly [string, string | undefined])[],
): Promise<void> {
  for (const [key, value] of settings) {
    const { ok, message } = await runGit(
      folder,
      value === undefined ? ['config', '--local', '--unset-all', key] : ['config', '--local', key, value],
    );
    // What is not there need not be taken out.
    if (!ok && value !== undefined) throw new HistoryError(`git could not be set up: ${message}`);
  }
}
