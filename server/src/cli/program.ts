import { Command, CommanderError, Option } from 'commander';
import { levels } from '../grade/graded';
import { diffReporters } from '../report/diffReporters';
import { problemReporters } from '../report/problemReporters';
import type { ApproveOptions } from './approve';
import { runApprove } from './approve';
import type { CheckOptions } from './check';
import { runCheck } from './check';
import type { DiffOptions } from './diff';
import { runDiff } from './diff';
import { runExplain } from './explain';
import { runGitDiff } from './gitDiff';
import { runGitSetup } from './gitSetup';
import type { LogOptions } from './log';
import { runLog } from './log';
import { runRules } from './rules';
import { runTextconv } from './textconv';
import type { Environment, ExitCode, Format } from './environment';
import { runCommand } from './environment';

export interface ProgramOptions {
  readonly environment: Environment;
  /** Serves the language server over the standard streams until the client ends it. */
  readonly startServer: () => Promise<void>;
}

/** Reads the command line (without the program's name) and carries it out. */
export async function runProgram(
  args: readonly string[],
  { environment, startServer }: ProgramOptions,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const format = () =>
    new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text' as Format);
  const wantsJson = args.some((arg, i) => arg === '--format=json' || (arg === '--format' && args[i + 1] === 'json'));

  const program = new Command('labelwright')
    .description('Annotation guidelines as code: check and compare label taxonomies and annotation protocols.')
    .version(environment.version)
    .showHelpAfterError('(labelwright --help lists the commands)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => environment.print(text),
      writeErr: (text) => {
        if (!wantsJson) environment.printError(text);
      },
    });

  program
    .command('check')
    .description('check guidelines; ends with 1 when there is an error, 2 when the call is unusable')
    .argument('[path...]', 'guideline files, folders that hold some, or patterns such as "guidelines/**"')
    .addOption(
      new Option('--format <format>', 'how to print the problems')
        .choices(Object.keys(problemReporters))
        .default('text'),
    )
    .option('--fix', 'apply the fixes that are surely meant, and write the files')
    .option('--max-warnings <count>', 'end with 1 also when there are more warnings than this')
    .option('--rule <id=level>', 'level of a rule, before what labelwright.yaml says; may be repeated', collect)
    .option('--exclude <pattern>', 'leave out files and folders that fit; may be repeated', collect)
    .option('--annotations <path...>', 'check annotations, in files or folders, against the one guideline named')
    .option('--stdin', 'check the text on the standard input')
    .option('--stdin-filename <path>', 'the file that this text is, or is to become')
    .action(async (paths: string[], options: CheckOptions) => {
      exitCode = await runCommand(options.format, environment, () => runCheck(paths, options, environment));
    });

  program
    .command('rules')
    .description('list the rules, with the level that each has')
    .addOption(format())
    .action((options: { format: Format }) => {
      exitCode = runRules(options, environment);
    });

  program
    .command('explain')
    .description('print the page of a rule: what it checks, why, and an example')
    .argument('<rule>', 'the id of a rule, as it stands behind a problem')
    .action(async (rule: string) => {
      exitCode = await runCommand('text', environment, () => runExplain(rule, environment));
    });

  program
    .command('diff')
    .description('say what changed between versions, and what it means for annotations already made')
    .argument(
      '[what...]',
      'two files or folders, each also as REV:path; REV..REV with paths; or a path, compared with its last approved version',
    )
    .addOption(
      new Option('--format <format>', 'how to print the changes').choices(Object.keys(diffReporters)).default('text'),
    )
    .addOption(new Option('--fail-on <level>', 'end with 1 when a change is as grave as this').choices(levels))
    .addOption(new Option('--level <level>', 'show only changes that are as grave as this').choices(levels))
    .option('--label <id>', 'only what concerns this label and those below it; may be repeated', collect)
    .option('--whole', 'also compare the taxonomies that a guideline rests on')
    .action(async (what: string[], options: DiffOptions) => {
      exitCode = await runCommand(options.format, environment, () => runDiff(what, options, environment));
    });

  program
    .command('log')
    .description(
      'list the versions of a guideline in git, with the level of what changed, the version step and the author',
    )
    .argument('<guideline>', 'its file')
    .option('--limit <count>', 'how many commits to list; 20 when it is not given')
    .addOption(format())
    .action(async (path: string, options: LogOptions) => {
      exitCode = await runCommand(options.format, environment, () => runLog(path, options, environment));
    });

  program
    .command('approve')
    .description('add an approval of the version that a protocol has, with the digest of its text')
    .argument('<protocol>', 'its file')
    .requiredOption('--by <name>', 'who approves it')
    .requiredOption('--role <role>', 'in which capacity')
    .option('--on <date>', 'the day, such as 2026-02-01; today when it is not given')
    .action(async (path: string, options: ApproveOptions) => {
      exitCode = await runCommand('text', environment, () => runApprove(path, options, environment));
    });

  program
    .command('git-setup')
    .description('let git diff show changes of guidelines by what they mean, in this repository')
    .option('--remove', 'take it back')
    .action(async (options: { remove?: boolean }) => {
      exitCode = await runCommand('text', environment, () => runGitSetup(options, environment));
    });

  program
    .command('git-diff', { hidden: true })
    .description('what git calls to compare two versions of a guideline')
    .argument('[argument...]')
    .action(async (args: string[]) => {
      exitCode = await runCommand('text', environment, () => runGitDiff(args, environment));
    });

  program
    .command('textconv')
    .description('print a guideline as lines, one for each thing that it says, for git to compare')
    .argument('<file>')
    .action(async (file: string) => {
      exitCode = await runCommand('text', environment, () => runTextconv(file, environment));
    });

  program
    .command('lsp')
    .description('serve editors over the Language Server Protocol')
    .requiredOption('--stdio', 'speak over the standard input and output')
    .action(startServer);

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (wantsJson) {
      const message = error.message.replace(/^error: /, '');
      environment.print(`${JSON.stringify({ schemaVersion: 1, error: message }, null, 2)}\n`);
    }
    return 2;
  }
  return exitCode;
}

/** Gathers the values of an option that may be repeated. */
function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
