import type { Source } from '../annotations/annotation';
import { defaultLimits } from '../annotations/images/picture';
import { formatNames, mayHoldAnnotations, readAnnotations } from '../annotations/read';
import { sourceRange } from '../annotations/sourceRange';
import type { AnnotationGuide } from '../checks/annotationMistakes';
import { annotationMistakes, guideOf } from '../checks/annotationMistakes';
import { defaultConfig, levelOf, readCheckConfig } from '../checks/config';
import { docsPage } from '../checks/engine';
import type { Problem } from '../checks/problem';
import type { Level } from '../checks/tiers';
import { quoted } from '../checks/words';
import type { AnnotationCounts } from '../report/problemReport';
import { decodeText } from '../workspace/decode';
import { isGlob } from '../workspace/glob';
import { nameOf, resolvePath } from '../workspace/uris';
import { filesBelow } from '../workspace/walk';
import type { Position, Range } from '../yaml/position';
import type { CheckSession } from './checkSession';
import type { Environment } from './environment';
import { UnusableCall } from './environment';
import { fitsBelow, splitGlob } from './guidelineFiles';

const rule = 'annotations-match-guideline';
/** A text of more bytes cannot be held in one piece. */
const largest = 500_000_000;
const start = { line: 0, character: 0 };
const atStart = { start, end: start };

/** What is wrong with annotations, and how many were looked at. */
export interface CheckedAnnotations {
  readonly problems: readonly Problem[];
  readonly counts: AnnotationCounts;
}

/** Checks annotation files that paths name against the one guideline among `files`. */
export async function annotationProblems(
  paths: readonly string[],
  files: readonly string[],
  sessions: readonly CheckSession[],
  levels: ReadonlyMap<string, Level>,
  environment: Environment,
): Promise<CheckedAnnotations> {
  const [uri, ...more] = files;
  const session = sessions[0];
  const resolved = uri === undefined ? undefined : await session?.workspace.resolve(uri);
  if (!session || uri === undefined || more.length > 0 || !resolved || resolved.kind === 'config') {
    throw new UnusableCall('With --annotations, name one guideline: the protocol, or the taxonomy, they were made by.');
  }
  const guide = guideOf(resolved);
  if (!guide) throw new UnusableCall('The taxonomy of this protocol cannot be found, so no annotation can be checked.');
  const config = await session.workspace.configOf(uri);
  const settings = config ? readCheckConfig(config, uri) : defaultConfig;
  const severity = levels.get(rule) ?? levelOf(settings, rule, 'error');

  const problems: Problem[] = [];
  const counts = { files: 0, images: 0, annotations: 0 };
  for (const { uri: file, isNamed } of await annotationFiles(paths, environment)) {
    const checked = await checkFile(file, isNamed, guide, environment);
    if (!checked) continue;
    counts.files++;
    counts.images += checked.images;
    counts.annotations += checked.annotations;
    if (severity === 'off') continue;
    for (const { message, range } of checked.mistakes) {
      problems.push({ uri: file, range, severity, rule, message, docs: docsPage(rule), fixes: [] });
    }
  }
  if (counts.files === 0)
    throw new UnusableCall(
      `There are no annotations in ${paths.map(quoted).join(', ')} that can be read: ${formatNames}.`,
    );
  return { problems, counts };
}

interface CheckedFile {
  readonly images: number;
  readonly annotations: number;
  readonly mistakes: readonly { readonly message: string; readonly range: Range }[];
}

/** What is wrong with one file; nothing when it holds no annotations, and was not named as such. */
async function checkFile(
  uri: string,
  isNamed: boolean,
  guide: AnnotationGuide,
  { fileSystem: access, loadWasm }: Environment,
): Promise<CheckedFile | undefined> {
  const fileSystem = access([]);
  const name = quoted(nameOf(uri));
  const alone = (message: string) => ({ images: 0, annotations: 0, mistakes: [{ message, range: atStart }] });
  const size = (await fileSystem.stat(uri))?.size ?? 0;
  if (size > largest) return alone(`${name} is too large to be read at once. Split it.`);
  const beside = async (path: string) => {
    const other = resolvePath(uri, path);
    return other === undefined ? undefined : fileSystem.read(other).catch(() => undefined);
  };
  const content = (await fileSystem.read(uri)) ?? new Uint8Array();
  const file = await readAnnotations(content, {
    name: uri,
    isNamed,
    beside,
    services: { limits: defaultLimits, loadWasm },
  });
  if (!file) {
    return isNamed ? alone(`${name} is in no format of annotations that can be read: ${formatNames}.`) : undefined;
  }
  const mistakes = annotationMistakes(guide, file, 'marked labels');
  const hasPlaces = file.places !== undefined || mistakes.some(({ source }) => source);
  const text = hasPlaces ? decodeText(content) : '';
  const rangeOf = (source: Source | undefined) => {
    const range = source && sourceRange(text, source);
    return range ? { start: positionAt(text, range.start), end: positionAt(text, range.end) } : atStart;
  };
  return {
    images: file.images.length,
    annotations: file.images.reduce((sum, { annotations }) => sum + annotations.length, 0),
    mistakes: [
      ...file.problems.map((problem) => ({
        message: `${name}: ${problem}`,
        range: rangeOf(file.places?.get(problem)),
      })),
      ...mistakes.map(({ message, source }) => ({ message: `${name} ${message}`, range: rangeOf(source) })),
    ],
  };
}

/** Where a place in a text (UTF-16 units from 0) stands. */
function positionAt(text: string, offset: number): Position {
  let line = 0;
  let lineStart = 0;
  const end = /\r\n|\r|\n/g;
  for (let found = end.exec(text); found && end.lastIndex <= offset; found = end.exec(text)) {
    line++;
    lineStart = end.lastIndex;
  }
  return { line, character: offset - lineStart };
}

/** The files that paths name: as they are, in folders, or by patterns. */
async function annotationFiles(
  paths: readonly string[],
  environment: Environment,
): Promise<{ uri: string; isNamed: boolean }[]> {
  const fileSystem = environment.fileSystem([]);
  const found = new Map<string, boolean>();
  for (const path of paths) {
    const uri = environment.uriOf(path);
    const stat = await fileSystem.stat(uri);
    if (stat?.type === 'file') found.set(uri, true);
    else if (stat || isGlob(path)) {
      const { fixed, rest } = stat ? { fixed: path, rest: '**' } : splitGlob(path);
      const folder = environment.uriOf(fixed);
      const below = await filesBelow(fileSystem, folder, mayHoldAnnotations);
      for (const file of below) if (fitsBelow(folder, file, rest)) found.set(file, found.get(file) ?? false);
    } else throw new UnusableCall(`There is no file or folder “${path}”.`);
  }
  return [...found].map(([uri, isNamed]) => ({ uri, isNamed }));
}
