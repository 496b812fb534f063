import type { DiffResult } from '../../../../server/src/requests';
import type { MadeBump } from '../bumpMade';
import { bumpMade } from '../bumpMade';
import type { Level, Remedy } from '../protocol';

/** The levels from the gravest on, with what each says of the annotations that exist. */
export const levels: readonly { readonly level: Level; readonly name: string; readonly meaning: string }[] = [
  { level: 'breaking', name: 'Breaking', meaning: 'Existing annotations become invalid, or change their meaning.' },
  {
    level: 'review',
    name: 'Review',
    meaning: 'Existing annotations stay valid, but readers may now decide otherwise.',
  },
  { level: 'quality', name: 'Quality', meaning: 'The evidence behind the annotations changes.' },
  { level: 'additive', name: 'Additive', meaning: 'Existing annotations are incomplete, not wrong.' },
  { level: 'editorial', name: 'Editorial', meaning: 'Nothing that a reader would decide by.' },
];

/** What to do with the annotations that exist, as a word and as a sentence; the most work first. */
export const remedies: readonly { readonly remedy: Remedy; readonly name: string; readonly meaning: string }[] = [
  { remedy: 'redraw', name: 'Draw again', meaning: 'A reader must draw the annotations that exist again.' },
  { remedy: 're-read', name: 'Read again', meaning: 'A reader must look again at the annotations that exist.' },
  { remedy: 'migrate', name: 'Migrate', meaning: 'A program can bring the annotations that exist up to date.' },
  { remedy: 'none', name: 'Nothing to do', meaning: 'The annotations that exist can stay as they are.' },
];

/** A level by its words. */
export function wordsOfLevel(level: Level): { readonly name: string; readonly meaning: string } {
  return levels.find((each) => each.level === level) ?? { name: level, meaning: '' };
}

/** A remedy by its words. */
export function wordsOfRemedy(remedy: Remedy): { readonly name: string; readonly meaning: string } {
  return remedies.find((each) => each.remedy === remedy) ?? { name: remedy, meaning: '' };
}

/** What the version must become, and whether it did, in a sentence. */
export function bumpSentence({ bump, fromVersion, toVersion, changes }: DiffResult): string {
  if (bump === 'none') return 'The version may stay as it is.';
  const came = changes.find(({ id }) => id === 'guideline-added' || id === 'guideline-removed');
  if (came) return came.id === 'guideline-added' ? 'There is no version before it.' : 'No version comes after it.';
  const needed = `These changes ask for a new ${bump} version`;
  if (!fromVersion || !toVersion) return `${needed}.`;
  if (fromVersion === toVersion) return `${needed}; it still is ${toVersion}.`;
  const made = bumpMade(fromVersion, toVersion);
  if (!made) return `${needed}; it went from ${fromVersion} to ${toVersion}.`;
  return rank[made] >= rank[bump]
    ? `${needed}, and it has one: ${fromVersion} became ${toVersion}.`
    : `${needed}; ${fromVersion} became ${toVersion}, which is only a ${made} one.`;
}

const rank: Readonly<Record<MadeBump, number>> = { patch: 0, minor: 1, major: 2 };
