import type { Problem } from '../checks/problem';
import { countBySeverity } from '../report/problemReport';
import type { ProblemFormat } from '../report/problemReporters';
import { problemReporters } from '../report/problemReporters';
import { decodeText } from '../workspace/decode';
import { folderOf, isInside } from '../workspace/uris';
import type { YamlDocument } from '../yaml/document';
import { annotationProblems } from './checkAnnotations';
import type { CheckSession } from './checkSession';
import { createCheckSession } from './checkSession';
import type { Environment, ExitCode } from './environment';
import { UnusableCall } from './environment';
import { fixFiles } from './fix';
import { guidelineFiles, noGuideline } from './guidelineFiles';
import { countFrom, levelsFrom } from './optionValues';
import { createProgress, noProgress } from './progress';
import { workspaceRoot } from './root';

export interface CheckOptions {
  readonly format: ProblemFormat;
  readonly fix?: boolean;
  /** More warnings than this make the check fail. */
  readonly maxWarnings?: string;
  /** Levels of rules, each as `rule=level`. */
  readonly rule?: readonly string[];
  /** Patterns of paths that are left out. */
  readonly exclude?: readonly string[];
  /** Files or folders of annotations to check against the guideline. */
  readonly annotations?: readonly string[];
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

/** `labelwright check PATH…`: ends with 1 when there is a problem at error level, or there are too many warnings. */
export async function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  environment: Environment,
): Promise<ExitCode> {
  const maxWarnings = countFrom('--max-warnings', options.maxWarnings);
  const levels = levelsFrom(options.rule ?? []);
  refuseUnfit(paths, options);
  const input = options.stdin ? await inputAsFile(options.stdinFilename ?? '', environment) : undefined;
  const roots = input ? input.roots : await guidelineFiles(paths, options.exclude ?? [], environment);
  const sessions = new Map([...roots.keys()].map((root) => [root, createCheckSession(root, levels, environment)]));
  for (const session of sessions.values()) if (input) session.workspace.open(input.uri, input.text);
  const { fixed, documents, ...found } = await checkFiles(roots, sessions, options.fix ?? false, environment);
  const files = [...roots.values()].flatMap((uris) => [...uris]);
  const data = options.annotations
    ? await annotationProblems(options.annotations, files, [...sessions.values()], levels, environment)
    : undefined;
  const problems = [...found.problems, ...(data?.problems ?? [])];

  const rootOf = (uri: string) =>
    [...roots].find(([root, uris]) => uris.has(uri) || isInside(root, uri))?.[0] ?? environment.workingDirectory;
  environment.print(
    problemReporters[options.format]({
      problems,
      files,
      version: environment.version,
      displayPath: environment.displayPath,
      rootOf,
      documentOf: (uri) => documents.get(uri),
      ...(options.fix ? { fixed } : {}),
      ...(data ? { annotations: data.counts } : {}),
    }),
  );
  await warnOfPartialHistory(roots, environment);
  const counts = countBySeverity(problems);
  const tooMany = maxWarnings !== undefined && counts.warning > maxWarnings;
  if (tooMany)
    environment.printError(`labelwright: more warnings (${counts.warning}) than allowed (${maxWarnings}).\n`);
  return counts.error > 0 || tooMany ? 1 : 0;
}

interface CheckedFiles {
  readonly problems: readonly Problem[];
  readonly documents: ReadonlyMap<string, YamlDocument>;
  /** How many problems were fixed. */
  readonly fixed: number;
}

/** Checks files by their root, each with the session of it; a bar shows how far it is. */
async function checkFiles(
  roots: ReadonlyMap<string, ReadonlySet<string>>,
  sessions: ReadonlyMap<string, CheckSession>,
  fix: boolean,
  environment: Environment,
): Promise<CheckedFiles> {
  const total = [...roots.values()].reduce((sum, uris) => sum + uris.size, 0);
  const progress = environment.errorIsTerminal
    ? createProgress({ total, what: 'files', now: environment.now, print: environment.printError })
    : noProgress;
  const found: Problem[] = [];
  const documents = new Map<string, YamlDocument>();
  let fixed = 0;
  try {
    for (const [root, uris] of roots) {
      const session = sessions.get(root);
      if (!session) continue;
      if (fix) fixed += await fixFiles(session, [...uris], environment);
      for (const uri of uris) {
        const file = await session.workspace.file(uri);
        if (file) documents.set(uri, file.document);
        for (const problem of file ? await session.problems.of(uri) : [notAGuideline(uri)]) found.push(problem);
        progress.step();
      }
    }
  } finally {
    progress.end();
  }
  return { problems: found, documents, fixed };
}

/** Without earlier commits, what compares with them finds nothing, and says nothing. */
async function warnOfPartialHistory(
  roots: ReadonlyMap<string, ReadonlySet<string>>,
  { history, printError }: Environment,
): Promise<void> {
  for (const uris of roots.values()) {
    const [first] = uris;
    const leftOut = first === undefined ? undefined : await history.leftOut(first);
    if (leftOut === undefined) continue;
    printError(
      `labelwright: ${leftOut} Versions were compared with what it holds. In GitHub Actions, check out with \`fetch-depth: 0\`.\n`,
    );
    return;
  }
}

function refuseUnfit(paths: readonly string[], { stdin, stdinFilename, fix, annotations }: CheckOptions): void {
  if (!stdin) {
    if (stdinFilename !== undefined) throw new UnusableCall('--stdin-filename goes with --stdin.');
    if (paths.length === 0) throw new UnusableCall('Name the files or folders to check: labelwright check PATH…');
    return;
  }
  if (paths.length > 0) throw new UnusableCall('With --stdin no other file is checked: name none.');
  if (stdinFilename === undefined) {
    throw new UnusableCall('Say with --stdin-filename which file the text on the standard input is.');
  }
  if (fix) throw new UnusableCall('With --stdin there is no file to mend: leave out --fix.');
  if (annotations) throw new UnusableCall('With --stdin no annotations can be checked: name the guideline’s file.');
}

interface InputAsFile {
  readonly uri: string;
  readonly text: string;
  readonly roots: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The standard input in place of a file, which need not exist. */
async function inputAsFile(path: string, environment: Environment): Promise<InputAsFile> {
  const uri = environment.uriOf(path);
  const root = await workspaceRoot(environment.fileSystem([]), environment.workingDirectory, folderOf(uri));
  const text = decodeText(await environment.readInput());
  return { uri, text, roots: new Map([[root, new Set([uri])]]) };
}

/** A file that was named and is no guideline is a mistake worth a problem: a check that passes it would mislead. */
function notAGuideline(uri: string): Problem {
  const start = { line: 0, character: 0 };
  return {
    uri,
    range: { start, end: start },
    severity: 'error',
    rule: 'schema',
    message: `This file is no guideline: ${noGuideline}`,
    docs: 'docs/rules/schema.md',
    fixes: [],
  };
}
