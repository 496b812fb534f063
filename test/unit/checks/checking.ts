import type { InspectImage } from '../../../server/src/annotations/patientData';
import { readPatientData } from '../../../server/src/annotations/patientData';
import type { CheckConfig } from '../../../server/src/checks/config';
import { defaultConfig } from '../../../server/src/checks/config';
import { createChecker } from '../../../server/src/checks/engine';
import type { Problem } from '../../../server/src/checks/problem';
import { rules } from '../../../server/src/checks/registry';
import type { RuleExample, Surroundings } from '../../../server/src/checks/rule';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace';
import { approvedVersions } from '../../../server/src/checks/approvedVersions';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import type { YamlDocument } from '../../../server/src/yaml/document';
import { createText, applyEdits } from '../../../server/src/yaml/text';
import { historyOf } from './histories';

export const folder = 'file:///home/guideline';
export const today = '2026-06-01';

const checker = createChecker(rules, {
  today: () => today,
  log: (message, error) => {
    throw new Error(message, { cause: error });
  },
});

/** The documents that problems were found in, which their fixes speak of. */
const checked = new WeakMap<Problem, YamlDocument>();

/** What `approved/…` files of an example mean: the files as they were in the only commit. */
export function surroundingsOf(files: RuleExample) {
  const prefix = 'approved/';
  const below = (path: string) => `${folder}/${path}`;
  const now = Object.entries(files).filter(([path]) => !path.startsWith(prefix));
  const then = Object.entries(files).filter(([path]) => path.startsWith(prefix));
  const fileSystem = createMemoryFileSystem(Object.fromEntries(now.map(([path, text]) => [below(path), text])));
  const committed = Object.fromEntries(then.map(([path, text]) => [below(path.slice(prefix.length)), text]));
  const history = historyOf(then.length === 0 ? [] : [committed]);
  const inspectImage: InspectImage = (bytes) => readPatientData(bytes);
  return {
    fileSystem,
    approvedVersions: (uri: string) => approvedVersions(history, uri),
    folders: [folder],
    inspectImage,
  };
}

/** All problems of the first file of a small workspace. */
export async function check(
  files: RuleExample,
  config: CheckConfig = defaultConfig,
  also: Partial<Surroundings> = {},
): Promise<Problem[]> {
  const around = { ...surroundingsOf(files), ...(config.fictitious && { fictitious: config.fictitious }), ...also };
  const workspace = createWorkspace({ fileSystem: around.fileSystem, folders: [folder] });
  const resolved = await workspace.resolve(`${folder}/${Object.keys(files)[0]}`);
  if (!resolved) throw new Error('The first file is no guideline.');
  const problems = [
    ...checker.check(resolved, config),
    ...checker.place(resolved, config, await checker.lookAround(resolved, config, around)),
  ];
  for (const problem of problems) checked.set(problem, resolved.file.document);
  return problems;
}

/** The document that a problem was found in. */
export function documentOf(problem: Problem): YamlDocument {
  const document = checked.get(problem);
  if (!document) throw new Error('This problem was not found here.');
  return document;
}

/** The files with a fix of a problem in the first one applied. */
export function fixed(files: RuleExample, problem: Problem, index = 0): RuleExample {
  const [path = '', text = ''] = Object.entries(files)[0] ?? [];
  const document = checked.get(problem);
  const edits = (document && problem.fixes[index]?.edits(document)) ?? [];
  return { ...files, [path]: applyEdits(createText(text), edits) };
}

/** The text that a problem points at. */
export function pointedAt(files: RuleExample, { range }: Problem): string {
  const text = createText(Object.values(files)[0] ?? '');
  return text.slice(text.offsetAt(range.start), text.offsetAt(range.end));
}
