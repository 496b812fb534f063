import { approvedVersions } from '../../server/src/checks/approvedVersions';
import { defaultConfig } from '../../server/src/checks/config';
import { createChecker } from '../../server/src/checks/engine';
import type { Problem } from '../../server/src/checks/problem';
import { rules } from '../../server/src/checks/registry';
import type { RuleExample } from '../../server/src/checks/rule';
import { bumpBetween } from '../../server/src/grade/bumpBetween';
import { createWorkspace } from '../../server/src/workspace/createWorkspace';
import type { YamlDocument } from '../../server/src/yaml/document';
import { parseYaml } from '../../server/src/yaml/parseDocument';
import type { Range } from '../../server/src/yaml/position';
import { comparePositions } from '../../server/src/yaml/position';
import { applyEdits } from '../../server/src/yaml/text';
import { folder, surroundingsOf } from '../unit/checks/checking';
import { historyOf } from '../unit/checks/histories';

/** The examples of all rules, each a small workspace. */
export const ruleExamples: readonly RuleExample[] = rules.flatMap(({ docs }) => [docs.invalid, docs.valid]);

/** Numbers from 0 to 1, the same ones for a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pieces =
  ': |- |, |{|}|[|]|"|\'|#|>-|\n|\n  |\n    |  |x|0|-1|1e999|true|null|~|&a|*a|!!str|é|\u200b|side|parent: |name: X|values: []|labels|1.0.0|~9.9.9|draft|2026-13-40'
    .split('|')
    .concat('|', '{}', '[[x]]', 'deprecated: {since: 1.0.0}', 'when: {a: b}');

/** A text after some random edits: pieces put in or taken out, lines repeated, moved, indented or joined. */
function edited(text: string, random: () => number): string {
  let result = text;
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) result = editedOnce(result, random);
  return result;
}

function editedOnce(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const lines = text.split('\n');
  const line = Math.floor(random() * lines.length);
  const here = lines[line] ?? '';
  switch (Math.floor(random() * 8)) {
    case 0:
    case 1:
      return text.slice(0, at) + (pieces[Math.floor(random() * pieces.length)] ?? '') + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 6));
    case 3:
      return lines.toSpliced(line, 1).join('\n');
    case 4:
      return lines.toSpliced(line, 0, here).join('\n');
    case 5:
      return lines.toSpliced(line, 1, random() < 0.5 ? `  ${here}` : here.replace(/^ {1,2}/, '')).join('\n');
    case 6:
      return lines
        .toSpliced(line, 1, here.replace(/: .*$/, `: ${pieces[Math.floor(random() * pieces.length)] ?? ''}`))
        .join('\n');
    default: {
      const other = Math.floor(random() * lines.length);
      return lines.toSpliced(line, 1).toSpliced(other, 0, here).join('\n');
    }
  }
}

export interface RuleFuzzOptions {
  /** How many edited texts are checked. */
  readonly texts: number;
  readonly seed: number;
  /** Small workspaces; the first file of each is edited. */
  readonly examples: readonly RuleExample[];
}

/**
 * Checks examples after random edits. Laws: no rule throws, each range lies in the document, and no fix corrupts it: it
 * changes something, within the document, and makes no mistake in YAML that had none. Throws with the text.
 */
export async function fuzzRules({ texts, seed, examples }: RuleFuzzOptions): Promise<void> {
  const random = createRandom(seed);
  for (let i = 0; i < texts; i++) {
    const example = examples[Math.floor(random() * examples.length)] ?? {};
    const [path = '', text = ''] = Object.entries(example)[0] ?? [];
    const now = edited(text, random);
    try {
      await checkOnce(path, { ...example, [path]: now }, text.replace(/^status: \w+$/m, 'status: approved'));
    } catch (error) {
      throw new Error(`Text ${i} from seed ${seed}, ${path}:\n${JSON.stringify(now)}`, { cause: error });
    }
  }
}

/** `approved` is the text that the file had in git. */
async function checkOnce(path: string, example: RuleExample, approved: string): Promise<void> {
  const around = surroundingsOf(example);
  const workspace = createWorkspace({ fileSystem: around.fileSystem, folders: [folder] });
  const resolved = await workspace.resolve(`${folder}/${path}`);
  if (!resolved) return;
  const checker = createChecker(rules, {
    today: () => '2026-06-01',
    log: (message, error) => {
      throw new Error(message, { cause: error });
    },
  });
  const committed = Object.entries({ ...example, [path]: approved });
  const history = historyOf([Object.fromEntries(committed.map(([name, text]) => [`${folder}/${name}`, text]))]);
  const found = await checker.lookAround(resolved, defaultConfig, {
    ...around,
    approvedVersions: (uri) => approvedVersions(history, uri),
    bumpBetween,
  });
  const problems = [...checker.check(resolved, defaultConfig), ...checker.place(resolved, defaultConfig, found)];
  for (const problem of problems) keepsLaws(problem, resolved.file.document);
}

function keepsLaws(problem: Problem, document: YamlDocument): void {
  const what = `${problem.rule}: ${problem.message}`;
  if (!isWithin(problem.range, document)) throw new Error(`${what} is told outside the document.`);
  for (const fix of problem.fixes) {
    const edits = [...fix.edits(document)].sort((a, b) => comparePositions(a.range.start, b.range.start));
    if (!edits.every(({ range }) => isWithin(range, document)))
      throw new Error(`“${fix.title}” (${what}) leaves the document.`);
    if (
      edits.some(
        ({ range }, index) =>
          index > 0 && comparePositions(edits[index - 1]?.range.end ?? range.start, range.start) > 0,
      )
    ) {
      throw new Error(`“${fix.title}” (${what}) edits a place twice.`);
    }
    const after = applyEdits(document.text, edits);
    if (after === document.text.slice()) throw new Error(`“${fix.title}” (${what}) changes nothing.`);
    // Beside a mistake in the YAML, what a fix leads to is read otherwise.
    // A key that stands there twice is the next thing to mend.
    const mistakes = parseYaml(after).errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
    if (document.errors.length === 0 && mistakes.length > 0) {
      throw new Error(`“${fix.title}” (${what}) breaks the YAML:\n${JSON.stringify(after)}`);
    }
  }
}

function isWithin({ start, end }: Range, { text }: YamlDocument): boolean {
  const isPlace = ({ line, character }: Range['start']) =>
    line >= 0 && line < text.lineCount && character >= 0 && character <= text.line(line).length;
  return isPlace(start) && isPlace(end) && comparePositions(start, end) <= 0;
}
