import type { History } from '../../workspace/history';
import { HistoryError } from '../../workspace/history';
import type { YamlNode } from '../../yaml/node';
import { keyText, toValue, valueAt } from '../../yaml/node';
import { parseYaml } from '../../yaml/parseDocument';
import { readText } from '../../model/read';
import { replaceFix } from '../fixes';
import type { SurroundingsRule } from '../rule';
import { taxonomyText } from './examples';
import { isIncomplete } from '../brokenPlaces';

/** Blocks that speak of the version, and are no content. */
const besides = new Set(['version', 'changes', 'approvals', 'status']);

const before = taxonomyText('labels:\n  nodule: {name: Nodule, definition: A rounded opacity of at most 3 cm.}');
const after = taxonomyText('labels:\n  nodule: {name: Nodule, definition: A rounded opacity of at most 2 cm.}');

export const changedWithoutVersionBump: SurroundingsRule = {
  id: 'changed-without-version-bump',
  family: 'versions',
  level: 'warning',
  scope: 'surroundings',
  docs: {
    what: 'A guideline whose content differs from the last commit (`HEAD`) has another version. Comments, white space, status, approvals and the list of changes are no content.',
    why: 'Annotations name the version they were made under. Two contents under one version cannot be told apart afterwards. The FDA draft guidance of January 2025, section VIII, asks for version control.',
    invalid: { 'example.taxonomy.yaml': after, 'HEAD/example.taxonomy.yaml': before },
    valid: { 'example.taxonomy.yaml': after.replace('1.0.0', '1.1.0'), 'HEAD/example.taxonomy.yaml': before },
  },
  async *check(guideline, { history }) {
    const { uri, document } = guideline.file;
    const { version } = guideline.kind === 'taxonomy' ? guideline.taxonomy : guideline.protocol;
    if (!version || isIncomplete(document)) return;
    const text = await lastCommitted(history, uri);
    if (text === undefined) return;
    const last = parseYaml(text);
    if (isIncomplete(last) || readText(valueAt(last.root, 'version')) !== version.text) return;
    if (contentOf(last.root) === contentOf(document.root)) return;
    yield {
      at: version.node,
      message: `The content has changed since the last commit, and the version is still ${version.text}. Raise it.`,
      fixes: nextVersions(version.text).map(([next, why]) =>
        replaceFix(`Change to ${next} (${why})`, version.node, next),
      ),
    };
  },
};

async function lastCommitted(history: History, uri: string): Promise<string | undefined> {
  try {
    const bytes = await (await history.at(uri, 'HEAD')).read(uri);
    return bytes && new TextDecoder().decode(bytes);
  } catch (error) {
    // No repository, or no commit yet: there is nothing to compare with.
    if (error instanceof HistoryError) return undefined;
    throw error;
  }
}

/** What a document says, as a text that is the same however it is written. */
function contentOf(root: YamlNode): string {
  if (root.kind !== 'map') return JSON.stringify(toValue(root));
  const entries = root.entries.filter((entry) => !besides.has(keyText(entry)));
  return JSON.stringify(sorted(toValue({ ...root, entries })));
}

/** Order is no content. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, item]) => [key, sorted(item)]);
}

function nextVersions(version: string): [string, string][] {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return [];
  return [
    [`${major}.${Number(minor) + 1}.0`, 'readers may decide otherwise, or something was added'],
    [`${major}.${minor}.${Number(patch) + 1}`, 'wording only'],
    [`${Number(major) + 1}.0.0`, 'existing annotations no longer fit'],
  ];
}
