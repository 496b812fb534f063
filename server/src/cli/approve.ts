import type { Approval } from '../checks/approvalEdits';
import { approvalEdit } from '../checks/approvalEdits';
import type { Problem } from '../checks/problem';
import { quoted } from '../checks/words';
import { readText } from '../model/read';
import { reportProblemsText } from '../report/problemsText';
import { folderOf } from '../workspace/uris';
import type { YamlDocument } from '../yaml/document';
import type { YamlNode } from '../yaml/node';
import { valueAt } from '../yaml/node';
import { applyEdits } from '../yaml/text';
import { createCheckSession } from './checkSession';
import type { Environment, ExitCode } from './environment';
import { UnusableCall } from './environment';
import { workspaceRoot } from './root';
import { writeText } from './writeText';

export interface ApproveOptions {
  readonly by: string;
  readonly role: string;
  /** The day, `2026-02-01`; today when it is not given. */
  readonly on?: string;
}

/**
 * `labelwright approve FILE`: adds an approval of the version that a protocol has, with the digest of its text. Ends with
 * 1 and leaves the file as it is when it has errors. The file is written whole or not at all.
 */
export async function runApprove(path: string, options: ApproveOptions, environment: Environment): Promise<ExitCode> {
  const approval = { by: options.by, role: options.role, on: options.on ?? environment.today };
  const uri = environment.uriOf(path);
  const root = await workspaceRoot(environment.fileSystem([]), environment.workingDirectory, folderOf(uri));
  const { workspace, fileSystem, problems } = createCheckSession(root, new Map(), environment);
  const file = await workspace.file(uri);
  if (!file) throw new UnusableCall(`There is no protocol ${quoted(path)}.`);
  if (file.kind !== 'protocol') {
    throw new UnusableCall(`${quoted(path)} is no protocol. Approvals stand in protocols, which name the taxonomy.`);
  }
  const { document } = file;
  const version = readText(valueAt(document.root, 'version')) ?? '';
  const errorsIn = async () => (await problems.of(uri)).filter(({ severity }) => severity === 'error');
  // That nobody has approved it is no reason against doing so.
  const errors = (await errorsIn()).filter(({ rule }) => rule !== 'approved-needs-approval');
  if (errors.length > 0) {
    print(errors, uri, document, environment);
    environment.printError('labelwright: a protocol with errors is not approved; the file is as it was.\n');
    return 1;
  }
  refuseTwice(document, version, approval);
  const edit = await approvalEdit(document, approval);
  if (!edit) throw new UnusableCall(`There is no place for an approval in ${quoted(path)}.`);
  const text = applyEdits(document.text, [edit]);
  workspace.open(uri, text);
  const [first] = await errorsIn();
  if (first) throw new UnusableCall(`The approval would be a mistake: ${first.message}`);
  const refused = await writeText(fileSystem, uri, document.text.slice(), text, environment);
  if (refused !== undefined) throw new UnusableCall(`The approval was not written: ${refused}`);

  environment.print(
    `${environment.displayPath(uri)}: version ${version} is approved by ${approval.by} (${approval.role}) on ${approval.on}.\n`,
  );
  const status = readText(valueAt(document.root, 'status'));
  if (status !== 'approved') {
    environment.print(
      `Its status is still “${status}”. Set it to “approved” when all have approved, and commit the file.\n`,
    );
  }
  return 0;
}

function refuseTwice({ root }: YamlDocument, version: string, { by }: Approval): void {
  const list = valueAt(root, 'approvals');
  const items = list?.kind === 'list' ? list.items : [];
  const has = (item: YamlNode, key: string, text: string) => readText(valueAt(item, key)) === text;
  if (items.some((item) => has(item, 'by', by) && has(item, 'version', version))) {
    throw new UnusableCall(`${by} has approved version ${version} already.`);
  }
}

function print(problems: readonly Problem[], uri: string, document: YamlDocument, environment: Environment): void {
  const { displayPath, version, workingDirectory } = environment;
  environment.print(
    reportProblemsText({
      problems,
      files: [uri],
      version,
      displayPath,
      rootOf: () => workingDirectory,
      documentOf: () => document,
    }),
  );
}
