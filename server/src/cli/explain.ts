import { docsPage } from '../checks/engine';
import { knownRules } from '../checks/knownRules';
import { nearest } from '../checks/nearest';
import { noSuchRule } from '../checks/config';
import type { Environment, ExitCode } from './environment';
import { UnusableCall } from './environment';
import { terminalPage } from './terminalPage';

/** `labelwright explain RULE`: prints the page of a rule. */
export async function runExplain(rule: string, environment: Environment): Promise<ExitCode> {
  if (!knownRules.levels.has(rule)) {
    const hint = 'labelwright rules lists them.';
    throw new UnusableCall(`${noSuchRule(rule, nearest(rule, knownRules.levels.keys()))} ${hint}`);
  }
  const page = await environment.readPage(docsPage(rule));
  if (page === undefined) throw new Error(`The page ${docsPage(rule)} is missing in the package.`);
  environment.print(terminalPage(page, environment.outputIsTerminal));
  return 0;
}
