import { describe, expect, it } from 'vitest';
import { changeIds, compareGuidelines } from '../../../server/src/compare/compareGuidelines';
import { gradeChanges } from '../../../server/src/grade/gradeChanges';
import type { Files } from './guidelines';
import { placeText, resolve } from './guidelines';

const fixtures = '../../fixtures/diff';
const texts: Readonly<Record<string, string>> = import.meta.glob('../../fixtures/diff/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The files of each folder by side: folder → `previous` or `current` → file name → text. */
const folders = new Map<string, { previous: Record<string, string>; current: Record<string, string> }>();
for (const [path, text] of Object.entries(texts)) {
  const [folder = '', side, name = ''] = path.slice(fixtures.length + 1).split('/');
  const found = folders.get(folder) ?? { previous: {}, current: {} };
  folders.set(folder, found);
  if (side === 'previous' || side === 'current') found[side][name] = text;
}

const told = new Set<string>();

/** All that changed between two folders: by file, a line for each change, with its places and its sentence below. */
async function changesText(old: Files, now: Files): Promise<string> {
  const parts: string[] = [];
  for (const name of [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()) {
    const [before, after] = [await guideline(old, name), await guideline(now, name)];
    const { changes, bump } = gradeChanges(compareGuidelines(before, after), before, after);
    if (changes.length === 0) continue;
    parts.push(`${name}: ${bump}`);
    for (const { id, level, remedy, subject, from, to, message, details } of changes) {
      told.add(id);
      const places = [from && before && placeText(from, before), to && after && placeText(to, after)];
      const certain = details?.['certain'] === undefined ? '' : details['certain'] === true ? ' certain' : ' likely';
      parts.push(
        `  ${level}/${remedy} ${id} ${subject}${certain} | ${places.map((place) => place || '-').join(' | ')}`,
      );
      parts.push(`    ${message}`);
    }
  }
  return `${parts.join('\n')}\n`;
}

/** A file of a folder as a guideline, with the others around it. */
async function guideline(files: Files, name: string) {
  const { [name]: first, ...others } = files;
  return first === undefined ? undefined : resolve({ [name]: first, ...others });
}

describe('folders of two versions', () => {
  it.each([...folders])('%s', async (folder, { previous, current }) => {
    await expect(await changesText(previous, current)).toMatchFileSnapshot(`${fixtures}/${folder}/changes.txt`);
    await expect(await changesText(current, previous)).toMatchFileSnapshot(`${fixtures}/${folder}/back.txt`);
  });

  it('show each change that can be told', async () => {
    for (const { previous, current } of folders.values()) {
      await changesText(previous, current);
      await changesText(current, previous);
    }
    expect(changeIds().filter((id) => !told.has(id))).toEqual([]);
  });
});
